import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from './kinds.ts';
import { clock, dayAndClock, instantOf, isDay, isZone, localDay, localTime, wallMs, whenWallReads } from './time.ts';

const at = (iso: string) => instant(Date.parse(iso));
const iso = (ms: number) => new Date(ms).toISOString();

describe('what the clock on the wall says', () => {
  test('Seoul is nine hours ahead, and its day begins at 15:00 UTC', () => {
    expect(localTime(at('2026-11-21T14:59:59.999Z'), 'Asia/Seoul')).toEqual({ day: '2026-11-21', weekday: 5, minute: 1439 });
    expect(localTime(at('2026-11-21T15:00:00Z'), 'Asia/Seoul')).toEqual({ day: '2026-11-22', weekday: 6, minute: 0 });
    expect(localDay(at('2026-11-21T15:00:00Z'), 'Asia/Seoul')).toBe('2026-11-22');
  });

  test('the short way for Seoul agrees with Intl in every year to come, and before it with its summer time', () => {
    const intl = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul', dateStyle: 'short', timeStyle: 'medium' });
    for (let month = 0; month < 12 * 150; month += 1) {
      const moment = instant(Date.UTC(1955, month, 15, 3, 4, 5));
      expect(iso(wallMs(moment, 'Asia/Seoul')).slice(0, 19).replace('T', ' ')).toBe(intl.format(moment));
    }
  });

  test('people read a day and a time of day in their language', () => {
    const moment = at('2026-11-22T10:40:00Z');
    expect(clock(moment, 'Asia/Seoul', 'ko')).toBe('19:40');
    expect(clock(at('2026-11-22T15:05:00Z'), 'Asia/Seoul', 'en')).toBe('00:05');
    expect(dayAndClock(moment, 'Asia/Seoul', 'ko')).toBe('11월 22일 (일) 19:40');
    expect(dayAndClock(moment, 'America/New_York', 'en')).toBe('Sun 22 Nov 05:40');
  });

  test('a zone and a day are told from things that only look like one', () => {
    expect(['Asia/Seoul', 'UTC', 'America/Argentina/Buenos_Aires'].map(isZone)).toEqual([true, true, true]);
    expect(['', 'Seoul', '+09:00', 'Asia/Seoul\u0000', '../etc', 'Asia/'].map(isZone)).toEqual(Array(6).fill(false));
    expect(['2026-02-28', '2028-02-29'].map(isDay)).toEqual([true, true]);
    expect(['2026-02-29', '2026-13-01', '26-1-1', '2026-11-22T00', '0000-00-00'].map(isDay)).toEqual(Array(5).fill(false));
  });
});

describe('the instant of a local day and minute', () => {
  test('minutes beyond the day run on into the next', () => {
    expect(iso(instantOf('2026-11-22', 1440 + 90, 'Asia/Seoul'))).toBe('2026-11-22T16:30:00.000Z');
  });

  test('a time that the clock jumps over is the moment of the jump', () => {
    expect(iso(instantOf('2026-03-08', 150, 'America/New_York'))).toBe('2026-03-08T07:00:00.000Z');
    expect(iso(instantOf('2026-09-06', 0, 'America/Santiago'))).toBe('2026-09-06T04:00:00.000Z');
    expect(iso(instantOf('2011-12-30', 720, 'Pacific/Apia'))).toBe('2011-12-30T10:00:00.000Z');
  });

  test('a time that the clock shows twice is the first of the two', () => {
    expect(iso(instantOf('2026-11-01', 90, 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z');
    expect(iso(instantOf('2026-04-05', 105, 'Australia/Lord_Howe'))).toBe('2026-04-04T14:45:00.000Z');
  });

  test('in any zone it is the first instant at which the wall clock got there', () => {
    const zones = [
      'Asia/Seoul',
      'America/St_Johns',
      'Europe/London',
      'Pacific/Chatham',
      'Africa/Casablanca',
      'Antarctica/Troll',
      'Asia/Tehran',
    ];
    const moments = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2035, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...zones), moments, (zone, ms) => {
        const target = Math.floor(ms / 60_000) * 60_000;
        const found = whenWallReads(target, zone);
        return wallMs(found, zone) >= target && wallMs(instant(found - 1), zone) < target;
      }),
      { numRuns: 500 },
    );
  });
});
