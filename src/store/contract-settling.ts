import { expect, test } from 'vitest';
import type { Open } from './contract.ts';
import { accepted, at, claim, commitOf, idsOf, key, only, placed, record, recorded, settle, ticketOpened } from './contract-samples.ts';
import type { WholeStore } from './whole-store.ts';

export const settleSuite = (open: Open): void => {
  test('done takes the row off for good', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    const delivery = only(await claim(store));
    expect(await settle(store, [delivery], { kind: 'done' })).toBe('done');
    expect(await settle(store, [delivery], { kind: 'done' })).toBe('lease-lost');
    expect(await claim(store, { now: 90_000 })).toEqual([]);
    expect(await store.backlog(at(90_000))).toEqual({ pending: 0, scheduled: 0 });
  });

  test('again makes it due later, with its attempts kept', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    await settle(store, await claim(store), { kind: 'again', at: at(20_000), error: 'gateway is down' });
    expect(await claim(store, { now: 19_999 })).toEqual([]);
    expect(only(await store.waiting('kitchen', ['ord_a']))).toMatchObject({ dueAt: 20_000, attempt: 1, error: 'gateway is down' });
    expect(only(await claim(store, { now: 20_000 })).attempt).toBe(2);
  });

  test('again without an error forgets the one before', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    await settle(store, await claim(store), { kind: 'again', at: at(20_000), error: 'gateway is down' });
    await settle(store, await claim(store, { now: 20_000 }), { kind: 'again', at: at(30_000) });
    expect(only(await store.waiting('kitchen', ['ord_a']))).not.toHaveProperty('error');
  });

  test('release gives it back untouched', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    const delivery = only(await claim(store));
    expect(await settle(store, [delivery], { kind: 'release' })).toBe('done');
    expect(await settle(store, [delivery], { kind: 'done' })).toBe('lease-lost');
    expect(only(await claim(store)).attempt).toBe(1);
  });
  leaseSuite(open);
  parkSuite(open);
};

const leaseSuite = (open: Open): void => {
  test('an overdue lease is still its holder’s until somebody else claims the row', async () => {
    const { store } = await open();
    await record(store, [placed('a'), placed('b')]);
    const [a, b] = await claim(store, { now: 10_000, leaseUntil: 11_000 });
    if (!a || !b) throw new Error('both were to be claimed');
    await settle(store, [b], { kind: 'done' });
    const taken = only(await claim(store, { now: 11_000 }));
    const late = commitOf({
      events: [ticketOpened('a')],
      documents: [{ key: key('k/1'), body: 1 }],
      settle: [{ delivery: a, outcome: { kind: 'done' } }],
    });
    expect(await store.commit(late)).toBe('lease-lost');
    expect(await store.load(ticketOpened('a').stream)).toEqual([]);
    expect(await store.document(key('k/1'))).toBeUndefined();
    expect(await settle(store, [taken], { kind: 'done' })).toBe('done');
  });

  test('a lost lease is said even when the commit would conflict too, and one lost lease of many loses them all', async () => {
    const { store } = await open();
    await record(store, [placed('a'), placed('b')]);
    const both = await claim(store);
    await settle(store, both.slice(0, 1), { kind: 'done' });
    const commit = commitOf({ events: [placed('a')], settle: both.map((delivery) => ({ delivery, outcome: { kind: 'done' } })) });
    expect(await store.commit(commit)).toBe('lease-lost');
    expect(await settle(store, both.slice(1), { kind: 'done' })).toBe('done');
  });
};

const park = async (store: WholeStore) => {
  await record(store, [placed('a')]);
  await settle(store, await claim(store), { kind: 'park', error: 'no such template' });
  await record(store, [ticketOpened('a'), placed('b')]);
};

const parkSuite = (open: Open): void => {
  test('a parked row stands still with the later ones of its partition, and all others flow on', async () => {
    const { store } = await open();
    await park(store);
    expect(idsOf(await claim(store, { now: 90_000 }))).toEqual([placed('b').id]);
    expect(only(await store.parked(10))).toEqual({
      consumer: 'kitchen',
      partition: 'ord_a',
      event: recorded(placed('a'), 1),
      dueAt: 1000,
      attempt: 1,
      parked: true,
      error: 'no such template',
    });
  });

  test('redriven rows run again with fresh attempts, and the later ones after them', async () => {
    const { store } = await open();
    await park(store);
    expect(await store.redrive('ord_none', at(20_000))).toBe(0);
    expect(await store.redrive('ord_a', at(20_000))).toBe(1);
    expect(await store.parked(10)).toEqual([]);
    const all = await claim(store, { now: 20_000 });
    expect(all.map(({ event, attempt }) => [event.id, attempt])).toEqual([
      [placed('a').id, 1],
      [ticketOpened('a').id, 1],
      [placed('b').id, 1],
    ]);
    expect(await settle(store, all, { kind: 'done' })).toBe('done');
  });

  test('whoever held a row before it was parked and redriven has lost it', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    const asleep = only(await claim(store, { now: 10_000, leaseUntil: 11_000 }));
    await settle(store, await claim(store, { now: 12_000 }), { kind: 'park', error: 'x' });
    await store.redrive(undefined, at(13_000));
    const holder = only(await claim(store, { now: 13_000 }));
    expect(holder.attempt).toBe(asleep.attempt);
    expect(await settle(store, [asleep], { kind: 'done' })).toBe('lease-lost');
    expect(await settle(store, [holder], { kind: 'done' })).toBe('done');
  });

  test('a row parked behind one that is still held stays parked when its turn comes', async () => {
    const { store } = await open();
    await record(store, [placed('a'), ticketOpened('a'), accepted('a')]);
    const [first, second, third] = await claim(store);
    if (!first || !second || !third) throw new Error('three were to be claimed');
    await settle(store, [second], { kind: 'park', error: 'x' });
    await settle(store, [third], { kind: 'release' });
    await settle(store, [first], { kind: 'done' });
    expect(await claim(store, { now: 90_000 })).toEqual([]);
    expect(await store.redrive(undefined, at(20_000))).toBe(1);
    expect(await claim(store, { now: 90_000 })).toHaveLength(2);
  });
};

export const outboxReadSuite = (open: Open): void => {
  test('waiting shows what a consumer has not done for some partitions, in order of position', async () => {
    const { store } = await open();
    await record(store, [placed('a'), placed('b'), ticketOpened('a'), placed('c')], ['views', 'kitchen']);
    await claim(store, { consumers: ['views'], limit: 1 });
    const waiting = await store.waiting('views', ['ord_c', 'ord_a', 'ord_none', 'ord_a']);
    expect(waiting.map(({ event, attempt, parked }) => [event.id, attempt, parked])).toEqual([
      [placed('a').id, 1, false],
      [ticketOpened('a').id, 0, false],
      [placed('c').id, 0, false],
    ]);
    expect(await store.waiting('views', [])).toEqual([]);
  });

  test('the backlog counts what is overdue; what is only scheduled or parked is not', async () => {
    const { store } = await open();
    await park(store);
    await record(store, [accepted('a')], ['kitchen'], 50_000);
    await record(store, [placed('c')], ['views'], 40_000);
    expect(await store.backlog(at(10_000))).toEqual({ pending: 2, scheduled: 2, oldestDueAt: 1000 });
    expect(await store.backlog(at(40_000))).toEqual({ pending: 3, scheduled: 1, oldestDueAt: 1000 });
  });

  test('parked rows are shown in order of position, only so many', async () => {
    const { store } = await open();
    await record(store, [placed('a'), placed('b'), placed('c')], ['kitchen', 'views']);
    await settle(store, await claim(store, { consumers: ['views', 'kitchen'] }), { kind: 'park', error: 'x' });
    expect((await store.parked(3)).map(({ event }) => event.position)).toEqual([1, 1, 2]);
    expect(await store.redrive('ord_b', at(20_000))).toBe(2);
    expect(await store.redrive(undefined, at(20_000))).toBe(4);
  });
};
