import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '../kinds.ts';
import { localTime } from '../time.ts';
import { parseDay, parseTime } from './written-time.ts';

const seoul = 'Asia/Seoul';
const at = (local: string) => instant(Date.parse(`${local}:00+09:00`));
// A Sunday evening.
const now = at('2026-11-22T19:40');

describe('a time as people write it', () => {
  test.each([
    ['30m', '2026-11-22T20:10'],
    ['2h', '2026-11-22T21:40'],
    ['1d', '2026-11-23T19:40'],
    ['1h30m', '2026-11-22T21:10'],
    ['1시간 반', '2026-11-22T21:10'],
    ['30분', '2026-11-22T20:10'],
    ['2시간 동안', '2026-11-22T21:40'],
    ['45 minutes', '2026-11-22T20:25'],
    ['21:30', '2026-11-22T21:30'],
    ['until 21:30', '2026-11-22T21:30'],
    ['21시 30분까지', '2026-11-22T21:30'],
    ['9시 반', '2026-11-23T09:30'],
    ['오후 9시 반', '2026-11-22T21:30'],
    ['9:30pm', '2026-11-22T21:30'],
    ['18:00', '2026-11-23T18:00'],
    ['24:00', '2026-11-23T00:00'],
    ['자정', '2026-11-23T00:00'],
    ['내일 10시', '2026-11-23T10:00'],
    ['내일', '2026-11-23T00:00'],
    ['tomorrow 10:00', '2026-11-23T10:00'],
    ['tomorrow 10', '2026-11-23T10:00'],
    ['모레 정오', '2026-11-24T12:00'],
    ['오늘 23시', '2026-11-22T23:00'],
    ['금 18:00', '2026-11-27T18:00'],
    ['Friday 6pm', '2026-11-27T18:00'],
    ['sun 20:00', '2026-11-22T20:00'],
    ['sun 19:00', '2026-11-29T19:00'],
    ['12/25 18:00', '2026-12-25T18:00'],
    ['12월 25일 18시', '2026-12-25T18:00'],
    ['1월 1일', '2027-01-01T00:00'],
    ['2026-12-25 18:00', '2026-12-25T18:00'],
    ['2026-12-25T18:00', '2026-12-25T18:00'],
    ['2026-12-25', '2026-12-25T00:00'],
    ['2026-12-25T09:00:00Z', '2026-12-25T18:00'],
    ['오늘 9시', '2026-11-22T09:00'],
  ])('%s', (text, local) => expect(parseTime(text, now, seoul)).toBe(at(local)));

  test.each(['', 'later', '18', '25:00', '10:60', '0m', '-5m', '2026-02-30', '13/40', '내일 모레', 'tomorrow maybe', '2h later than that'])(
    'not %j',
    (text) => expect(parseTime(text, now, seoul)).toBeUndefined(),
  );

  test('is read on the clock of the shop', () => {
    const newYork = 'America/New_York';
    const found = parseTime('tomorrow 10:00', now, newYork);
    expect(found === undefined ? undefined : localTime(found, newYork)).toEqual({ day: '2026-11-23', weekday: 0, minute: 600 });
  });

  test('whatever is typed, it is a time or none, and never a crash', () => {
    const words = fc.constantFrom(
      '내일',
      'tomorrow',
      '금',
      '21:30',
      '오후',
      '9시',
      '반',
      '까지',
      'until',
      '2026-12-25',
      '12월',
      '25일',
      '2h',
      't',
      '-',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 5 }).map((all) => all.join(' ')),
        ),
        (text) => {
          const found = parseTime(text, now, seoul);
          expect(found === undefined || Number.isSafeInteger(found)).toBe(true);
        },
      ),
    );
  });
});

describe('a day as people write it', () => {
  test.each([
    ['today', '2026-11-22', '2026-11-22'],
    ['어제', '2026-11-21', '2026-11-21'],
    ['내일', '2026-11-23', '2026-11-23'],
    ['금', '2026-11-20', '2026-11-27'],
    ['sunday', '2026-11-22', '2026-11-22'],
    ['12/25', '2025-12-25', '2026-12-25'],
    ['11월 3일', '2026-11-03', '2027-11-03'],
    ['2026-01-31', '2026-01-31', '2026-01-31'],
  ])('%s is %s looking back, %s looking ahead', (text, past, coming) => {
    expect(parseDay(text, now, seoul, 'past')).toBe(past);
    expect(parseDay(text, now, seoul, 'coming')).toBe(coming);
  });

  test.each(['', '2/30', '2026-13-01', 'someday', '10:00'])('not %j', (text) => expect(parseDay(text, now, seoul, 'past')).toBeUndefined());
});
