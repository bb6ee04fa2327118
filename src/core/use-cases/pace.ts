import { type Instant, instant, later, type ShopId } from '../kinds.ts';
import type { OrderView } from '../views/order-view.ts';
import type { Session } from './deps.ts';

/** How long a shop usually takes, in whole minutes. */
export type Pace = { readonly orders: number; readonly acceptMinutes: number; readonly deliverMinutes: number };

const minute = 60_000;
const looksBackMs = 30 * 24 * 60 * minute;
const delivered = 20;
/** Fewer say nothing about the next one. */
const least = 3;
/** Some of the last orders are canceled or still on their way. */
const looksAt = 3 * delivered;

const median = (all: readonly number[]): number => {
  const sorted = all.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
};
const minutesBetween = (from: Instant, to: Instant | undefined): number => Math.max(0, (to ?? from) - from) / minute;

/** Of the last delivered orders; undefined when there are too few. */
export const paceFrom = (orders: readonly OrderView[]): Pace | undefined => {
  const done = orders.filter((one) => one.deliveredAt !== undefined && one.acceptedAt !== undefined).slice(0, delivered);
  if (done.length < least) return undefined;
  return {
    orders: done.length,
    acceptMinutes: Math.ceil(median(done.map(({ placedAt, acceptedAt }) => minutesBetween(placedAt, acceptedAt)))),
    deliverMinutes: Math.ceil(median(done.map(({ placedAt, deliveredAt }) => minutesBetween(placedAt, deliveredAt)))),
  };
};

/** For anybody who wonders how long it will take. */
export const paceOf = async ({ reads, env }: Session, shop: ShopId): Promise<Pace | undefined> => {
  const now = env.now();
  const from = instant(Math.max(0, now - looksBackMs));
  return paceFrom(await reads.orders({ of: 'shop', shop, from, to: later(now, 1), limit: looksAt }));
};
