import type { Drained, DrainTools } from '../drain.ts';
import type { OrderId, PaymentId } from '../kinds.ts';
import type { Commit, Delivery, Outcome, ViewRow } from '../ports.ts';
import { isOfTheStore } from '../store-errors.ts';
import { foldOrder } from './fold-order.ts';
import type { OrderView } from './order-view.ts';
import { foldPayment, type PaymentView } from './payment-view.ts';

type Rows = { readonly orders: Map<OrderId, OrderView | undefined>; readonly payments: Map<PaymentId, PaymentView | undefined> };

const once = async <K, V>(map: Map<K, V | undefined>, key: K, read: (key: K) => Promise<V | undefined>): Promise<V | undefined> => {
  if (!map.has(key)) map.set(key, await read(key));
  return map.get(key);
};

const foldOne = async ({ event }: Delivery, rows: Rows, { reads }: DrainTools): Promise<void> => {
  const { order } = event;
  if (order) rows.orders.set(order, foldOrder(await once(rows.orders, order, (id) => reads.order(id)), event));
  if (!('payment' in event.data) || !('amount' in event.data)) return;
  const { payment } = event.data;
  rows.payments.set(payment, foldPayment(await once(rows.payments, payment, (id) => reads.payment(id)), event));
};

const commitOf = async (deliveries: readonly Delivery[], tools: DrainTools): Promise<Commit> => {
  const rows: Rows = { orders: new Map(), payments: new Map() };
  for (const delivery of deliveries) await foldOne(delivery, rows, tools);
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
