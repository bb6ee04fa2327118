import type { Recorded } from '../core/events.ts';
import type { PaymentId } from '../core/kinds.ts';
import { foldOrder } from '../core/views/fold-order.ts';
import type { OrderView } from '../core/views/order-view.ts';
import { foldPayment, type PaymentView } from '../core/views/payment-view.ts';
import { canonicalJson } from './canonical.ts';

/** Which events the views are shown. The saga knows. */
export type RoutesToViews = (event: Recorded) => boolean;
/** The consumer that shows them. */
export const viewsConsumer = 'views';

/** The rows that one order's events make: its own, and those of its payments. */
export type Folded = { readonly order: OrderView | undefined; readonly payments: ReadonlyMap<PaymentId, PaymentView> };
/** What is there now, and which events it may not have been shown yet. */
export type Live = {
  readonly order: OrderView | undefined;
  readonly payment: (id: PaymentId) => PaymentView | undefined;
  readonly isWaiting: (event: Recorded) => boolean;
};

const paymentOf = (event: Recorded): PaymentId | undefined => ('payment' in event.data ? event.data.payment : undefined);

/** Shown although its row still waits: the first row of an order is written together with the order. */
const isInOrder = (view: OrderView | undefined, { stream, version }: Recorded): boolean => {
  if (!view) return false;
  const seen = new Map<string, number>(Object.entries(view.seen));
  return version <= (seen.get(stream.slice(0, stream.indexOf('/'))) ?? 0);
};

/** Folds the events of one order; with `live`, only those that its rows have been shown. */
export const foldViews = (events: readonly Recorded[], live?: Live): Folded => {
  let order: OrderView | undefined;
  const payments = new Map<PaymentId, PaymentView>();
  for (const event of events) {
    const isLate = live?.isWaiting(event) ?? false;
    if (!isLate || isInOrder(live?.order, event)) order = foldOrder(order, event);
    const payment = paymentOf(event);
    if (!payment || (isLate && event.version > (live?.payment(payment)?.version ?? 0))) continue;
    const view = foldPayment(payments.get(payment), event);
    if (view) payments.set(payment, view);
  }
  return { order, payments };
};

/** Readable, one for each field that is not what the events say. */
export const differencesOf = (name: string, found: object | undefined, wanted: object | undefined): readonly string[] => {
  if (!found) return wanted ? [`${name}: its row is missing`] : [];
  if (!wanted) return [`${name}: has a row that no event made`];
  const [before, after] = [found, wanted].map((side) => new Map<string, unknown>(Object.entries(side)));
  const show = (side: ReadonlyMap<string, unknown> | undefined, field: string) =>
    side?.has(field) ? canonicalJson(side.get(field)) : 'absent';
  return [...new Set([...Object.keys(found), ...Object.keys(wanted)])].sort().flatMap((field) => {
    const [is, should] = [show(before, field), show(after, field)];
    return is === should ? [] : [`${name}: ${field} is ${is}, the events say ${should}`];
  });
};
