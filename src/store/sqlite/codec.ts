import { hash } from 'node:crypto';
import type { Recorded, Unrecorded } from '../../core/events.ts';
import { type DocumentKey, eventId, type Instant, type StreamId } from '../../core/kinds.ts';
import type { Document, Heartbeat, Pending } from '../../core/ports.ts';
import { isActive, isOnKitchenBoard, isRiding, type OrderView } from '../../core/views/order-view.ts';
import { isOpenPayment, type PaymentView } from '../../core/views/payment-view.ts';
import { canonicalJson } from '../canonical.ts';
import { packData, unpackData } from './pack-data.ts';

export type EventRow = {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly at: number;
  readonly order: string | null;
  readonly causation: string;
  readonly actor_role: string;
  readonly actor_id: string;
  readonly trace: string | null;
  readonly data: string;
};
export type ChainedRow = EventRow & { readonly hash: Uint8Array };
export type OutboxState = {
  readonly consumer: string;
  readonly partition: string;
  readonly due_at: number;
  readonly attempt: number;
  readonly parked: number;
  readonly error: string | null;
};
export type DocumentRow = { readonly key: string; readonly version: number; readonly body: string };
export type OrderColumns = {
  readonly order: string;
  readonly customer: string;
  readonly shop: string;
  readonly placed_at: number;
  readonly active: number;
  readonly kitchen: number;
  readonly riding: number;
  readonly body: string;
};
export type PaymentColumns = {
  readonly payment: string;
  readonly customer: string;
  readonly updated_at: number;
  readonly open: number;
  readonly body: string;
};
export type DaemonRow = {
  readonly id: string;
  readonly pid: number;
  readonly started_at: number;
  readonly beat_at: number;
  readonly consumers: string;
};

export const toRecorded = (row: EventRow): Recorded => {
  const stream = row.stream as StreamId;
  return {
    position: row.position,
    id: eventId(stream, row.version),
    type: row.type,
    schema: row.schema,
    stream,
    version: row.version,
    at: row.at,
    ...(row.order !== null && { order: row.order }),
    causation: row.causation,
    actor: { role: row.actor_role, id: row.actor_id },
    ...(row.trace !== null && { trace: row.trace }),
    data: unpackData(row.data, row),
  } as Recorded;
};

/** Shared by whoever asks: nobody can change it. */
export const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
};

/** The event as its columns, without the position that it is given and the hash that depends on the one before. */
export type EncodedEvent = Omit<EventRow, 'position' | 'stream'> & { readonly stream: StreamId };
export const toEncodedEvent = (event: Unrecorded): EncodedEvent => ({
  stream: event.stream,
  version: event.version,
  type: event.type,
  schema: event.schema,
  at: event.at,
  order: event.order ?? null,
  causation: event.causation,
  actor_role: event.actor.role,
  actor_id: event.actor.id,
  trace: event.trace ?? null,
  data: packData(event.data, { ...event, order: event.order ?? null }),
});

const kept = 16;
/** What stands before the first event of a stream. */
export const noHash: Uint8Array = new Uint8Array(0);
/** Chains an event to the one before it in its stream. The position is left out: it belongs to this database, not to the event. */
export const chainHash = (before: Uint8Array, e: Omit<EventRow, 'position'>): Uint8Array => {
  const content = JSON.stringify([e.stream, e.version, e.type, e.schema, e.at, e.order, e.causation, e.actor_role, e.actor_id, e.trace]);
  // The array says where it ends, so that no other event reads the same.
  return hash('sha256', `${Buffer.from(before).toString('hex')}${content}${e.data}`, 'buffer').subarray(0, kept);
};

export const toDocument = (row: DocumentRow): Document => ({
  key: row.key as DocumentKey,
  version: row.version,
  body: JSON.parse(row.body),
});

const flag = (is: boolean): 0 | 1 => (is ? 1 : 0);
export const toOrderColumns = (view: OrderView): OrderColumns => ({
  order: view.order,
  customer: view.customer,
  shop: view.shop,
  placed_at: view.placedAt,
  active: flag(isActive(view)),
  kitchen: flag(isOnKitchenBoard(view)),
  riding: flag(isRiding(view)),
  body: canonicalJson(view),
});
export const toOrderView = (body: string): OrderView => JSON.parse(body) as OrderView;
export const toPaymentColumns = (view: PaymentView): PaymentColumns => ({
  payment: view.payment,
  customer: view.customer,
  updated_at: view.updatedAt,
  open: flag(isOpenPayment(view)),
  body: canonicalJson(view),
});
export const toPaymentView = (body: string): PaymentView => JSON.parse(body) as PaymentView;

export const toPending = (row: EventRow & OutboxState): Pending => ({
  consumer: row.consumer,
  partition: row.partition,
  event: toRecorded(row),
  dueAt: row.due_at as Instant,
  attempt: row.attempt,
  parked: row.parked === 1,
  ...(row.error !== null && { error: row.error }),
});

/** A row's body for comparing; undefined when it is no JSON object any more. */
export const readBody = (body: string): object | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
};

export const toInstant = (ms: number): Instant => ms as Instant;

export const toHeartbeat = (row: DaemonRow): Heartbeat => ({
  id: row.id,
  pid: row.pid,
  startedAt: row.started_at as Instant,
  beatAt: row.beat_at as Instant,
  consumers: JSON.parse(row.consumers) as string[],
});
