import { describe, expect, test } from 'vitest';
import { instant } from '../core/kinds.ts';
import { readId, readMinutes, readUntil, tomorrow } from './parse.ts';
import { Stop } from './stop.ts';

const seoul = 'Asia/Seoul';
const now = instant(Date.parse('2026-11-22T19:40:00+09:00'));
const at = (text: string) => instant(Date.parse(text));

describe('a time to come', () => {
  test.each([
    ['30m', '2026-11-22T20:10:00+09:00'],
    ['2h', '2026-11-22T21:40:00+09:00'],
    ['1d', '2026-11-23T19:40:00+09:00'],
    ['21:00', '2026-11-22T21:00:00+09:00'],
    ['9:05', '2026-11-23T09:05:00+09:00'],
    ['19:40', '2026-11-23T19:40:00+09:00'],
    ['2026-12-25', '2026-12-25T00:00:00+09:00'],
    ['2026-12-25 18:00', '2026-12-25T18:00:00+09:00'],
    ['2026-12-25T18:00', '2026-12-25T18:00:00+09:00'],
    ['2026-11-22T20:00:00Z', '2026-11-22T20:00:00Z'],
    ['내일 10시', '2026-11-23T10:00:00+09:00'],
    ['2026-12-25 18', '2026-12-25T18:00:00+09:00'],
  ])('%s', (text, meant) => {
    expect(readUntil(text, now, seoul)).toBe(at(meant));
  });

  test.each(['', 'later', '0m', '30', '25:00', '12:60', '2026-02-30', '2026-11-22', '2020-01-01T00:00:00Z'])("'%s' is none", (text) => {
    expect(() => readUntil(text, now, seoul)).toThrow(Stop);
  });

  test('tomorrow begins at midnight of the shop', () => {
    expect(tomorrow(now, seoul)).toBe(at('2026-11-23T00:00:00+09:00'));
    expect(tomorrow(now, 'America/New_York')).toBe(at('2026-11-23T00:00:00-05:00'));
  });
});

test('an id is of its kind', () => {
  expect(readId('order', ' ord_2345678923 ')).toBe('ord_2345678923');
  for (const wrong of ['', 'ord_', 'pay_2345678923', 'ord_UPPER', `ord_${'a'.repeat(70)}`, undefined])
    expect(() => readId('order', wrong)).toThrow(/looks like ord_/);
});

test('minutes are whole and within four hours', () => {
  expect([readMinutes('1', 'm'), readMinutes('240', 'm')]).toEqual([1, 240]);
  for (const wrong of ['0', '241', '1.5', '1e2', '-3', 'ten', '']) expect(() => readMinutes(wrong, 'm')).toThrow(Stop);
});
