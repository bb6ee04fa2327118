import type { DomainEvent, OrderPlaced } from '../events.ts';
import type { Instant } from '../kinds.ts';
import type { CancelReason, Party } from '../reasons.ts';

export type Agreed = OrderPlaced['data'];

export type Order =
  | { readonly status: 'none' }
  | { readonly status: 'placed'; readonly agreed: Agreed; readonly at: Instant }
  | { readonly status: 'completed'; readonly agreed: Agreed; readonly at: Instant }
  | {
      readonly status: 'canceled' | 'rejected';
      readonly agreed: Agreed;
      readonly at: Instant;
      readonly by: Party;
      readonly reason: CancelReason;
    };

export const noOrder: Order = { status: 'none' };

export const evolveOrder = (order: Order, event: DomainEvent, at: Instant): Order => {
  if (event.type === 'OrderPlaced') return { status: 'placed', agreed: event.data, at };
  if (order.status === 'none') return order;
  switch (event.type) {
    case 'OrderCanceled':
    case 'OrderRejected': {
      const status = event.type === 'OrderCanceled' ? 'canceled' : 'rejected';
      return { status, agreed: order.agreed, at, by: event.data.by, reason: event.data.reason };
    }
    case 'OrderCompleted':
      return { status: 'completed', agreed: order.agreed, at };
    default:
      return order;
  }
};
