import type { DomainEvent, Recorded, Unrecorded } from '../core/events.ts';
import {
  type CustomerId,
  type DocumentKey,
  eventId,
  type Instant,
  type OrderId,
  orderStream,
  type PaymentId,
  paymentStream,
  type QuoteId,
  type ShopId,
  type StreamId,
} from '../core/kinds.ts';
import type { Won } from '../core/money.ts';
import type { ClaimAsk, Commit, Delivery, OutboxRow, Outcome } from '../core/ports.ts';
import { foldOrder } from '../core/views/fold-order.ts';
import type { OrderView } from '../core/views/order-view.ts';
import type { PaymentView } from '../core/views/payment-view.ts';
import type { WholeStore } from './whole-store.ts';

/** What the suite makes its orders of. */
export const order = (name: string) => `ord_${name}` as OrderId;
export const payment = (name: string) => `pay_${name}` as PaymentId;
export const shop = (name: string) => `shop_${name}` as ShopId;
export const customer = (name: string) => `cus_${name}` as CustomerId;
export const at = (ms: number) => ms as Instant;
export const key = (name: string) => name as DocumentKey;
export const stream = (name: string) => name as StreamId;

export const commitOf = (parts: Partial<Commit>): Commit => ({
  relies: [],
  events: [],
  outbox: [],
  rows: [],
  documents: [],
  settle: [],
  ...parts,
});

export const happened = (on: StreamId, version: number, event: DomainEvent, of?: OrderId, when = 1000 + version): Unrecorded => ({
  ...event,
  id: eventId(on, version),
  schema: 1,
  stream: on,
  version,
  at: at(when),
  ...(of && { order: of }),
  causation: 'cmd_1',
  actor: { role: 'system', id: 'test' },
});

const charge = (name: string, who: CustomerId) => ({
  payment: payment(name),
  order: order(name),
  customer: who,
  shop: shop('bibim'),
  amount: 12_000 as Won,
});

export type Placing = { readonly who?: CustomerId; readonly where?: ShopId; readonly when?: number };
export const placed = (name: string, { who = customer('kim'), where = shop('bibim'), when = 1000 }: Placing = {}): Unrecorded =>
  happened(
    orderStream(order(name)),
    1,
    {
      type: 'OrderPlaced',
      data: {
        order: order(name),
        quote: `quo_${name}` as QuoteId,
        payment: payment(name),
        customer: who,
        shop: where,
        shopName: '비빔당',
        lines: [],
        subtotal: 12_000 as Won,
        fee: 0 as Won,
        discount: 0 as Won,
        total: 12_000 as Won,
        acceptBy: at(when + 480_000),
      },
    },
    order(name),
    when,
  );
const ofTicket = (name: string, version: number, event: DomainEvent) =>
  happened(stream(`ticket/${order(name)}`), version, event, order(name));
export const ticketOpened = (name: string) =>
  ofTicket(name, 1, { type: 'TicketOpened', data: { order: order(name), shop: shop('bibim'), acceptBy: at(481_000), remindAt: [] } });
export const accepted = (name: string) =>
  ofTicket(name, 2, { type: 'OrderAccepted', data: { order: order(name), shop: shop('bibim'), readyBy: at(900_000) } });
export const completed = (name: string, version = 2) =>
  happened(orderStream(order(name)), version, { type: 'OrderCompleted', data: { order: order(name) } }, order(name));
export const refundRequested = (name: string, version = 1) =>
  happened(
    paymentStream(payment(name)),
    version,
    { type: 'RefundRequested', data: { ...charge(name, customer('kim')), key: 'r1', chargeKey: 'c1', reason: 'CHANGED_MIND' } },
    order(name),
  );
export const messageSent = (name: string, number: number) =>
  happened(
    stream(`message/${order(name)}/customer`),
    number,
    {
      type: 'MessageSent',
      data: {
        event: eventId(orderStream(order(name)), 1),
        recipient: { role: 'customer', id: 'cus_kim' },
        channel: 'kakao',
        template: 'placed',
        lang: 'ko',
        attempts: 1,
      },
    },
    order(name),
  );

/** As a store gives it back: in a place. */
export const recorded = (event: Unrecorded, position = 1): Recorded => ({ ...event, position });
export const viewOf = (name: string, placing?: Placing, change: Partial<OrderView> = {}): OrderView => {
  const view = foldOrder(undefined, recorded(placed(name, placing)));
  if (!view) throw new Error('an order that was placed has a view');
  return { ...view, ...change };
};
export const openPayment = (name: string, who: CustomerId, updatedAt: number): PaymentView => ({
  ...charge(name, who),
  version: 2,
  updatedAt: at(updatedAt),
  now: { state: 'unknown', cause: 'time-out', knowBy: at(9_000_000) },
});

export const wanted = ({ id, order: of, stream: on, at: when }: Unrecorded, consumer = 'kitchen', dueAt: number = when): OutboxRow => ({
  event: id,
  consumer,
  partition: of ?? on,
  dueAt: at(dueAt),
});
/** Records events, each wanted by these consumers. */
export const record = async (
  store: WholeStore,
  events: readonly Unrecorded[],
  consumers: readonly string[] = ['kitchen'],
  dueAt?: number,
) => {
  const outbox = events.flatMap((event) => consumers.map((consumer) => wanted(event, consumer, dueAt)));
  const result = await store.commit(commitOf({ events, outbox }));
  if (result !== 'done') throw new Error(`the sample was not recorded: ${result}`);
};
export const claim = (
  store: WholeStore,
  ask: { readonly [K in keyof ClaimAsk]?: K extends 'consumers' ? readonly string[] : number } = {},
) =>
  store.claim({
    consumers: ask.consumers ?? ['kitchen'],
    now: at(ask.now ?? 10_000),
    leaseUntil: at(ask.leaseUntil ?? (ask.now ?? 10_000) + 1000),
    limit: ask.limit ?? 100,
  });
export const settle = (store: WholeStore, deliveries: readonly Delivery[], outcome: Outcome) =>
  store.commit(commitOf({ settle: deliveries.map((delivery) => ({ delivery, outcome })) }));
/** The one that must be there. */
export const only = <T>(all: readonly T[]): T => {
  const [first] = all;
  if (first === undefined || all.length !== 1) throw new Error(`expected one, got ${all.length}`);
  return first;
};
export const idsOf = (deliveries: readonly { readonly event: { readonly id: string } }[]) => deliveries.map(({ event }) => event.id);
