import { expect, test } from 'vitest';
import { nextChangeMs, timeLeft } from './time-left.ts';
import { kitWords } from './words.ts';

const ko = kitWords('ko');

test('minutes, rounded up, then seconds in the last two minutes, then that it is over', () => {
  const texts = [7 * 60_000, 6 * 60_000 + 1, 120_001, 120_000, 69_000, 1, 0, -5].map((ms) => timeLeft(ms, ko));
  expect(texts).toEqual(['7분 남음', '7분 남음', '3분 남음', '2:00', '1:09', '0:01', '시간이 지났어요', '시간이 지났어요']);
  expect(timeLeft(60_000 * 5, kitWords('en'))).toBe('5 min left');
});

test('it is looked at again exactly when the words change', () => {
  for (let leftMs = 400_000; leftMs > 0; leftMs -= 137) {
    const wait = nextChangeMs(leftMs) ?? 0;
    expect(wait).toBeGreaterThan(0);
    expect(timeLeft(leftMs - wait + 1, ko)).toBe(timeLeft(leftMs, ko));
    expect(timeLeft(leftMs - wait, ko)).not.toBe(timeLeft(leftMs, ko));
  }
  expect(nextChangeMs(0)).toBeUndefined();
});
