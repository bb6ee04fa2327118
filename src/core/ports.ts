import type { Channel, Recipient, Recorded, Unrecorded } from './events.ts';
import type { CustomerId, DocumentKey, IdKind, IdOf, Instant, OrderId, PaymentId, ShopId, StreamId } from './kinds.ts';
import type { Won } from './money.ts';
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

/** Questions to the order view; every one is answered by an index. Newest first, except boards: oldest first. */
export type OrderQuestion =
  | { readonly of: 'customer'; readonly customer: CustomerId; readonly active: boolean; readonly limit: number }
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
  documents(prefix: string, limit: number): Promise<readonly Document[]>;
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

export type Approval = {
  readonly key: string;
  readonly amount: Won;
  readonly method: string;
  readonly order: OrderId;
  readonly timeoutMs: number;
};
export type Approved = { readonly kind: 'approved'; readonly amount: Won; readonly reference: string };
export type Uncertain = { readonly kind: 'uncertain'; readonly cause: 'time-out' | 'network' | 'server-error' };
/** The gateway surely took nothing: it said it is too busy, or it could not be reached at all. */
export type Unavailable = { readonly kind: 'unavailable'; readonly cause: 'overloaded' | 'unreachable'; readonly retryAfterMs?: number };
export type Misconfigured = { readonly kind: 'misconfigured'; readonly what: string };
export type ApproveResult =
  | Approved
  | Uncertain
  | Unavailable
  | Misconfigured
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'pending' };
export type LookUpResult =
  | Approved
  | Uncertain
  | Unavailable
  | Misconfigured
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'none' }
  | { readonly kind: 'voided' };
/** `tookMoney`: a charge stood and was reversed. Afterwards the key can never charge. */
export type VoidResult = { readonly kind: 'voided'; readonly tookMoney: boolean } | Uncertain | Unavailable | Misconfigured;
export type RefundResult =
  | { readonly kind: 'refunded'; readonly amount: Won; readonly reference: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | Uncertain
  | Unavailable
  | Misconfigured;

/** The truth about money is outside. Every call may be repeated with the same key and changes nothing then. */
export interface PaymentGateway {
  readonly name: string;
  approve(approval: Approval): Promise<ApproveResult>;
  lookUp(key: string): Promise<LookUpResult>;
  void(key: string): Promise<VoidResult>;
  refund(ask: { readonly key: string; readonly chargeKey: string; readonly amount: Won }): Promise<RefundResult>;
}

/** `id` is stable over retries: a channel that can tell drops the second one. */
export type OutgoingMessage = {
  readonly id: string;
  readonly recipient: Recipient;
  readonly channel: Channel;
  readonly template: string;
  readonly lang: 'ko' | 'en';
  readonly title: string;
  readonly text: string;
  readonly at: Instant;
};
export type SendResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly cause: string }
  | { readonly kind: 'refused'; readonly cause: string };
export interface Messenger {
  readonly channel: Channel;
  send(message: OutgoingMessage): Promise<SendResult>;
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
