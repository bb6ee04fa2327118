import type { Recorded, Unrecorded } from './events.ts';
import type { CustomerId, DocumentKey, IdKind, IdOf, Instant, OrderId, PaymentId, ShopId, StreamId } from './kinds.ts';
import type { OrderView } from './views/order-view.ts';
import type { PaymentView } from './views/payment-view.ts';

/** What a decision read. The commit holds only if it is still so. Version 0: it is not there. */
export type Relied = { readonly stream: StreamId; readonly version: number } | { readonly document: DocumentKey; readonly version: number };

/** Versions of a document rise by one with every write; a removed one starts again at 1. */
export type Document = { readonly key: DocumentKey; readonly version: number; readonly body: unknown };
export type DocumentWrite = { readonly key: DocumentKey; readonly body: unknown } | { readonly key: DocumentKey; readonly remove: true };

/** Work for one consumer. Rows of one partition and consumer are handled in order of position. */
export type OutboxRow = {
  readonly event: Unrecorded['id'];
  readonly consumer: string;
  readonly partition: string;
  readonly dueAt: Instant;
};

/** A claimed row: `attempt` counts the claims, `faults` those that threw; attempt and `leaseUntil` are the fence: only their holder may settle. */
export type Delivery = {
  readonly consumer: string;
  readonly partition: string;
  readonly attempt: number;
  readonly faults: number;
  readonly leaseUntil: Instant;
  readonly event: Recorded;
};

/** done: removed. again: due later, attempts kept, a fault counted. release: given back untouched. park: stands still, with its partition, until redriven. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly at: Instant; readonly error?: string; readonly fault?: true }
  | { readonly kind: 'release' }
  | { readonly kind: 'park'; readonly error: string };
export type Settle = { readonly delivery: Delivery; readonly outcome: Outcome };

export type ViewRow = { readonly view: 'order'; readonly row: OrderView } | { readonly view: 'payment'; readonly row: PaymentView };

/** One atomic write, as a value: all of it happens or none. */
export type Commit = {
  readonly relies: readonly Relied[];
  /** Their versions follow on the head of their stream; a stale version is a conflict. */
  readonly events: readonly Unrecorded[];
  readonly outbox: readonly OutboxRow[];
  readonly rows: readonly ViewRow[];
  readonly documents: readonly DocumentWrite[];
  readonly settle: readonly Settle[];
  /** When its documents are written, else that of its first event; a document without either is never pruned. */
  readonly at?: Instant;
};
export type Committed = 'done' | 'conflict' | 'lease-lost';

export type ClaimAsk = {
  readonly consumers: readonly string[];
  readonly now: Instant;
  readonly leaseUntil: Instant;
  readonly limit: number;
};

/** The write side. Commits made in one turn share a transaction; a conflict of one does not harm the rest. */
export interface Store {
  load(stream: StreamId): Promise<readonly Recorded[]>;
  document(key: DocumentKey): Promise<Document | undefined>;
  commit(commit: Commit): Promise<Committed>;
  claim(ask: ClaimAsk): Promise<readonly Delivery[]>;
  /** When the next row of these consumers is due, if any waits. */
  nextDueAt(consumers: readonly string[]): Promise<Instant | undefined>;
  close(): Promise<void>;
}

/** The last one of a page: the next page begins behind it. */
export type Behind = { readonly placedAt: Instant; readonly order: OrderId };
/** Questions to the order view; every one is answered by an index. Newest first, except boards: oldest first. */
export type OrderQuestion =
  | {
      readonly of: 'customer';
      readonly customer: CustomerId;
      readonly active: boolean;
      readonly limit: number;
      readonly behind?: Behind | undefined;
    }
  /** Placed at `from` or later, and before `to`. */
  | {
      readonly of: 'shop';
      readonly shop: ShopId;
      readonly from: Instant;
      readonly to: Instant;
      readonly limit: number;
      readonly behind?: Behind | undefined;
    }
  | { readonly of: 'kitchen'; readonly shop: ShopId; readonly limit: number }
  | { readonly of: 'riding'; readonly limit: number };
/** `latest`: the last ones instead of the first ones, still in order of position. */
export type EventQuestion = {
  readonly after: number;
  readonly limit: number;
  readonly order?: OrderId;
  readonly messages?: true;
  readonly latest?: true;
};
export type Pending = {
  readonly consumer: string;
  readonly partition: string;
  readonly event: Recorded;
  readonly dueAt: Instant;
  readonly attempt: number;
  readonly parked: boolean;
  readonly error?: string;
};

/** The read side. A read never scans. */
export interface Reads {
  order(id: OrderId): Promise<OrderView | undefined>;
  orders(question: OrderQuestion): Promise<readonly OrderView[]>;
  payment(id: PaymentId): Promise<PaymentView | undefined>;
  /** Payments with something open: held, unknown, or a refund that is not back yet. All customers' when none is named. */
  openPayments(customer: CustomerId | undefined, limit: number): Promise<readonly PaymentView[]>;
  /** In order of position, `position > after`. */
  events(question: EventQuestion): Promise<readonly Recorded[]>;
  /** All under a prefix, in order of their keys; or just these, as many as there are. */
  documents(of: string | readonly DocumentKey[], limit: number): Promise<readonly Document[]>;
}

/** What waits in the outbox. */
export interface OutboxReads {
  /** Rows of this consumer for these partitions, in order of position. For `views` they are what the view has not seen. */
  waiting(consumer: string, partitions: readonly string[]): Promise<readonly Pending[]>;
  /** Overdue rows and the due time of the oldest; rows that are only scheduled do not count. */
  backlog(now: Instant): Promise<{ readonly pending: number; readonly scheduled: number; readonly oldestDueAt?: Instant }>;
  parked(limit: number): Promise<readonly Pending[]>;
  /** Lets parked rows run again, with fresh attempts; returns how many. */
  redrive(partition: string | undefined, now: Instant): Promise<number>;
}

export type Heartbeat = {
  readonly id: string;
  readonly pid: number;
  readonly startedAt: Instant;
  readonly beatAt: Instant;
  readonly consumers: readonly string[];
};

/** Keeping the house. */
export interface Upkeep {
  beat(heartbeat: Heartbeat): Promise<void>;
  heartbeats(): Promise<readonly Heartbeat[]>;
  farewell(id: string): Promise<void>;
  /** Replaces all view rows in one transaction by what the fold makes of all events; or only counts what would differ. */
  rebuild(
    mode: 'replace' | 'verify',
  ): Promise<{ readonly views: number; readonly events: number; readonly differences: readonly string[] }>;
  /** Removes documents with this prefix last written before the time; returns how many. */
  prune(prefix: string, before: Instant, limit: number): Promise<number>;
  /** Changes whenever any process has written. */
  revision(): string;
}

/** Time and chance, brought in from outside. */
export interface Env {
  now(): Instant;
  newId<K extends IdKind>(of: K): IdOf[K];
  newCommandId(): string;
  /** Tells two bodies apart (SHA-256, any text encoding). */
  digest(text: string): string;
  sleep(ms: number): Promise<void>;
  /** 0 ≤ x < 1 */
  random(): number;
}
