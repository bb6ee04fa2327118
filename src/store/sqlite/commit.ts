import type { StreamId } from '../../core/kinds.ts';
import type { Commit, Committed, Relied, Settle } from '../../core/ports.ts';
import { never } from '../../core/result.ts';
import {
  chainHash,
  type EncodedEvent,
  noHash,
  type OrderColumns,
  type PaymentColumns,
  toEncodedEvent,
  toOrderColumns,
  toPaymentColumns,
} from './codec.ts';
import type { Statements } from './statements.ts';

/** A commit with all of its texts made: nothing is encoded while the file is locked. */
export type EncodedCommit = {
  readonly commit: Commit;
  readonly events: readonly EncodedEvent[];
  readonly orders: readonly OrderColumns[];
  readonly payments: readonly PaymentColumns[];
  readonly bodies: readonly (string | undefined)[];
  readonly writtenAt: number | null;
};

export const encodeCommit = (commit: Commit): EncodedCommit => ({
  commit,
  events: commit.events.map(toEncodedEvent),
  orders: commit.rows.flatMap((row) => (row.view === 'order' ? [toOrderColumns(row.row)] : [])),
  payments: commit.rows.flatMap((row) => (row.view === 'payment' ? [toPaymentColumns(row.row)] : [])),
  bodies: commit.documents.map((write) => ('remove' in write ? undefined : JSON.stringify(write.body))),
  writtenAt: commit.at ?? commit.events[0]?.at ?? null,
});

type Head = { readonly version: number; readonly hash: Uint8Array };
const start: Head = { version: 0, hash: noHash };

const isHeld = (s: Statements, { delivery }: Settle): boolean => {
  const row = s.held().get(delivery.consumer, delivery.partition, delivery.event.position);
  return row?.attempt === delivery.attempt && row.lease_until === delivery.leaseUntil;
};

/** The last event of each stream, looked up once a commit. */
type Heads = { of(stream: StreamId): Head; set(stream: StreamId, head: Head): void };
const headsIn = (s: Statements): Heads => {
  const known = new Map<StreamId, Head>();
  return {
    of: (stream) => {
      const head = known.get(stream) ?? s.head().get(stream) ?? start;
      known.set(stream, head);
      return head;
    },
    set: (stream, head) => known.set(stream, head),
  };
};

const isStill = (s: Statements, heads: Heads, relied: Relied): boolean =>
  ('stream' in relied ? heads.of(relied.stream).version : (s.documentVersion().get(relied.document) ?? 0)) === relied.version;

const doFollow = (heads: Heads, events: readonly EncodedEvent[]): boolean => {
  const versions = new Map<StreamId, number>();
  return events.every(({ stream, version }) => {
    const before = versions.get(stream) ?? heads.of(stream).version;
    versions.set(stream, version);
    return version === before + 1;
  });
};

const writeEvents = (s: Statements, heads: Heads, events: readonly EncodedEvent[]): Map<string, number> => {
  const positions = new Map<string, number>();
  for (const e of events) {
    const hash = chainHash(heads.of(e.stream).hash, e);
    heads.set(e.stream, { version: e.version, hash });
    const { lastInsertRowid } = s
      .insertEvent()
      .run(e.stream, e.version, e.type, e.schema, e.at, e.order, e.causation, e.actor_role, e.actor_id, e.trace, e.data, hash);
    positions.set(`${e.stream}@${e.version}`, Number(lastInsertRowid));
  }
  return positions;
};

const writeOutbox = (s: Statements, { outbox }: Commit, positions: ReadonlyMap<string, number>): void => {
  for (const { event, consumer, partition, dueAt } of outbox) {
    const position = positions.get(event);
    if (position === undefined) throw new Error(`no position for ${event}`);
    s.insertOutbox().run(consumer, partition, position, dueAt, consumer, partition, dueAt);
  }
};

const settleOne = (s: Statements, { delivery, outcome }: Settle): void => {
  const { consumer, partition, event } = delivery;
  switch (outcome.kind) {
    case 'done':
      s.done().run(consumer, partition, event.position);
      return;
    case 'again':
      s.again().run(outcome.at, outcome.error ?? null, outcome.fault ? 1 : 0, consumer, partition, event.position);
      return;
    case 'release':
      s.release().run(consumer, partition, event.position);
      return;
    case 'park':
      s.park().run(outcome.error, consumer, partition, event.position);
      return;
    default:
      never(outcome);
  }
};

const settleAll = (s: Statements, settle: readonly Settle[]): void => {
  for (const one of settle) settleOne(s, one);
  // Once for a partition, however many of its rows were settled.
  const partitions = new Map(settle.map(({ delivery: { consumer, partition } }) => [`${consumer} ${partition}`, { consumer, partition }]));
  for (const { consumer, partition } of partitions.values()) s.advance().run(consumer, partition, consumer, partition);
};

const writeDocuments = (s: Statements, { commit, bodies, writtenAt }: EncodedCommit): void => {
  for (const [at, { key }] of commit.documents.entries()) {
    const body = bodies[at];
    if (body === undefined) s.removeDocument().run(key);
    else s.writeDocument().run(key, body, writtenAt);
  }
};

/** Inside a transaction: all conditions first, by reads that see what the commits before wrote; then everything, or nothing. */
export const applyCommit = (s: Statements, encoded: EncodedCommit): Committed => {
  const { commit, events, orders, payments } = encoded;
  if (!commit.settle.every((settle) => isHeld(s, settle))) return 'lease-lost';
  const heads = headsIn(s);
  if (!commit.relies.every((relied) => isStill(s, heads, relied)) || !doFollow(heads, events)) return 'conflict';
  const positions = writeEvents(s, heads, events);
  // Settled first: a row that takes itself off leaves its partition free for the rows that come.
  settleAll(s, commit.settle);
  writeOutbox(s, commit, positions);
  for (const columns of orders) s.writeOrder().run(columns);
  for (const columns of payments) s.writePayment().run(columns);
  writeDocuments(s, encoded);
  return 'done';
};
