import { expect, test } from 'vitest';
import type { Heartbeat } from '../core/ports.ts';
import { foldOrder } from '../core/views/fold-order.ts';
import type { Open } from './contract.ts';
import {
  accepted,
  at,
  claim,
  commitOf,
  completed,
  customer,
  only,
  openPayment,
  order,
  payment,
  placed,
  record,
  recorded,
  refundRequested,
  ticketOpened,
  viewOf,
  wanted,
} from './contract-samples.ts';
import type { WholeStore } from './whole-store.ts';

const daemon = (id: string, startedAt: number, beatAt: number): Heartbeat => ({
  id,
  pid: 100 + startedAt,
  startedAt: at(startedAt),
  beatAt: at(beatAt),
  consumers: ['kitchen', 'views'],
});

export const daemonSuite = (open: Open): void => {
  test('daemons are known by their last heartbeat, until they say farewell', async () => {
    const { store } = await open();
    expect(await store.heartbeats()).toEqual([]);
    await store.beat(daemon('two', 2, 20));
    await store.beat(daemon('one', 1, 10));
    await store.beat(daemon('two', 2, 30));
    expect(await store.heartbeats()).toEqual([daemon('one', 1, 10), daemon('two', 2, 30)]);
    await store.farewell('one');
    await store.farewell('never there');
    expect(await store.heartbeats()).toEqual([daemon('two', 2, 30)]);
  });
};

/** As the use case and the daemon do it: the first row with the order, the others by the views' consumer. */
const live = async (store: WholeStore) => {
  await store.commit(
    commitOf({ events: [placed('a')], outbox: [wanted(placed('a'), 'views')], rows: [{ view: 'order', row: viewOf('a') }] }),
  );
  await record(store, [ticketOpened('a'), accepted('a')], ['views']);
};
const showAll = async (store: WholeStore) => {
  const deliveries = await claim(store, { consumers: ['views'] });
  let view = await store.order(order('a'));
  for (const { event } of deliveries) view = foldOrder(view, event);
  if (!view) throw new Error('the order has no view');
  const settle = deliveries.map((delivery) => ({ delivery, outcome: { kind: 'done' } as const }));
  await store.commit(commitOf({ rows: [{ view: 'order', row: view }], settle }));
};

export const rebuildSuite = (open: Open): void => {
  test('rows that are what the events say make no difference', async () => {
    const { store } = await open();
    await live(store);
    await showAll(store);
    expect(await store.rebuild('verify')).toEqual({ views: 1, events: 3, differences: [] });
  });

  test('what still waits to be shown is no difference: not its absence, and not a first row written early', async () => {
    const { store } = await open();
    await live(store);
    expect((await store.rebuild('verify')).differences).toEqual([]);
    await record(store, [refundRequested('a')], ['views']);
    expect((await store.rebuild('verify')).differences).toEqual([]);
  });

  test('rebuilt is what was folded step by step, and waits for nobody', async () => {
    const { store } = await open();
    await live(store);
    await record(store, [refundRequested('a')], ['views']);
    expect((await store.rebuild('replace')).views).toBe(2);
    const events = [placed('a'), ticketOpened('a'), accepted('a'), refundRequested('a')];
    const folded = events.map((event, n) => recorded(event, n + 1)).reduce<ReturnType<typeof foldOrder>>(foldOrder, undefined);
    expect(await store.order(order('a'))).toEqual(folded);
    expect(await store.payment(payment('a'))).toMatchObject({ now: { state: 'refund-pending' }, version: 1 });
    expect(await store.rebuild('replace')).toMatchObject({ differences: [] });
    await showAll(store);
    expect(await store.rebuild('verify')).toMatchObject({ differences: [] });
  });
  differenceSuite(open);
};

const differenceSuite = (open: Open): void => {
  test('a row that says something else is named with the field, and set right', async () => {
    const { store } = await open();
    await live(store);
    await showAll(store);
    const wrong = { ...viewOf('a'), ticket: 'cooking', seen: { order: 1, ticket: 2, delivery: 0, payment: 0 } } as const;
    await store.commit(commitOf({ rows: [{ view: 'order', row: wrong }] }));
    const { differences } = await store.rebuild('verify');
    expect(differences).toContain('order ord_a: ticket is "cooking", the events say "accepted"');
    expect(differences).toContain('order ord_a: acceptedAt is absent, the events say 1002');
    expect(await store.order(order('a'))).toEqual(wrong);
    expect((await store.rebuild('replace')).differences).toEqual(differences);
    expect((await store.order(order('a')))?.ticket).toBe('accepted');
    expect((await store.rebuild('verify')).differences).toEqual([]);
  });

  test('a missing row is made, and rows that no event made are removed', async () => {
    const { store } = await open();
    await store.commit(commitOf({ events: [placed('a'), completed('a'), ticketOpened('b')] }));
    await store.commit(
      commitOf({
        rows: [
          { view: 'order', row: viewOf('b') },
          { view: 'order', row: viewOf('ghost') },
          { view: 'payment', row: openPayment('ghost', customer('kim'), 5) },
        ],
      }),
    );
    const { differences } = await store.rebuild('replace');
    expect([...differences].sort()).toEqual([
      'order ord_a: its row is missing',
      'order ord_b: has a row that no event made',
      'order ord_ghost: has a row that no event made',
      'payment pay_ghost: has a row that no event made',
    ]);
    expect((await store.order(order('a')))?.ordering).toBe('completed');
    for (const gone of ['b', 'ghost']) expect(await store.order(order(gone))).toBeUndefined();
    expect(await store.payment(payment('ghost'))).toBeUndefined();
    expect(only(await store.orders({ of: 'customer', customer: customer('kim'), active: false, limit: 9 })).order).toBe('ord_a');
  });
};
