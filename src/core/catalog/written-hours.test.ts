import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleShops } from '../../samples/shops.ts';
import type { Span, WeekHours } from './shop.ts';
import { groupWeek, parseDayHours, parseDays, parseSpans, withDayHours, writeDays, writeSpans } from './written-hours.ts';

const hours = (...all: readonly (readonly [from: number, to: number])[]): readonly Span[] =>
  all.map(([from, to]) => ({ from: from * 60, to: to * 60 }));

describe('days as people write them', () => {
  test.each([
    ['월-금', [0, 1, 2, 3, 4]],
    ['mon-fri', [0, 1, 2, 3, 4]],
    ['Mon – Fri', [0, 1, 2, 3, 4]],
    ['monday to wednesday', [0, 1, 2]],
    ['월요일~수요일', [0, 1, 2]],
    ['금-월', [4, 5, 6, 0]],
    ['월수금', [0, 2, 4]],
    ['토, 일', [5, 6]],
    ['sat sun', [5, 6]],
    ['화·목', [1, 3]],
    ['주말', [5, 6]],
    ['weekdays', [0, 1, 2, 3, 4]],
    ['매일', [0, 1, 2, 3, 4, 5, 6]],
    ['every day', [0, 1, 2, 3, 4, 5, 6]],
    ['일', [6]],
    ['토,토', [5]],
  ])('%s', (text, days) => expect(parseDays(text)).toEqual(days));

  test.each(['', ' ', 'someday', 'mon-', '-fri', 'mon-tue-wed', '월-', '11:00', 'mon,xyz'])('not %j', (text) =>
    expect(parseDays(text)).toBeUndefined(),
  );
});

describe('hours as people write them', () => {
  test.each([
    ['11:00-22:00', hours([11, 22])],
    ['11-22', hours([11, 22])],
    ['11시~22시', hours([11, 22])],
    ['11시부터 22시까지', hours([11, 22])],
    ['11:30 - 22', hours([11.5, 22])],
    ['11시 30분-22시', hours([11.5, 22])],
    ['오전 11시-오후 10시 반', hours([11, 22.5])],
    ['11am-10:30pm', hours([11, 22.5])],
    ['11-15, 16:30-22', hours([11, 15], [16.5, 22])],
    ['11-15 17-22', hours([11, 15], [17, 22])],
    ['22:00-02:00', hours([22, 26])],
    ['18-26', hours([18, 26])],
    ['0-24', hours([0, 24])],
    ['24시간', hours([0, 24])],
    ['24h', hours([0, 24])],
    ['정오-18:00', hours([12, 18])],
    ['휴무', []],
    ['Closed', []],
  ])('%s', (text, spans) => expect(parseSpans(text)).toEqual(spans));

  test.each(['', 'soon', '11', '11:00-', '11:60-12:00', '25-26', '10-10', '오후 5-10', '5-10pm', '11-15, later', '13pm-14pm', '10-49'])(
    'not %j',
    (text) => expect(parseSpans(text)).toBeUndefined(),
  );
});

describe('a line of days and hours', () => {
  test('reads both, and without days it is every day', () => {
    expect(parseDayHours('월-금 11:00-22:00')).toEqual({ days: [0, 1, 2, 3, 4], spans: hours([11, 22]) });
    expect(parseDayHours('sat: 12-20')).toEqual({ days: [5], spans: hours([12, 20]) });
    expect(parseDayHours('일 휴무')).toEqual({ days: [6], spans: [] });
    expect(parseDayHours('주말 오전 11시-오후 9시')).toEqual({ days: [5, 6], spans: hours([11, 21]) });
    expect(parseDayHours('22:00-02:00')).toMatchObject({ days: [0, 1, 2, 3, 4, 5, 6] });
  });

  test('says which half of it cannot be read', () => {
    expect(parseDayHours('someday 11-22')).toBe('unreadable-days');
    expect(parseDayHours('')).toBe('unreadable-hours');
    expect(parseDayHours('월-금')).toBe('unreadable-hours');
    expect(parseDayHours('mon 11-late')).toBe('unreadable-hours');
    expect(parseDayHours('월-금 늦게')).toBe('unreadable-hours');
  });

  test('changes only its own days, and the last one said counts', () => {
    const week: WeekHours = [[], [], [], [], [], [], hours([9, 12])];
    const all = [
      { days: [0, 1], spans: hours([11, 22]) },
      { days: [1], spans: hours([12, 13]) },
    ];
    expect(withDayHours(week, all)).toEqual([hours([11, 22]), hours([12, 13]), [], [], [], [], hours([9, 12])]);
  });
});

test('what is written is read back as it was', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .map(([from, long]) => ({ from, to: from + long }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 4 }), (spans) => {
      expect(parseSpans(writeSpans(spans))).toEqual(spans);
    }),
  );
  fc.assert(
    fc.property(fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }), (days) => {
      expect(parseDays(writeDays(days))).toEqual(days);
    }),
  );
});

test('a week is grouped into days of the same hours, and comes back from them', () => {
  const [, , tteok] = sampleShops();
  if (!tteok) throw new Error('no sample');
  const groups = groupWeek(tteok.hours);
  expect(groups.map(({ days, spans }) => `${writeDays(days)}: ${writeSpans(spans)}`)).toEqual([
    'mon-thu, sun: 11:00-15:00, 16:30-22:00',
    'fri-sat: 11:00-15:00, 16:30-02:00',
  ]);
  expect(withDayHours([[], [], [], [], [], [], []], groups)).toEqual(tteok.hours);
});
