import type { Instant, ItemId } from '../kinds.ts';
import { minus, sum, type Won, won } from '../money.ts';
import type { CancelReason, Party } from '../reasons.ts';
import { dayNumber, dayText, localTime } from '../time.ts';
import { moneyOf, type OrderStatus, type OrderView, statusOf } from './order-view.ts';

type SoldLine = { readonly item: ItemId; readonly name: string; readonly quantity: number; readonly total: Won };

/** How long it took: until it was accepted, on the stove, on the road, and altogether to the door. */
type Spans = { readonly acceptMs?: number; readonly cookMs?: number; readonly deliverMs?: number; readonly wholeMs?: number };

/** What the day's reckoning needs of an order. */
export type Sale = {
  readonly placedAt: Instant;
  readonly total: Won;
  readonly outcome: 'delivered' | 'underway' | 'undone';
  /** Still to be given back. */
  readonly owed: Won;
  readonly undone?: { readonly reason: CancelReason; readonly by: Party };
  readonly lines: readonly SoldLine[];
} & Spans;

const outcomes: Readonly<Record<OrderStatus, Sale['outcome']>> = {
  placed: 'underway',
  accepted: 'underway',
  cooking: 'underway',
  cooked: 'underway',
  delivering: 'underway',
  delivered: 'delivered',
  canceled: 'undone',
  rejected: 'undone',
  expired: 'undone',
  'delivery-failed': 'undone',
};

const between = (from: Instant | undefined, to: Instant | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : Math.max(0, to - from);

const spansOf = (of: (span: keyof Spans) => number | undefined): Spans => {
  const [acceptMs, cookMs, deliverMs, wholeMs] = [of('acceptMs'), of('cookMs'), of('deliverMs'), of('wholeMs')];
  return {
    ...(acceptMs !== undefined && { acceptMs }),
    ...(cookMs !== undefined && { cookMs }),
    ...(deliverMs !== undefined && { deliverMs }),
    ...(wholeMs !== undefined && { wholeMs }),
  };
};

/** An order as it is counted. */
export const saleOf = (view: OrderView): Sale => {
  const outcome = outcomes[statusOf(view)];
  const isOwed = outcome === 'undone' && moneyOf(view) !== 'refunded';
  const spans = {
    acceptMs: between(view.placedAt, view.acceptedAt),
    cookMs: between(view.cookStartedAt, view.cookedAt),
    deliverMs: between(view.pickedAt, view.deliveredAt),
    wholeMs: between(view.placedAt, view.deliveredAt),
  };
  const reason = view.ended?.reason ?? (view.delivery === 'failed' ? 'DELIVERY_FAILED' : undefined);
  return {
    placedAt: view.placedAt,
    total: view.total,
    outcome,
    owed: isOwed ? view.total : won(0),
    ...(outcome === 'undone' && reason !== undefined && { undone: { reason, by: view.ended?.by ?? 'system' } }),
    ...spansOf((span) => spans[span]),
    lines: view.lines.map(({ item, name, quantity, total }) => ({ item, name, quantity, total })),
  };
};

export type Tally = {
  readonly orders: number;
  readonly delivered: number;
  readonly underway: number;
  readonly canceled: number;
  /** All that was paid; `refunds` of it went back or will, `owed` is still to go; `revenue` is what stays. */
  readonly taken: Won;
  readonly refunds: Won;
  readonly owed: Won;
  readonly revenue: Won;
  /** The spans are averages of those orders that came so far, in whole milliseconds. */
} & Spans;

const average = (all: readonly number[]): number | undefined =>
  all.length === 0 ? undefined : Math.round(all.reduce((a, b) => a + b, 0) / all.length);

export const tallyOf = (sales: readonly Sale[]): Tally => {
  const count = (outcome: Sale['outcome']): number => sales.filter((sale) => sale.outcome === outcome).length;
  const taken = sum(sales.map(({ total }) => total));
  const refunds = sum(sales.map(({ outcome, total }) => (outcome === 'undone' ? total : won(0))));
  return {
    orders: sales.length,
    delivered: count('delivered'),
    underway: count('underway'),
    canceled: count('undone'),
    taken,
    refunds,
    owed: sum(sales.map(({ owed }) => owed)),
    revenue: minus(taken, refunds),
    ...spansOf((span) => average(sales.flatMap((sale) => sale[span] ?? []))),
  };
};

/** Why orders were undone, most money first. */
export type Undone = { readonly reason: CancelReason; readonly by: Party; readonly orders: number; readonly amount: Won };

export const undoneOf = (sales: readonly Sale[]): readonly Undone[] => {
  const groups = Map.groupBy(
    sales.filter(({ undone }) => undone !== undefined),
    ({ undone }) => `${undone?.reason} ${undone?.by}`,
  );
  const rows = [...groups.values()].flatMap((all): readonly Undone[] => {
    const undone = all[0]?.undone;
    return undone ? [{ ...undone, orders: all.length, amount: sum(all.map(({ total }) => total)) }] : [];
  });
  return rows.sort((a, b) => b.amount - a.amount || (a.reason < b.reason ? -1 : 1));
};

export type SalesBy = 'day' | 'hour' | 'item';
/** `key`: the day, or the hour from `00` to `23`. */
export type TimeRow = { readonly key: string } & Tally;
/** What was ordered of an item and stayed ordered; `undone` of it did not. Options are in the revenue. */
export type ItemRow = {
  readonly key: ItemId;
  readonly name: string;
  readonly quantity: number;
  readonly undone: number;
  readonly revenue: Won;
};

const rowsFor = (keys: readonly string[], groups: ReadonlyMap<string, readonly Sale[]>): readonly TimeRow[] =>
  keys.map((key) => ({ key, ...tallyOf(groups.get(key) ?? []) }));

/** Every day from the first to the last, those without an order, too. */
export const salesByDay = (sales: readonly Sale[], zone: string, firstDay: string, lastDay: string): readonly TimeRow[] => {
  const days = Array.from({ length: dayNumber(lastDay) - dayNumber(firstDay) + 1 }, (_, n) => dayText(dayNumber(firstDay) + n));
  return rowsFor(
    days,
    Map.groupBy(sales, ({ placedAt }) => localTime(placedAt, zone).day),
  );
};

/** Every hour of the day from the first with an order to the last. */
export const salesByHour = (sales: readonly Sale[], zone: string): readonly TimeRow[] => {
  const hourOf = ({ placedAt }: Sale): number => Math.floor(localTime(placedAt, zone).minute / 60);
  const hours = sales.map(hourOf);
  const first = hours.reduce((a, b) => Math.min(a, b), 24);
  const last = hours.reduce((a, b) => Math.max(a, b), -1);
  const keys = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => String(first + n).padStart(2, '0'));
  return rowsFor(
    keys,
    Map.groupBy(sales, (sale) => String(hourOf(sale)).padStart(2, '0')),
  );
};

/** By what they brought, most first; called as they were called last. */
export const salesByItem = (sales: readonly Sale[]): readonly ItemRow[] => {
  const latestFirst = sales.toSorted((a, b) => b.placedAt - a.placedAt);
  const lines = latestFirst.flatMap((sale) => sale.lines.map((line) => ({ ...line, isUndone: sale.outcome === 'undone' })));
  const rows = [...Map.groupBy(lines, ({ item }) => item)].map(([key, all]): ItemRow => {
    const stays = all.filter(({ isUndone }) => !isUndone);
    const count = (some: readonly SoldLine[]) => some.reduce((total, { quantity }) => total + quantity, 0);
    return {
      key,
      name: all[0]?.name ?? key,
      quantity: count(stays),
      undone: count(all) - count(stays),
      revenue: sum(stays.map(({ total }) => total)),
    };
  });
  return rows.sort((a, b) => b.revenue - a.revenue || (a.key < b.key ? -1 : 1));
};
