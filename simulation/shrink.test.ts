import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandOf, formatReplay, parseFaults, parseReplay } from './replay.ts';
import { minimize } from './shrink.ts';

const all = Array.from({ length: 200 }, (_, at) => at);

test('a failure is traced to exactly what causes it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(199), { minLength: 1, maxLength: 5 }), async (culprits) => {
      const fails = async (subset: readonly number[]) => culprits.every((culprit) => subset.includes(culprit));
      expect([...(await minimize(all, fails))].sort((a, b) => a - b)).toEqual(culprits.toSorted((a, b) => a - b));
    }),
    { numRuns: 50 },
  );
});

test('what fails by itself needs nothing', async () => {
  expect(await minimize(all, async () => true)).toEqual([]);
});

test('a replay says which orders and which faults, and reads back the same', () => {
  const plans = [
    { seed: 7, orders: 200, allowed: {} },
    {
      seed: 7,
      orders: 200,
      only: new Set([3, 17]),
      allowed: { only: new Set(['payment/pay_o3c1-4@2#1!store.commit!busy', 'clock-back1!clock-back']) },
    },
    { seed: 7, orders: 200, only: new Set([3]), allowed: { only: new Set<string>() } },
  ];
  for (const plan of plans) {
    const command = commandOf(plan, 'memory');
    expect(parseReplay(/'(.*)'/.exec(command)?.[1] ?? '')).toEqual(plan);
  }
  expect(formatReplay(parseReplay('7/200/3,17/*'))).toBe('7/200/3,17/*');
  expect(() => parseReplay('seven/200')).toThrow('not a replay');
});

test('faults are chosen by name, by what they begin with, or by what the bank calls them', () => {
  expect([...parseFaults('crash')]).toEqual(['crash-before', 'crash-inside', 'crash-after']);
  expect([...parseFaults('late')]).toEqual(['approve=late']);
  expect(parseFaults('none').size).toBe(0);
  expect(() => parseFaults('earthquake')).toThrow("no fault is called 'earthquake'");
});
