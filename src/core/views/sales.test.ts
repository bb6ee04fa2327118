import { describe, expect, test } from 'vitest';
import type { Unrecorded } from '../events.ts';
import { type ItemId, instant, later } from '../kinds.ts';
import { won } from '../money.ts';
import { recorded } from '../testing/given.ts';
import * as story from '../testing/story.ts';
import { foldOrder } from './fold-order.ts';
import type { OrderView } from './order-view.ts';
import { type Sale, saleOf, salesByDay, salesByHour, salesByItem, tallyOf, undoneOf } from './sales.ts';

const seoul = 'Asia/Seoul';
const noon = instant(Date.parse('2026-11-22T12:30:00+09:00'));
const minute = 60_000;
const hour = 60 * minute;
const item = (id: string) => id as ItemId;

const stew = (quantity: number) => ({ item: item('stew'), name: '찌개', quantity, total: won(9000 * quantity) });
const delivered: Sale = {
  placedAt: noon,
  total: won(20_000),
  outcome: 'delivered',
  owed: won(0),
  acceptMs: minute,
  cookMs: 10 * minute,
  deliverMs: 20 * minute,
  wholeMs: 40 * minute,
  lines: [stew(2)],
};
const underway: Sale = {
  placedAt: later(noon, hour),
  total: won(11_000),
  outcome: 'underway',
  owed: won(0),
  acceptMs: 3 * minute,
  lines: [stew(1)],
};
const canceled: Sale = {
  placedAt: later(noon, 13 * hour),
  total: won(29_000),
  outcome: 'undone',
  owed: won(29_000),
  undone: { reason: 'ITEM_SOLD_OUT', by: 'shop' },
  lines: [stew(3)],
};
const expired: Sale = { ...canceled, total: won(5000), owed: won(0), undone: { reason: 'ACCEPT_TIMEOUT', by: 'system' } };
const all = [delivered, underway, canceled, expired];

describe('the reckoning', () => {
  test('keeps what stands, and tells what went back or will', () => {
    expect(tallyOf(all)).toEqual({
      orders: 4,
      delivered: 1,
      underway: 1,
      canceled: 2,
      taken: 65_000,
      refunds: 34_000,
      owed: 29_000,
      revenue: 31_000,
      acceptMs: 2 * minute,
      cookMs: 10 * minute,
      deliverMs: 20 * minute,
      wholeMs: 40 * minute,
    });
  });

  test('of nothing is nothing, and claims no averages', () => {
    expect(tallyOf([])).toEqual({ orders: 0, delivered: 0, underway: 0, canceled: 0, taken: 0, refunds: 0, owed: 0, revenue: 0 });
    expect(salesByHour([], seoul)).toEqual([]);
    expect(salesByItem([])).toEqual([]);
  });

  test('says why orders were undone, most money first', () => {
    expect(undoneOf([...all, canceled])).toEqual([
      { reason: 'ITEM_SOLD_OUT', by: 'shop', orders: 2, amount: 58_000 },
      { reason: 'ACCEPT_TIMEOUT', by: 'system', orders: 1, amount: 5000 },
    ]);
  });

  test('counts an order on its day at the shop, and leaves no day out', () => {
    const days = salesByDay(all, seoul, '2026-11-21', '2026-11-24');
    expect(days.map(({ key, orders }) => [key, orders])).toEqual([
      ['2026-11-21', 0],
      ['2026-11-22', 2],
      ['2026-11-23', 2],
      ['2026-11-24', 0],
    ]);
    expect(salesByDay(all, 'America/New_York', '2026-11-21', '2026-11-22').map(({ orders }) => orders)).toEqual([2, 2]);
  });

  test('shows every hour between the first and the last', () => {
    expect(
      salesByHour([delivered, { ...underway, placedAt: later(noon, 3 * hour) }], seoul).map(({ key, orders }) => `${key}: ${orders}`),
    ).toEqual(['12: 1', '13: 0', '14: 0', '15: 1']);
  });

  test('counts of an item what stayed ordered, by its latest name', () => {
    const renamed: Sale = {
      ...delivered,
      placedAt: later(noon, hour),
      lines: [
        { ...stew(1), name: '김치찌개' },
        { item: item('rice'), name: '밥', quantity: 9, total: won(9000) },
      ],
    };
    expect(salesByItem([delivered, renamed, canceled])).toEqual([
      { key: 'stew', name: '찌개', quantity: 3, undone: 3, revenue: 27_000 },
      { key: 'rice', name: '밥', quantity: 9, undone: 0, revenue: 9000 },
    ]);
    expect(salesByItem([delivered, renamed])[0]).toMatchObject({ name: '김치찌개' });
  });
});

describe('an order as it is counted', () => {
  const viewOf = (events: readonly Unrecorded[]): OrderView => {
    const view = events.reduce<OrderView | undefined>((before, event) => foldOrder(before, event), undefined);
    if (!view) throw new Error('no order');
    return view;
  };
  const counted = (facts: readonly story.Fact[]): Sale => saleOf(viewOf(recorded(facts)));

  test('is under way until it is delivered', () => {
    const outcomes = Object.entries(story.stages).map(([name, facts]) => [name, counted(facts).outcome]);
    expect(Object.fromEntries(outcomes)).toEqual({
      placed: 'underway',
      awaiting: 'underway',
      accepted: 'underway',
      cooking: 'underway',
      cooked: 'underway',
      claimed: 'underway',
      delivering: 'underway',
      delivered: 'delivered',
      completed: 'delivered',
    });
  });

  test('that was delivered knows how long each step took', () => {
    expect(counted(story.stages.completed)).toMatchObject({
      total: 20_000,
      acceptMs: minute,
      cookMs: 13 * minute,
      deliverMs: 12 * minute,
      wholeMs: 30 * minute,
    });
  });

  test('that was canceled is owed until the money is back', () => {
    const { awaiting } = story.stages;
    const why = { reason: 'TOO_BUSY', by: 'shop' };
    expect(counted([...awaiting, story.rejected()])).toMatchObject({ outcome: 'undone', owed: 20_000, undone: why });
    expect(counted([...awaiting, story.rejected(), story.refundAsked('TOO_BUSY')])).toMatchObject({ owed: 20_000 });
    expect(counted([...awaiting, story.rejected(), story.refundAsked('TOO_BUSY'), story.refunded()])).toMatchObject({
      owed: 0,
      undone: why,
    });
    expect(counted([...awaiting, story.canceled('system', 'ACCEPT_TIMEOUT')])).toMatchObject({
      undone: { reason: 'ACCEPT_TIMEOUT', by: 'system' },
    });
  });
});
