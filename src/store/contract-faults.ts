import { expect, test } from 'vitest';
import type { Open } from './contract.ts';
import { at, claim, only, placed, record, settle } from './contract-samples.ts';

export const faultSuite = (open: Open): void => {
  const down = { kind: 'again', at: at(20_000), error: 'gateway is down' } as const;
  const threw = { kind: 'again', at: at(20_000), error: 'a bug', fault: true } as const;

  test('only a claim that threw counts as a fault; waiting, giving back and lost leases count as claims at most', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    const seen = [];
    for (const outcome of [threw, down, threw, { kind: 'release' }, 'lost', down] as const) {
      const delivery = only(await claim(store, { now: 20_000, leaseUntil: 21_000 }));
      seen.push([delivery.attempt, delivery.faults]);
      const taken = outcome === 'lost' ? only(await claim(store, { now: 21_000, leaseUntil: 22_000 })) : delivery;
      expect(await settle(store, [taken], outcome === 'lost' ? down : outcome)).toBe('done');
    }
    expect(seen).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
      [4, 2],
      [4, 2],
      [6, 2],
    ]);
    expect(only(await claim(store, { now: 20_000 }))).toMatchObject({ attempt: 7, faults: 2 });
  });

  test('a fault that comes after the lease was lost is not counted', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    const late = only(await claim(store, { now: 10_000, leaseUntil: 11_000 }));
    const holder = only(await claim(store, { now: 11_000, leaseUntil: 12_000 }));
    expect(await settle(store, [late], threw)).toBe('lease-lost');
    expect(await settle(store, [holder], down)).toBe('done');
    expect(only(await claim(store, { now: 20_000 })).faults).toBe(0);
  });

  test('faults are counted row by row, and redriven rows begin again without any', async () => {
    const { store } = await open();
    await record(store, [placed('a'), placed('b')]);
    const [a, b] = await claim(store);
    if (!a || !b) throw new Error('both were to be claimed');
    await settle(store, [a], threw);
    await settle(store, [b], down);
    const again = await claim(store, { now: 20_000 });
    expect(again.map(({ partition, faults }) => [partition, faults])).toEqual([
      ['ord_a', 1],
      ['ord_b', 0],
    ]);
    await settle(store, again, { kind: 'park', error: 'x' });
    await store.redrive(undefined, at(30_000));
    expect((await claim(store, { now: 30_000 })).map(({ attempt, faults }) => [attempt, faults])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
};
