import type { Drained, DrainTools } from '../drain.ts';
import type { Recorded } from '../events.ts';
import type { OrderId, PaymentId } from '../kinds.ts';
import type { Commit, Delivery, Outcome, ViewRow } from '../ports.ts';
import { isOfTheStore } from '../store-errors.ts';
import { foldOrder } from './fold-order.ts';
import type { OrderView } from './order-view.ts';
import { foldPayment, type PaymentView } from './payment-view.ts';

type Rows = { readonly orders: Map<OrderId, OrderView | undefined>; readonly payments: Map<PaymentId, PaymentView | undefined> };

const paymentOf = ({ data }: Recorded): PaymentId | undefined => ('payment' in data && 'amount' in data ? data.payment : undefined);

/** The rows that these events change, as they are now. */
const readRows = async (deliveries: readonly Delivery[], { reads }: DrainTools): Promise<Rows> => {
  const rows: Rows = { orders: new Map(), payments: new Map() };
  for (const { event } of deliveries) {
    const { order } = event;
    const payment = paymentOf(event);
    if (order && !rows.orders.has(order)) rows.orders.set(order, await reads.order(order));
    if (payment && !rows.payments.has(payment)) rows.payments.set(payment, await reads.payment(payment));
  }
  return rows;
};

const foldOne = ({ event }: Delivery, { orders, payments }: Rows): void => {
  const { order } = event;
  const payment = paymentOf(event);
  if (order) orders.set(order, foldOrder(orders.get(order), event));
  if (payment) payments.set(payment, foldPayment(payments.get(payment), event));
};

const commitOf = async (deliveries: readonly Delivery[], tools: DrainTools): Promise<Commit> => {
  const rows = await readRows(deliveries, tools);
  for (const delivery of deliveries) foldOne(delivery, rows);
  const written: ViewRow[] = [
    ...[...rows.orders.values()].flatMap((row) => (row ? [{ view: 'order', row } as const] : [])),
    ...[...rows.payments.values()].flatMap((row) => (row ? [{ view: 'payment', row } as const] : [])),
  ];
  const settle = deliveries.map((delivery) => ({ delivery, outcome: { kind: 'done' } as const }));
  return { relies: [], events: [], outbox: [], rows: written, documents: [], settle };
};

type Failed = (delivery: Delivery, error: unknown, tools: DrainTools) => Outcome;

const alone = async (delivery: Delivery, outcome: Outcome, tools: DrainTools, error?: string): Promise<Drained> => {
  await tools.store.commit({ relies: [], events: [], outbox: [], rows: [], documents: [], settle: [{ delivery, outcome }] });
  return { consumer: delivery.consumer, event: delivery.event, outcome: outcome.kind, ...(error !== undefined && { error }) };
};

/** One event that cannot be folded holds up its own order only. */
const oneByOne = async (deliveries: readonly Delivery[], failed: Failed, tools: DrainTools): Promise<readonly Drained[]> => {
  const drained: Drained[] = [];
  const blocked = new Set<string>();
  for (const delivery of deliveries) {
    if (blocked.has(delivery.partition)) {
      drained.push(await alone(delivery, { kind: 'release' }, tools));
      continue;
    }
    try {
      const committed = await tools.store.commit(await commitOf([delivery], tools));
      drained.push({ consumer: delivery.consumer, event: delivery.event, outcome: committed === 'done' ? 'done' : 'lease-lost' });
    } catch (error) {
      if (isOfTheStore(error)) throw error;
      blocked.add(delivery.partition);
      drained.push(await alone(delivery, failed(delivery, error, tools), tools, error instanceof Error ? error.message : String(error)));
    }
  }
  return drained;
};

/** All claimed events in one commit. */
export const projectBatch = async (deliveries: readonly Delivery[], failed: Failed, tools: DrainTools): Promise<readonly Drained[]> => {
  if (deliveries.length === 0) return [];
  let commit: Commit;
  try {
    commit = await commitOf(deliveries, tools);
  } catch (error) {
    if (isOfTheStore(error)) throw error;
    return oneByOne(deliveries, failed, tools);
  }
  const outcome = (await tools.store.commit(commit)) === 'done' ? 'done' : 'lease-lost';
  return deliveries.map(({ consumer, event }) => ({ consumer, event, outcome }));
};
