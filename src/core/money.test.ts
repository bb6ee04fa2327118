import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatWon, minus, sum, times, won } from './money.ts';

const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

test('sums of won are whole, in any order and in any parts', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 50 }), fc.nat(50), (amounts, at) => {
      const all = amounts.map(won);
      expect(sum(all)).toBe(amounts.reduce((a, b) => a + b, 0));
      expect(sum(all.toReversed())).toBe(sum(all));
      expect(sum([sum(all.slice(0, at)), sum(all.slice(at))])).toBe(sum(all));
    }),
  );
});

test('a line is its price as many times as it is ordered, and taking away is the other way round', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 0, max: 99 }), (price, quantity) => {
      expect(times(won(price), quantity)).toBe(sum(Array.from({ length: quantity }, () => won(price))));
      expect(minus(sum([won(price), won(quantity)]), won(quantity))).toBe(price);
    }),
  );
});

test('parts of a won are refused, and so is what is too large to be counted', () => {
  fc.assert(
    fc.property(
      fc.double().filter((n) => !Number.isSafeInteger(n)),
      (n) => {
        expect(() => won(n)).toThrow(RangeError);
      },
    ),
  );
  expect(() => times(won(Number.MAX_SAFE_INTEGER), 2)).toThrow(RangeError);
});

test('what is printed is the amount, in groups of three, in both languages', () => {
  fc.assert(
    fc.property(amount, (n) => {
      for (const lang of ['ko', 'en'] as const) {
        const text = formatWon(won(n), lang);
        expect(Number(text.replace(/[₩원,]/g, ''))).toBe(n);
        expect(text).toMatch(lang === 'ko' ? /^-?\d{1,3}(,\d{3})*원$/ : /^-?₩\d{1,3}(,\d{3})*$/);
      }
    }),
  );
});
