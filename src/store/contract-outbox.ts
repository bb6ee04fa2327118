import { expect, test } from 'vitest';
import type { Open } from './contract.ts';
import {
  accepted,
  at,
  claim,
  commitOf,
  completed,
  idsOf,
  only,
  placed,
  record,
  recorded,
  settle,
  ticketOpened,
  wanted,
} from './contract-samples.ts';

export const claimSuite = (open: Open): void => {
  test('a claimed row carries its event, counts the claim, and is nobody else’s until its lease ends', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    expect(only(await claim(store, { now: 5000, leaseUntil: 6000 }))).toEqual({
      consumer: 'kitchen',
      partition: 'ord_a',
      attempt: 1,
      faults: 0,
      leaseUntil: 6000,
      event: recorded(placed('a'), 1),
    });
    expect(await claim(store, { now: 5999 })).toEqual([]);
    expect(only(await claim(store, { now: 6000 })).attempt).toBe(2);
  });

  test('nothing is claimed before it is due, and the next due time says when that is', async () => {
    const { store } = await open();
    expect(await store.nextDueAt(['kitchen'])).toBeUndefined();
    await record(store, [placed('a')], ['kitchen'], 7000);
    await record(store, [placed('b')], ['kitchen', 'views'], 8000);
    expect(await claim(store, { now: 6999 })).toEqual([]);
    expect(await store.nextDueAt(['kitchen'])).toBe(7000);
    expect(await store.nextDueAt(['views'])).toBe(8000);
    expect(await store.nextDueAt(['views', 'kitchen'])).toBe(7000);
    expect(await store.nextDueAt(['nobody'])).toBeUndefined();
    expect(idsOf(await claim(store, { now: 7000, leaseUntil: 9000 }))).toEqual([placed('a').id]);
    expect(await store.nextDueAt(['kitchen'])).toBe(8000);
  });

  test('one claim serves several consumers, in order of position, and never more than it asked for', async () => {
    const { store } = await open();
    await record(store, [placed('a'), placed('b')], ['kitchen', 'views', 'other']);
    const first = await claim(store, { consumers: ['views', 'kitchen'], limit: 3 });
    expect(first.map(({ consumer, event }) => [event.position, consumer])).toEqual([
      [1, 'views'],
      [1, 'kitchen'],
      [2, first[2]?.consumer],
    ]);
    expect(await claim(store, { consumers: ['views', 'kitchen'] })).toHaveLength(1);
    expect(await claim(store, { consumers: ['other', 'other'] })).toHaveLength(2);
  });

  test('rows that wait longest go first when not all fit', async () => {
    const { store } = await open();
    await record(store, [placed('a')], ['kitchen'], 3000);
    await record(store, [placed('b')], ['kitchen'], 2000);
    await record(store, [placed('c')], ['kitchen'], 2000);
    expect(idsOf(await claim(store, { limit: 2 }))).toEqual([placed('b').id, placed('c').id]);
    expect(idsOf(await claim(store, { limit: 2 }))).toEqual([placed('a').id]);
  });

  test('a claim that makes no sense is a fault', async () => {
    const { store } = await open();
    await expect(claim(store, { now: 10, leaseUntil: 10 })).rejects.toThrow('lease');
    await expect(claim(store, { limit: 0 })).rejects.toThrow('0 rows');
  });
};

export const orderSuite = (open: Open): void => {
  test('several rows of one partition may be claimed together, in order', async () => {
    const { store } = await open();
    await record(store, [placed('a'), ticketOpened('a'), completed('a')]);
    const all = await claim(store);
    expect(idsOf(all)).toEqual([placed('a').id, ticketOpened('a').id, completed('a').id]);
    expect(await settle(store, all, { kind: 'done' })).toBe('done');
    expect(await store.nextDueAt(['kitchen'])).toBeUndefined();
  });

  test('no row is claimed while an earlier one of its partition is held', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    const first = await claim(store);
    await record(store, [ticketOpened('a'), placed('b')]);
    expect(idsOf(await claim(store))).toEqual([placed('b').id]);
    await settle(store, first, { kind: 'done' });
    expect(idsOf(await claim(store))).toEqual([ticketOpened('a').id]);
  });

  test('no row is claimed while an earlier one of its partition is due later', async () => {
    const { store } = await open();
    await record(store, [placed('a')], ['kitchen'], 50_000);
    await record(store, [ticketOpened('a')], ['kitchen'], 1000);
    expect(await claim(store)).toEqual([]);
    expect(await store.nextDueAt(['kitchen'])).toBe(50_000);
    expect(idsOf(await claim(store, { now: 50_000 }))).toEqual([placed('a').id, ticketOpened('a').id]);
  });

  test('a claim stops at the first row of a partition that is not due yet', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    await record(store, [ticketOpened('a')], ['kitchen'], 50_000);
    await record(store, [accepted('a')]);
    const first = await claim(store);
    expect(idsOf(first)).toEqual([placed('a').id]);
    await settle(store, first, { kind: 'done' });
    expect(await claim(store)).toEqual([]);
    expect(await store.nextDueAt(['kitchen'])).toBe(50_000);
  });
  besideSuite(open);
};

const besideSuite = (open: Open): void => {
  test('another partition, and the same one for another consumer, do not wait', async () => {
    const { store } = await open();
    await record(store, [placed('a')], ['kitchen'], 50_000);
    await record(store, [ticketOpened('a')], ['views']);
    await record(store, [placed('b')], ['kitchen']);
    expect(idsOf(await claim(store, { consumers: ['kitchen', 'views'] }))).toEqual([ticketOpened('a').id, placed('b').id]);
  });

  test('of rows claimed together, those behind one that comes again later wait for it when they are given back', async () => {
    const { store } = await open();
    await record(store, [placed('a'), ticketOpened('a'), accepted('a')]);
    const [first, ...rest] = await claim(store);
    if (!first) throw new Error('nothing was claimed');
    const outcomes = [
      { delivery: first, outcome: { kind: 'again', at: at(20_000), error: 'down' } as const },
      ...rest.map((delivery) => ({ delivery, outcome: { kind: 'release' } as const })),
    ];
    expect(await store.commit(commitOf({ settle: outcomes }))).toBe('done');
    expect(await claim(store, { now: 19_999 })).toEqual([]);
    const again = await claim(store, { now: 20_000 });
    expect(again.map(({ attempt }) => attempt)).toEqual([2, 1, 1]);
  });

  test('only the rows behind a held one wait: the partition goes on with what came in the commit that took it off', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    const delivery = only(await claim(store));
    const next = ticketOpened('a');
    await store.commit(commitOf({ events: [next], outbox: [wanted(next)], settle: [{ delivery, outcome: { kind: 'done' } }] }));
    expect(idsOf(await claim(store))).toEqual([next.id]);
  });
};
