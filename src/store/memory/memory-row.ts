import type { Recorded } from '../../core/events.ts';
import type { Instant } from '../../core/kinds.ts';
import type { Pending, Settle } from '../../core/ports.ts';
import { never } from '../../core/result.ts';

/** One row of the outbox, as it stands. */
export type Row = {
  readonly consumer: string;
  readonly partition: string;
  readonly event: Recorded;
  dueAt: Instant;
  readyAt: Instant | undefined;
  leaseUntil: Instant | undefined;
  attempt: number;
  faults: number;
  parked: boolean;
  error: string | undefined;
};

export const newRow = (consumer: string, partition: string, event: Recorded, dueAt: Instant): Row => ({
  consumer,
  partition,
  event,
  dueAt,
  readyAt: undefined,
  leaseUntil: undefined,
  attempt: 0,
  faults: 0,
  parked: false,
  error: undefined,
});

export const toPending = (row: Row): Pending => ({
  consumer: row.consumer,
  partition: row.partition,
  event: row.event,
  dueAt: row.dueAt,
  attempt: row.attempt,
  parked: row.parked,
  ...(row.error !== undefined && { error: row.error }),
});

export const isFree = (row: Row, now: Instant): boolean =>
  !row.parked && row.dueAt <= now && (row.leaseUntil === undefined || row.leaseUntil <= now);

export const settleRow = (row: Row, { outcome }: Settle, remove: () => void): void => {
  row.leaseUntil = undefined;
  switch (outcome.kind) {
    case 'done':
      remove();
      return;
    case 'again':
      row.dueAt = outcome.at;
      row.error = outcome.error;
      if (outcome.fault) row.faults++;
      return;
    case 'release':
      row.attempt--;
      return;
    case 'park':
      row.parked = true;
      row.error = outcome.error;
      return;
    default:
      never(outcome);
  }
};

/** As new: nothing is held against it. */
export const redriveRow = (row: Row, now: Instant): void => {
  Object.assign(row, { parked: false, attempt: 0, faults: 0, dueAt: now, error: undefined, leaseUntil: undefined });
};
