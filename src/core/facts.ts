import type { Location } from './catalog/shop.ts';
import { type Delivery, evolveDelivery, noDelivery } from './delivery/delivery.ts';
import type { DomainEvent, Recorded } from './events.ts';
import {
  type DocumentKey,
  deliveryStream,
  type Instant,
  type OrderId,
  orderStream,
  type PaymentId,
  paymentStream,
  placeDocument,
  type QuoteId,
  quoteStream,
  type StreamId,
  ticketStream,
} from './kinds.ts';
import { evolveTicket, noTicket, type Ticket } from './kitchen/ticket.ts';
import { evolveOrder, noOrder, type Order } from './ordering/order.ts';
import type { Quote } from './ordering/quote.ts';
import { evolvePayment, noPayment, type Payment } from './payment/payment.ts';
import type { Relied, Store } from './ports.ts';

/** What one decision reads. Everything read is relied on: the commit holds only while it is still so. */
export type Facts = {
  order(id: OrderId): Promise<Order>;
  ticket(id: OrderId): Promise<Ticket>;
  delivery(id: OrderId): Promise<Delivery>;
  payment(id: PaymentId): Promise<Payment>;
  quote(id: QuoteId): Promise<Quote | undefined>;
  document(key: DocumentKey): Promise<unknown>;
  /** What has been recorded in a stream, relied on like the rest. */
  past(stream: StreamId): Promise<readonly Recorded[]>;
  version(stream: StreamId): Promise<number>;
  /** The same, if it was asked for before. */
  known(stream: StreamId): readonly Recorded[] | undefined;
  relies(): readonly Relied[];
};

/** `before`: streams that it knows are not read again, and are relied on once they are asked for here. */
export const gatherFacts = (store: Pick<Store, 'load' | 'document'>, before?: Pick<Facts, 'known'>): Facts => {
  const streams = new Map<StreamId, readonly Recorded[]>();
  const documents = new Map<DocumentKey, { readonly version: number; readonly body: unknown }>();

  const keep = (stream: StreamId, recorded: readonly Recorded[]): readonly Recorded[] => {
    streams.set(stream, recorded);
    return recorded;
  };
  /** What need not be read: asked for before, here or by those before us. */
  const atHand = (stream: StreamId): readonly Recorded[] | undefined => {
    const recorded = streams.get(stream) ?? before?.known(stream);
    return recorded && keep(stream, recorded);
  };
  const past = (stream: StreamId): Promise<readonly Recorded[]> => {
    const recorded = atHand(stream);
    return recorded ? Promise.resolve(recorded) : store.load(stream).then((loaded) => keep(stream, loaded));
  };
  const fold = <S>(stream: StreamId, evolve: (state: S, event: DomainEvent, at: Instant) => S, initial: S): Promise<S> => {
    const foldAll = (recorded: readonly Recorded[]) => recorded.reduce((state, event) => evolve(state, event, event.at), initial);
    const recorded = atHand(stream);
    return recorded ? Promise.resolve(foldAll(recorded)) : past(stream).then(foldAll);
  };

  const document = async (key: DocumentKey): Promise<unknown> => {
    const read = documents.get(key) ?? (await store.document(key)) ?? { version: 0, body: undefined };
    documents.set(key, read);
    return read.body;
  };

  return {
    past,
    known: (stream) => streams.get(stream),
    order: (id) => fold(orderStream(id), evolveOrder, noOrder),
    ticket: (id) => fold(ticketStream(id), evolveTicket, noTicket),
    delivery: (id) => fold(deliveryStream(id), evolveDelivery, noDelivery),
    payment: (id) => fold(paymentStream(id), evolvePayment, noPayment),
    quote: async (id) => {
      const issued = (await past(quoteStream(id)))[0];
      if (issued?.type !== 'QuoteIssued') return undefined;
      const { placeIsKept, ...quote } = issued.data;
      const to = placeIsKept && ((await document(placeDocument(quote.customer, id))) as Location | undefined);
      return to ? { ...quote, to } : quote;
    },
    document,
    version: async (stream) => (await past(stream)).length,
    relies: () => {
      const relied: Relied[] = [];
      for (const [stream, recorded] of streams) relied.push({ stream, version: recorded.length });
      for (const [document, { version }] of documents) relied.push({ document, version });
      return relied;
    },
  };
};
