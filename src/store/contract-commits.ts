import { expect, test } from 'vitest';
import { orderStream } from '../core/kinds.ts';
import type { Open } from './contract.ts';
import {
  claim,
  commitOf,
  completed,
  key,
  only,
  order,
  placed,
  record,
  recorded,
  settle,
  stream,
  ticketOpened,
  viewOf,
  wanted,
} from './contract-samples.ts';

const onOrder = orderStream(order('a'));

export const commitSuite = (open: Open): void => {
  test('an event comes back as it was written, in its place', async () => {
    const { store } = await open();
    const event = { ...placed('a'), trace: '0af7651916cd43dd8448eb211c80319c' };
    expect(await store.commit(commitOf({ events: [event] }))).toBe('done');
    expect(await store.load(onOrder)).toEqual([recorded(event, 1)]);
    expect(await store.load(stream('order/nobody'))).toEqual([]);
  });

  test('what is given is not what is kept: changing one does not change the other', async () => {
    const { store } = await open();
    const body = { open: true };
    await store.commit(commitOf({ documents: [{ key: key('shop/a'), body }] }));
    // A store may refuse the change, or have taken a copy.
    Reflect.set(body, 'open', false);
    expect((await store.document(key('shop/a')))?.body).toEqual({ open: true });
  });

  test('events that do not follow on the head of their stream are a conflict, and nothing of the commit happens', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    for (const late of [placed('a'), completed('a', 3)]) {
      const events = [ticketOpened('a'), late];
      const documents = [{ key: key('shop/a'), body: 1 }];
      const outbox = [wanted(ticketOpened('a'), 'other')];
      expect(await store.commit(commitOf({ events, documents, outbox, rows: [{ view: 'order', row: viewOf('a') }] }))).toBe('conflict');
    }
    expect(await store.load(ticketOpened('a').stream)).toEqual([]);
    expect(await store.document(key('shop/a'))).toBeUndefined();
    expect(await store.order(order('a'))).toBeUndefined();
    expect(await claim(store, { consumers: ['other'] })).toEqual([]);
  });

  test('a commit holds only while the streams that it read are as they were', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    const relyingOn = (version: number) => commitOf({ relies: [{ stream: onOrder, version }], events: [ticketOpened('a')] });
    expect(await store.commit(relyingOn(0))).toBe('conflict');
    expect(await store.commit(relyingOn(2))).toBe('conflict');
    expect(await store.commit(relyingOn(1))).toBe('done');
    expect(await store.commit(commitOf({ relies: [{ stream: stream('order/none'), version: 0 }] }))).toBe('done');
  });
  togetherSuite(open);
};

const togetherSuite = (open: Open): void => {
  test('commits of one turn see each other: one of two on the same head wins, and the loser harms nobody', async () => {
    const { store } = await open();
    const results = await Promise.all([
      store.commit(commitOf({ events: [placed('a')] })),
      store.commit(commitOf({ events: [placed('a')] })),
      store.commit(commitOf({ relies: [{ stream: onOrder, version: 1 }], events: [completed('a')] })),
      store.commit(commitOf({ events: [placed('b')] })),
    ]);
    expect(results).toEqual(['done', 'conflict', 'done', 'done']);
    expect((await store.events({ after: 0, limit: 10 })).map(({ position, id }) => [position, id])).toEqual([
      [1, placed('a').id],
      [2, completed('a').id],
      [3, placed('b').id],
    ]);
  });

  test('a thousand commits of one turn are all done', async () => {
    const { store } = await open();
    const results = await Promise.all(Array.from({ length: 1000 }, (_, n) => store.commit(commitOf({ events: [placed(`o${n}`)] }))));
    expect(results.every((result) => result === 'done')).toBe(true);
    expect(await store.events({ after: 999, limit: 10 })).toHaveLength(1);
  });
  contradictions(open);
};

const contradictions = (open: Open): void => {
  test('a commit that contradicts itself is refused as a fault, alone', async () => {
    const { store } = await open();
    const [a, b] = [placed('a'), placed('b')];
    const faulty = [
      commitOf({ events: [{ ...a, id: b.id }] }),
      commitOf({ events: [a, a] }),
      commitOf({ events: [a], outbox: [wanted(b)] }),
      commitOf({ events: [a], outbox: [wanted(a), wanted(a)] }),
      commitOf({ documents: [{ key: key('k/1'), body: undefined }] }),
      commitOf({
        documents: [
          { key: key('k/1'), body: 1 },
          { key: key('k/1'), remove: true },
        ],
      }),
    ];
    const all = [...faulty, commitOf({ events: [b] })];
    const results = await Promise.allSettled(all.map((commit) => store.commit(commit)));
    expect(results.map(({ status }) => status)).toEqual([...faulty.map(() => 'rejected'), 'fulfilled']);
    expect(await store.events({ after: 0, limit: 10 })).toEqual([recorded(b, 1)]);
  });

  test('what a commit settles, it takes off in the same breath as it writes', async () => {
    const { store } = await open();
    await record(store, [placed('a')]);
    const delivery = only(await claim(store));
    const commit = commitOf({
      events: [ticketOpened('a')],
      outbox: [wanted(ticketOpened('a'))],
      settle: [{ delivery, outcome: { kind: 'done' } }],
    });
    expect(await store.commit(commit)).toBe('done');
    expect(await store.commit({ ...commit, events: [completed('a')], outbox: [] })).toBe('lease-lost');
    expect(await store.load(onOrder)).toHaveLength(1);
    const next = only(await claim(store));
    expect(next.event.id).toBe(ticketOpened('a').id);
    await settle(store, [next], { kind: 'done' });
  });

  test('what was written is there when the store is opened again', async () => {
    const { store, reopen } = await open();
    await record(store, [placed('a')]);
    await store.commit(
      commitOf({ documents: [{ key: key('shop/a'), body: { name: '비빔당' } }], rows: [{ view: 'order', row: viewOf('a') }] }),
    );
    if (!reopen) return;
    await store.close();
    const again = await reopen();
    expect(await again.load(onOrder)).toEqual([recorded(placed('a'), 1)]);
    expect(await again.order(order('a'))).toEqual(viewOf('a'));
    expect((await again.document(key('shop/a')))?.version).toBe(1);
    expect(await claim(again)).toHaveLength(1);
    expect(await again.commit(commitOf({ events: [completed('a')] }))).toBe('done');
    expect((await again.load(onOrder)).map(({ position }) => position)).toEqual([1, 2]);
  });
};
