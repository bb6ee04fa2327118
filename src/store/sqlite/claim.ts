import type { ClaimAsk, Delivery } from '../../core/ports.ts';
import type { Queued, Ready } from './outbox-statements.ts';
import type { Recall } from './recall.ts';
import type { Statements } from './statements.ts';

type Head = Ready & { readonly consumer: string };
type Leased = {
  readonly consumer: string;
  readonly partition: string;
  readonly position: number;
  readonly attempt: number;
  readonly faults: number;
};

/** The first rows of their partitions that are ready, those that waited longest first. */
const headsOf = (s: Statements, { consumers, now, limit }: ClaimAsk): readonly Head[] =>
  consumers
    .flatMap((consumer) =>
      s
        .ready()
        .all(consumer, now, limit)
        .map((ready) => ({ consumer, ...ready })),
    )
    .sort((a, b) => a.ready_at - b.ready_at || a.position - b.position)
    .slice(0, limit);

const isFree = ({ parked, lease_until, due_at }: Queued, now: number): boolean =>
  parked === 0 && due_at <= now && (lease_until === null || lease_until <= now);

/** The head and the rows behind it, up to the first one that is parked, held or not yet due. */
const leasePartition = (s: Statements, { consumer, partition }: Head, { now, leaseUntil }: ClaimAsk, most: number): readonly Leased[] => {
  const leased: Leased[] = [];
  for (const row of s.queue().all(consumer, partition, most)) {
    if (!isFree(row, now)) break;
    s.lease().run(leaseUntil, leased.length === 0 ? leaseUntil : null, consumer, partition, row.position);
    leased.push({ consumer, partition, position: row.position, attempt: row.attempt + 1, faults: row.faults });
  }
  return leased;
};

export const isAnyReady = (s: Statements, { consumers, now }: ClaimAsk): boolean =>
  consumers.some((consumer) => {
    const at = s.nextReady().get(consumer) ?? undefined;
    return at !== undefined && at <= now;
  });

/** Inside a transaction. */
export const lease = (s: Statements, ask: ClaimAsk): readonly Leased[] => {
  const leased: Leased[] = [];
  for (const head of headsOf(s, ask)) {
    if (leased.length >= ask.limit) break;
    leased.push(...leasePartition(s, head, ask, ask.limit - leased.length));
  }
  return leased;
};

/** Outside it: events never change, so nobody need wait while they are read. */
export const toDeliveries = (recall: Recall, { consumers, leaseUntil }: ClaimAsk, leased: readonly Leased[]): readonly Delivery[] =>
  [...leased]
    .sort((a, b) => a.position - b.position || consumers.indexOf(a.consumer) - consumers.indexOf(b.consumer))
    .map(({ consumer, partition, position, attempt, faults }) => {
      const event = recall.at(position);
      if (!event) throw new Error(`event ${position} is gone, but ${consumer} waits for it`);
      return { consumer, partition, attempt, faults, leaseUntil, event };
    });
