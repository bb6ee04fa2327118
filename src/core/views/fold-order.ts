import type { Unrecorded } from '../events.ts';
import type { OrderView, StoppedAt } from './order-view.ts';

const streamKind = (event: Unrecorded): string => event.stream.slice(0, event.stream.indexOf('/'));

const begin = (event: Unrecorded): OrderView | undefined => {
  if (event.type !== 'OrderPlaced') return undefined;
  const { order, customer, shop, shopName, payment, lines, fee, total, acceptBy } = event.data;
  return {
    order,
    customer,
    shop,
    shopName,
    payment,
    lines,
    fee,
    total,
    acceptBy,
    placedAt: event.at,
    updatedAt: event.at,
    seen: { order: event.version, ticket: 0, delivery: 0, payment: 0 },
    ordering: 'placed',
    ticket: 'none',
    delivery: 'none',
    refund: 'none',
  };
};

type Change = Partial<OrderView>;

const ofOrdering = (event: Unrecorded): Change | undefined => {
  switch (event.type) {
    case 'OrderCanceled':
    case 'OrderRejected': {
      const { by, reason, liable } = event.data;
      return { ordering: event.type === 'OrderCanceled' ? 'canceled' : 'rejected', ended: { by, reason, liable }, endedAt: event.at };
    }
    case 'OrderCompleted':
      return { ordering: 'completed', endedAt: event.at };
    default:
      return undefined;
  }
};

const ofTicket = (event: Unrecorded): Change | undefined => {
  switch (event.type) {
    case 'TicketOpened':
      return { ticket: 'awaiting', acceptBy: event.data.acceptBy };
    case 'OrderAccepted':
      return { ticket: 'accepted', acceptedAt: event.at, readyBy: event.data.readyBy };
    case 'CookStarted':
      return { ticket: 'cooking', cookStartedAt: event.at };
    case 'CookFinished':
      return { ticket: 'cooked', cookedAt: event.at };
    case 'TicketRecalled':
      return { ticket: 'cooking' };
    case 'OrderDelayed':
      return { readyBy: event.data.readyBy };
    case 'TicketRejected':
      return { ticket: 'rejected' };
    case 'TicketCanceled': {
      const { from } = event.data;
      const stoppedAt: StoppedAt | undefined = from === 'accepted' || from === 'cooking' || from === 'cooked' ? from : undefined;
      return { ticket: 'canceled', ...(stoppedAt && { stoppedAt }) };
    }
    case 'TicketBumped':
    case 'AlarmLapsed':
      return { bumpedAt: event.at };
    case 'AcceptanceExpired':
      return { ticket: 'expired' };
    case 'AcceptanceReminded':
      return {};
    default:
      return undefined;
  }
};

const ofDelivery = (event: Unrecorded): Change | undefined => {
  switch (event.type) {
    case 'DeliveryRequested':
      return { delivery: 'waiting' };
    case 'DeliveryClaimed':
      return { delivery: 'claimed', rider: event.data.rider, claimedAt: event.at };
    case 'DeliveryReleased':
      return { delivery: 'waiting' };
    case 'DeliveryStarted':
      return { delivery: 'picked', pickedAt: event.at };
    case 'Delivered':
      return { delivery: 'delivered', deliveredAt: event.at };
    case 'DeliveryFailed':
      return { delivery: 'failed', failure: event.data.reason, failedAt: event.at };
    case 'DeliveryCanceled':
      return { delivery: 'canceled' };
    default:
      return undefined;
  }
};

const ofPayment = (event: Unrecorded): Change | undefined => {
  switch (event.type) {
    case 'RefundRequested':
      return { refund: 'requested' };
    case 'Refunded':
    case 'RefundSettledManually':
      return { refund: 'refunded' };
    case 'RefundFailed':
    case 'RefundNeedsAttention':
      return { refund: 'failed' };
    default:
      return undefined;
  }
};

const facets = { order: ofOrdering, ticket: ofTicket, delivery: ofDelivery, payment: ofPayment } as const;

const unclaimed = ({ rider: _rider, claimedAt: _claimedAt, ...kept }: OrderView): OrderView => kept;

/** Pure: the same events in any order across streams make the same view, byte for byte. */
export const foldOrder = (view: OrderView | undefined, event: Unrecorded): OrderView | undefined => {
  if (!view) return begin(event);
  const kind = streamKind(event);
  if (kind !== 'order' && kind !== 'ticket' && kind !== 'delivery' && kind !== 'payment') return view;
  if (event.version <= view.seen[kind]) return view;
  if (kind === 'payment' && !event.stream.endsWith(view.payment)) return view;
  const change = facets[kind](event);
  if (!change) return view;
  const kept = event.type === 'DeliveryReleased' ? unclaimed(view) : view;
  const updatedAt = event.at > view.updatedAt ? event.at : view.updatedAt;
  return { ...kept, ...change, seen: { ...view.seen, [kind]: event.version }, updatedAt };
};
