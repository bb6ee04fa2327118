import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleShops } from '../../samples/shops.ts';
import { type Instant, instant } from '../kinds.ts';
import { won } from '../money.ts';
import { dayNumber, weekdayOf } from '../time.ts';
import { intakeAt } from './hours.ts';
import type { Intake, Shop, Span, WeekHours } from './shop.ts';

const at = (iso: string) => instant(Date.parse(iso));
const seoul = (local: string) => at(`${local}:00+09:00`);
const spans = (...all: readonly (readonly [from: number, to: number])[]): readonly Span[] =>
  all.map(([from, to]) => ({ from: from * 60, to: to * 60 }));
const daily = (day: readonly Span[]): WeekHours => [day, day, day, day, day, day, day];

const [first] = sampleShops();
if (!first) throw new Error('no sample');
const shopWith = (hours: WeekHours, more: Partial<Shop> = {}): Shop => ({ ...first, minimum: won(0), hours, holidays: [], ...more });
const open = (until?: Instant) => (until === undefined ? { open: true } : { open: true, until });

describe('a shop with a break', () => {
  // Sunday 2026-11-22; the other days alike.
  const shop = shopWith(daily(spans([11, 15], [17, 22])));

  test('takes orders before and after its break, and says when it closes', () => {
    expect(intakeAt(shop, seoul('2026-11-22T11:00'))).toEqual(open(seoul('2026-11-22T15:00')));
    expect(intakeAt(shop, seoul('2026-11-22T21:59'))).toEqual(open(seoul('2026-11-22T22:00')));
  });

  test('takes none in the break, from its first minute, and says when it opens', () => {
    for (const time of ['15:00', '16:59'])
      expect(intakeAt(shop, seoul(`2026-11-22T${time}`))).toEqual({ open: false, why: 'hours', opensAt: seoul('2026-11-22T17:00') });
    expect(intakeAt(shop, seoul('2026-11-22T22:00'))).toEqual({ open: false, why: 'hours', opensAt: seoul('2026-11-23T11:00') });
  });
});

describe('a shop that works past midnight', () => {
  const friday = shopWith([[], [], [], [], spans([18, 26]), [], []]);

  test('is open on Saturday morning because of Friday night', () => {
    expect(intakeAt(friday, seoul('2026-11-21T01:59'))).toEqual(open(seoul('2026-11-21T02:00')));
    expect(intakeAt(friday, seoul('2026-11-21T02:00'))).toMatchObject({ open: false, opensAt: seoul('2026-11-27T18:00') });
  });

  test('that also opens at midnight has no gap between the two', () => {
    const shop = shopWith(daily(spans([0, 2], [18, 24])));
    expect(intakeAt(shop, seoul('2026-11-22T23:30'))).toEqual(open(seoul('2026-11-23T02:00')));
  });

  test('that never closes names no end', () => {
    expect(intakeAt(shopWith(daily(spans([0, 24]))), seoul('2026-11-22T03:00'))).toEqual(open());
    expect(intakeAt(shopWith(daily(spans([10, 34]))), seoul('2026-11-22T03:00'))).toEqual(open());
  });
});

describe('holidays', () => {
  const holidays = [
    { day: '2026-12-24', name: 'eve', spans: spans([12, 14]) },
    { day: '2026-12-25', name: 'day', spans: [] },
  ];
  const shop = shopWith(daily(spans([18, 26])), { holidays });

  test('have hours of their own, or none', () => {
    expect(intakeAt(shop, seoul('2026-12-24T13:00'))).toEqual(open(seoul('2026-12-24T14:00')));
    expect(intakeAt(shop, seoul('2026-12-24T19:00'))).toEqual({ open: false, why: 'holiday', opensAt: seoul('2026-12-26T18:00') });
  });

  test('do not cut short the night before', () => {
    expect(intakeAt(shop, seoul('2026-12-24T01:00'))).toEqual(open(seoul('2026-12-24T02:00')));
  });
});

describe('a pause', () => {
  const paused = (until: Instant): { readonly intake: Intake } => ({ intake: { state: 'paused', until } });
  const hours = daily(spans([11, 15], [17, 22]));

  test('ends by itself, and then the hours decide', () => {
    const until = seoul('2026-11-22T12:30');
    const shop = shopWith(hours, paused(until));
    expect(intakeAt(shop, seoul('2026-11-22T12:29'))).toEqual({ open: false, why: 'paused', opensAt: until });
    expect(intakeAt(shop, until)).toEqual(open(seoul('2026-11-22T15:00')));
    expect(intakeAt(shop, seoul('2026-11-22T16:00'))).toMatchObject({ open: false, why: 'hours' });
  });

  test('that ends in the break promises the end of the break', () => {
    const shop = shopWith(hours, paused(seoul('2026-11-22T16:00')));
    expect(intakeAt(shop, seoul('2026-11-22T12:00'))).toEqual({ open: false, why: 'paused', opensAt: seoul('2026-11-22T17:00') });
  });

  test('is not a closing: a closed shop promises nothing', () => {
    expect(intakeAt(shopWith(hours, { intake: { state: 'closed' } }), seoul('2026-11-22T12:00'))).toEqual({ open: false, why: 'closed' });
    expect(intakeAt(shopWith(daily([])), seoul('2026-11-22T12:00'))).toEqual({ open: false, why: 'hours' });
  });

  test('two weeks ahead is as far as it looks', () => {
    const away = Array.from({ length: 15 }, (_, day) => ({ day: `2026-11-${String(day + 10)}`, name: '휴가', spans: [] }));
    const shop = shopWith(hours, { holidays: away });
    expect(intakeAt(shop, seoul('2026-11-10T12:00'))).toEqual({ open: false, why: 'holiday' });
    expect(intakeAt(shop, seoul('2026-11-11T00:00'))).toMatchObject({ opensAt: seoul('2026-11-25T11:00') });
  });
});

describe('clocks that are put forward and back', () => {
  test('the hour shown twice is one opening', () => {
    const shop = shopWith(daily(spans([0, 1.5])), { zone: 'America/New_York' });
    expect(intakeAt(shop, at('2026-11-01T05:29:00Z'))).toEqual(open(at('2026-11-01T05:30:00Z')));
    expect(intakeAt(shop, at('2026-11-01T06:10:00Z'))).toMatchObject({ open: false, opensAt: at('2026-11-02T05:00:00Z') });
  });

  test('a break that the clock jumps over does not close the shop', () => {
    const shop = shopWith(daily(spans([1, 2], [3, 5])), { zone: 'America/New_York' });
    expect(intakeAt(shop, at('2026-03-08T06:30:00Z'))).toEqual(open(at('2026-03-08T09:00:00Z')));
  });
});

// A second opinion, minute by minute: the highest the wall clock has been is inside a span.
const minute = 60_000;
type Window = { readonly zone: string; readonly from: number; readonly reached: readonly number[] };
const windowOf = (zone: string, around: string): Window => {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const from = Date.parse(around) - 1.5 * 1440 * minute;
  let highest = 0;
  const reached = Array.from({ length: 3 * 1440 }, (_, n) => {
    highest = Math.max(highest, Date.parse(`${wall.format(from + n * minute).replace(' ', 'T')}Z`) / minute);
    return highest;
  });
  return { zone, from, reached };
};

const isOpen = (shop: Shop, wallMinute: number): boolean => {
  const today = Math.floor(wallMinute / 1440);
  return [today - 1, today].some((day) => {
    const holiday = shop.holidays.find((one) => dayNumber(one.day) === day);
    return (holiday?.spans ?? shop.hours[weekdayOf(day)] ?? []).some(
      ({ from, to }) => day * 1440 + from <= wallMinute && wallMinute < day * 1440 + to,
    );
  });
};

test('in any zone, over any change of the clock, it agrees with a minute-by-minute reading', () => {
  const windows = [
    windowOf('Asia/Seoul', '2026-11-22T00:00Z'),
    windowOf('America/New_York', '2026-03-08T07:00Z'),
    windowOf('America/New_York', '2026-11-01T06:00Z'),
    windowOf('Australia/Lord_Howe', '2026-04-04T15:00Z'),
    windowOf('America/Santiago', '2026-09-06T04:00Z'),
    windowOf('Antarctica/Troll', '2026-10-25T01:00Z'),
    windowOf('Pacific/Apia', '2011-12-30T10:00Z'),
  ];
  const edges = fc.uniqueArray(fc.integer({ min: 0, max: 112 }), { minLength: 0, maxLength: 4 });
  const day = edges.map((all): readonly Span[] => {
    const [a, b, c, d] = all.toSorted((p, q) => p - q).map((quarter) => quarter * 15);
    const pairs = [
      a !== undefined && b !== undefined ? { from: a, to: b } : [],
      c !== undefined && d !== undefined ? { from: c, to: d } : [],
    ];
    return pairs.flat().filter(({ from }) => from < 1440);
  });
  const week = fc.tuple(day, day, day, day, day, day, day);
  const moments = fc.array(fc.integer({ min: 200, max: 3 * 1440 - 1 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...windows), week, moments, ({ zone, from, reached }, hours, minutes) => {
      const shop = shopWith(hours, { zone });
      const openness = reached.map((wall) => isOpen(shop, wall));
      for (const n of minutes) {
        const said = intakeAt(shop, instant(from + n * minute));
        expect(said.open).toBe(openness[n]);
        const next = openness.findIndex((one, later) => later > n && one !== openness[n]);
        const change = said.open ? said.until : said.opensAt;
        if (next > 0) expect(change).toBe(from + next * minute);
        else expect(change === undefined || change >= from + reached.length * minute).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});
