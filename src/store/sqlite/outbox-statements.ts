import type { Sqlite } from '../../sqlite/open.ts';
import type { EventRow, OutboxState } from './codec.ts';
import { ofEvent } from './event-statements.ts';
import { lazily } from './lazily.ts';

/** A row of a partition, in its place. */
export type Queued = {
  readonly position: number;
  readonly due_at: number;
  readonly lease_until: number | null;
  readonly attempt: number;
  readonly faults: number;
  readonly parked: number;
};
export type Ready = { readonly partition: string; readonly position: number; readonly ready_at: number };
type RowKey = [consumer: string, partition: string, position: number];
type PendingRow = EventRow & OutboxState;

const row = 'consumer = +? and partition = +? and position = +?';
const first = 'select min(position) from outbox where consumer = +? and partition = +?';
const waits = `select o.consumer, o.partition, o.due_at, o.attempt, o.parked, o.error, ${ofEvent} from outbox o cross join events e on e.position = o.position`;

export const outboxStatements = (db: Sqlite) => ({
  /** Ready at once when nothing of its partition is before it. */
  insertOutbox: lazily<[...RowKey, number, string, string, number], unknown>(
    db,
    'insert into outbox (consumer, partition, position, due_at, ready_at) values (?, ?, ?, ?, ' +
      'case when exists (select 1 from outbox where consumer = +? and partition = +?) then null else ? end)',
  ),
  nextReady: lazily<[string], number | null>(db, 'select min(ready_at) from outbox where consumer = +? and ready_at is not null', true),
  ready: lazily<[string, number, number], Ready>(
    db,
    'select partition, position, ready_at from outbox where consumer = +? and ready_at <= +? order by ready_at, position limit +?',
  ),
  queue: lazily<[string, string, number], Queued>(
    db,
    'select position, due_at, lease_until, attempt, faults, parked from outbox where consumer = +? and partition = +? order by position limit +?',
  ),
  lease: lazily<[number, number | null, ...RowKey], unknown>(
    db,
    `update outbox set lease_until = ?, ready_at = ?, attempt = attempt + 1 where ${row}`,
  ),
  held: lazily<RowKey, { readonly attempt: number; readonly lease_until: number | null }>(
    db,
    `select attempt, lease_until from outbox where ${row}`,
  ),
  done: lazily<RowKey, unknown>(db, `delete from outbox where ${row}`),
  again: lazily<[number, string | null, number, ...RowKey], unknown>(
    db,
    `update outbox set due_at = ?, error = ?, faults = faults + ?, lease_until = null where ${row}`,
  ),
  release: lazily<RowKey, unknown>(db, `update outbox set lease_until = null, attempt = attempt - 1 where ${row}`),
  park: lazily<[string, ...RowKey], unknown>(db, `update outbox set parked = 1, error = ?, lease_until = null where ${row}`),
  /** The first row of the partition, whichever it is now, becomes ready when its lease or its due time says so. */
  advance: lazily<[string, string, string, string], unknown>(
    db,
    'update outbox set ready_at = case when parked = 1 then null else coalesce(lease_until, due_at) end ' +
      `where consumer = +? and partition = +? and position = (${first})`,
  ),
});

/** What people ask and change. */
export const outboxReadStatements = (db: Sqlite) => ({
  waiting: lazily<[string, string], PendingRow>(db, `${waits} where o.consumer = +? and o.partition = +? order by o.position`),
  /** Of several partitions, in no order. */
  waitingOfThese: lazily<[string, string], PendingRow>(
    db,
    `${waits} where o.consumer = +? and o.partition in (select value from json_each(+?))`,
  ),
  positionsWaiting: lazily<[string], number>(db, 'select position from outbox where consumer = +?', true),
  backlog: lazily<[number, number, number], { readonly pending: number; readonly scheduled: number; readonly oldest: number | null }>(
    db,
    'select count(*) filter (where due_at <= +?) as pending, count(*) filter (where due_at > +?) as scheduled, ' +
      'min(due_at) filter (where due_at <= +?) as oldest from outbox where parked = 0',
  ),
  parked: lazily<[number], PendingRow>(db, `${waits} where o.parked = 1 order by o.position limit +?`),
  parkedRows: lazily<[], { readonly consumer: string; readonly partition: string; readonly position: number }>(
    db,
    'select consumer, partition, position from outbox where parked = 1 order by position',
  ),
  redrive: lazily<[number, ...RowKey], unknown>(
    db,
    `update outbox set parked = 0, attempt = 0, faults = 0, due_at = ?, error = null, lease_until = null where ${row}`,
  ),
});
