import type { EventQuestion, OrderQuestion, OutboxReads, Reads, Store } from '../../core/ports.ts';
import { never } from '../../core/result.ts';
import { type EventRow, toDocument, toInstant, toOrderView, toPaymentView, toPending, toRecorded } from './codec.ts';
import type { Recall } from './recall.ts';
import type { Statements } from './statements.ts';
import type { Write } from './write.ts';

/** Runs a read; it waits while another process recovers the file. */
export type Read = <T>(read: () => T) => Promise<T>;

/** The first text that is not in the range of the prefix any more. */
export const endOf = (prefix: string): string => `${prefix}\u{10FFFF}`;

const orderBodies = (s: Statements, question: OrderQuestion): readonly string[] => {
  switch (question.of) {
    case 'customer': {
      const { customer, active, limit, behind } = question;
      if (!behind) return (active ? s.active() : s.history()).all(customer, limit);
      return (active ? s.activeBehind() : s.historyBehind()).all(customer, behind.placedAt, behind.order, limit);
    }
    case 'shop': {
      const { shop, from, to, limit, behind } = question;
      // No order has an empty id, so the first page holds all that were placed before `to`.
      const [before, order] = behind && behind.placedAt < to ? [behind.placedAt, behind.order] : [to, ''];
      return s.shopInTime().all(shop, from, before, order, limit);
    }
    case 'kitchen':
      return s.kitchen().all(question.shop, question.limit);
    case 'riding':
      return s.riding().all(question.limit);
    default:
      return never(question);
  }
};

const askLog = (s: Statements, { after, limit, order, messages, latest }: EventQuestion): readonly EventRow[] => {
  if (latest) {
    const found =
      order === undefined
        ? (messages ? s.latestMessages() : s.latest()).all(after, limit)
        : (messages ? s.latestMessagesOfOrder() : s.latestOfOrder()).all(order, after, limit);
    return found.reverse();
  }
  if (order === undefined) return (messages ? s.messages() : s.after()).all(after, limit);
  return (messages ? s.messagesOfOrder() : s.ofOrder()).all(order, after, limit);
};

export const createReads = (s: Statements, recall: Recall, read: Read): Reads => ({
  order: (id) =>
    read(() => {
      const body = s.order().get(id);
      return body === undefined ? undefined : toOrderView(body);
    }),
  orders: (question) =>
    read(() => {
      const bodies = orderBodies(s, question);
      return question.of === 'kitchen' ? recall.kitchen(question.shop, bodies) : bodies.map(toOrderView);
    }),
  payment: (id) =>
    read(() => {
      const body = s.payment().get(id);
      return body === undefined ? undefined : toPaymentView(body);
    }),
  openPayments: (customer, limit) =>
    read(() => (customer === undefined ? s.openPayments().all(limit) : s.openPaymentsOf().all(customer, limit)).map(toPaymentView)),
  events: (question) => read(() => askLog(s, question).map(toRecorded)),
  documents: (of, limit) =>
    read(() => {
      const rows = typeof of === 'string' ? s.documents().all(of, endOf(of), limit) : s.theseDocuments().all(JSON.stringify(of), limit);
      return rows.map(toDocument);
    }),
});

export const createStreamReads = (s: Statements, recall: Recall, read: Read): Pick<Store, 'load' | 'document' | 'nextDueAt'> => ({
  load: (stream) => read(() => recall.stream(stream)),
  document: (key) => read(() => recall.document(key)),
  nextDueAt: (consumers) =>
    read(() => {
      const times = consumers.flatMap((consumer) => s.nextReady().get(consumer) ?? []);
      return times.length === 0 ? undefined : toInstant(Math.min(...times));
    }),
});

const redriveRows = (s: Statements, partition: string | undefined, now: number): number => {
  const rows = s
    .parkedRows()
    .all()
    .filter((row) => partition === undefined || row.partition === partition);
  for (const row of rows) s.redrive().run(now, row.consumer, row.partition, row.position);
  for (const { consumer, partition: freed } of rows) s.advance().run(consumer, freed, consumer, freed);
  return rows.length;
};

/** One question for a whole board: asked one by one, its partitions take twenty times as long. */
const waitingRows = (s: Statements, consumer: string, partitions: readonly string[]) => {
  const [only = '', ...more] = partitions;
  if (more.length === 0) return s.waiting().all(consumer, only);
  const rows = s.waitingOfThese().all(consumer, JSON.stringify(partitions));
  return rows.sort((a, b) => a.position - b.position);
};

export const createOutboxReads = (s: Statements, read: Read, write: Write, ring: () => void): OutboxReads => ({
  waiting: (consumer, partitions) => read(() => waitingRows(s, consumer, partitions).map(toPending)),
  backlog: (now) =>
    read(() => {
      const { pending = 0, scheduled = 0, oldest = null } = s.backlog().get(now, now, now) ?? {};
      return { pending, scheduled, ...(oldest !== null && { oldestDueAt: toInstant(oldest) }) };
    }),
  parked: (limit) => read(() => s.parked().all(limit).map(toPending)),
  redrive: async (partition, now) => {
    const freed = await write(() => redriveRows(s, partition, now));
    if (freed > 0) ring();
    return freed;
  },
});
