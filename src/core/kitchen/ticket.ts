import type { DomainEvent } from '../events.ts';
import type { Instant, OrderId, ShopId } from '../kinds.ts';

type Opened = {
  readonly order: OrderId;
  readonly shop: ShopId;
  readonly acceptBy: Instant;
  readonly at: Instant;
  readonly reminded: number;
  /** The alarm of its end was seen, or lapsed. */
  readonly bumpedAt?: Instant;
};
type Accepted = Opened & { readonly readyBy: Instant };
type Cooking = Accepted & { readonly cookStartedAt: Instant };

export type Ticket =
  | { readonly status: 'none' }
  | (Opened & { readonly status: 'awaiting' })
  | (Accepted & { readonly status: 'accepted' })
  | (Cooking & { readonly status: 'cooking' })
  | (Cooking & { readonly status: 'cooked'; readonly cookedAt: Instant })
  | (Opened & { readonly status: 'canceled'; readonly wasAccepted: boolean })
  | (Opened & { readonly status: 'rejected' | 'expired' });

export const noTicket: Ticket = { status: 'none' };

export const evolveTicket = (ticket: Ticket, event: DomainEvent, at: Instant): Ticket => {
  if (event.type === 'TicketOpened') {
    const { order, shop, acceptBy } = event.data;
    return { status: 'awaiting', order, shop, acceptBy, at, reminded: 0 };
  }
  if (ticket.status === 'none') return ticket;
  switch (event.type) {
    case 'AcceptanceReminded':
      return { ...ticket, reminded: event.data.number };
    case 'OrderAccepted':
      return { ...ticket, status: 'accepted', readyBy: event.data.readyBy, at };
    case 'OrderDelayed':
      return 'readyBy' in ticket ? { ...ticket, readyBy: event.data.readyBy } : ticket;
    case 'CookStarted':
      return 'readyBy' in ticket ? { ...ticket, status: 'cooking', cookStartedAt: at, at } : ticket;
    case 'CookFinished':
      return 'cookStartedAt' in ticket ? { ...ticket, status: 'cooked', cookedAt: at, at } : ticket;
    case 'TicketRecalled':
      return 'cookStartedAt' in ticket ? { ...ticket, status: 'cooking', at } : ticket;
    case 'TicketRejected':
      return { ...ticket, status: 'rejected', at };
    case 'TicketCanceled':
      return { ...ticket, status: 'canceled', wasAccepted: 'readyBy' in ticket, at };
    case 'TicketBumped':
    case 'AlarmLapsed':
      return { ...ticket, bumpedAt: at };
    case 'AcceptanceExpired':
      return { ...ticket, status: 'expired', at };
    default:
      return ticket;
  }
};
