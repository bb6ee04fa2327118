import { expect, test } from 'vitest';
import type { OrderId } from '../core/kinds.ts';
import type { ViewRow } from '../core/ports.ts';
import type { OrderView } from '../core/views/order-view.ts';
import type { Open } from './contract.ts';
import {
  at,
  commitOf,
  completed,
  customer,
  messageSent,
  openPayment,
  order,
  payment,
  placed,
  shop,
  ticketOpened,
  viewOf,
} from './contract-samples.ts';
import type { WholeStore } from './whole-store.ts';

const write = (store: WholeStore, ...views: readonly OrderView[]) =>
  store.commit(commitOf({ rows: views.map((row): ViewRow => ({ view: 'order', row })) }));
const ids = (views: readonly { readonly order: OrderId }[]) => views.map((view) => view.order);

export const viewSuite = (open: Open): void => {
  test('a row is found by its order, and the last one written counts', async () => {
    const { store } = await open();
    expect(await store.order(order('a'))).toBeUndefined();
    await write(store, viewOf('a'));
    await write(store, viewOf('a', {}, { ticket: 'cooking' }));
    expect(await store.order(order('a'))).toEqual(viewOf('a', {}, { ticket: 'cooking' }));
  });

  test('a customer’s orders, newest first: all of them, or those with something still to come', async () => {
    const { store } = await open();
    const over: Partial<OrderView> = { ordering: 'completed', delivery: 'delivered' };
    await write(store, viewOf('a', { when: 1000 }), viewOf('c', { when: 3000 }), viewOf('b', { when: 3000 }, over));
    await write(store, viewOf('x', { who: customer('lee'), when: 9000 }));
    const of = (active: boolean, limit = 10) => store.orders({ of: 'customer', customer: customer('kim'), active, limit });
    expect(ids(await of(false))).toEqual(['ord_c', 'ord_b', 'ord_a']);
    expect(ids(await of(false, 2))).toEqual(['ord_c', 'ord_b']);
    expect(ids(await of(true))).toEqual(['ord_c', 'ord_a']);
    await write(store, viewOf('c', { when: 3000 }, over));
    expect(ids(await of(true))).toEqual(['ord_a']);
    expect(ids(await store.orders({ of: 'customer', customer: customer('nobody'), active: false, limit: 5 }))).toEqual([]);
  });
  pageSuite(open);
  boardSuite(open);
};

const pageSuite = (open: Open): void => {
  test('a customer’s orders are read on behind the last one of a page, also of those placed in the same moment', async () => {
    const { store } = await open();
    const over: Partial<OrderView> = { ordering: 'completed', delivery: 'delivered' };
    await write(
      store,
      ...['a', 'b', 'c', 'd'].map((name) => viewOf(name, { when: 3000 }, name === 'b' ? over : {})),
      viewOf('e', { when: 1000 }),
      viewOf('x', { who: customer('lee'), when: 2000 }),
    );
    const behind = (name: string, active = false, limit = 2) =>
      store.orders({ of: 'customer', customer: customer('kim'), active, limit, behind: { placedAt: at(3000), order: order(name) } });
    expect(ids(await behind('c'))).toEqual(['ord_b', 'ord_a']);
    expect(ids(await behind('a'))).toEqual(['ord_e']);
    expect(ids(await behind('c', true))).toEqual(['ord_a', 'ord_e']);
  });

  test('a shop’s orders of a time, newest first: from its first moment, and before its last', async () => {
    const { store } = await open();
    const over: Partial<OrderView> = { ordering: 'completed', delivery: 'delivered' };
    const times = { a: 1000, b: 2000, c: 2000, d: 3000, e: 4000 };
    await write(store, ...Object.entries(times).map(([name, when]) => viewOf(name, { when }, over)));
    await write(store, viewOf('x', { where: shop('other'), when: 2000 }));
    const ask = async (from: number, to: number, limit = 10, last?: string) => {
      const behind = last === undefined ? undefined : { placedAt: at(2000), order: order(last) };
      return ids(await store.orders({ of: 'shop', shop: shop('bibim'), from: at(from), to: at(to), limit, behind }));
    };
    expect(await ask(0, 9000)).toEqual(['ord_e', 'ord_d', 'ord_c', 'ord_b', 'ord_a']);
    expect(await ask(2000, 4000)).toEqual(['ord_d', 'ord_c', 'ord_b']);
    expect(await ask(2000, 4000, 2)).toEqual(['ord_d', 'ord_c']);
    expect(await ask(1000, 9000, 9, 'c')).toEqual(['ord_b', 'ord_a']);
    expect(await ask(1000, 2000, 9, 'c')).toEqual(['ord_a']);
    expect(await ask(5000, 9000)).toEqual([]);
  });
};

const boardSuite = (open: Open): void => {
  test('a kitchen’s board, oldest first: what this kitchen has in its hands', async () => {
    const { store } = await open();
    const cooking: Partial<OrderView> = { ticket: 'cooking' };
    await write(
      store,
      viewOf('b', { when: 3000 }, cooking),
      viewOf('a', { when: 2000 }, { ticket: 'awaiting' }),
      viewOf('c', { when: 1000 }),
    );
    await write(store, viewOf('x', { where: shop('other'), when: 500 }, cooking));
    const board = (limit = 10) => store.orders({ of: 'kitchen', shop: shop('bibim'), limit });
    expect(ids(await board())).toEqual(['ord_a', 'ord_b']);
    expect(ids(await board(1))).toEqual(['ord_a']);
    await write(store, viewOf('a', { when: 2000 }, { ticket: 'cooked', delivery: 'picked' }));
    expect(ids(await board())).toEqual(['ord_b']);
  });

  test('the rides of all shops, oldest first', async () => {
    const { store } = await open();
    await write(store, viewOf('b', { when: 3000 }, { delivery: 'waiting' }), viewOf('a', { when: 2000 }, { delivery: 'claimed' }));
    await write(
      store,
      viewOf('x', { where: shop('other'), when: 500 }, { delivery: 'picked' }),
      viewOf('y', {}, { delivery: 'delivered' }),
    );
    expect(ids(await store.orders({ of: 'riding', limit: 10 }))).toEqual(['ord_x', 'ord_a', 'ord_b']);
    expect(ids(await store.orders({ of: 'riding', limit: 1 }))).toEqual(['ord_x']);
  });

  test('open payments, the last one touched first, of one customer or of all', async () => {
    const { store } = await open();
    const rows = [
      openPayment('a', customer('kim'), 1000),
      openPayment('b', customer('lee'), 2000),
      openPayment('c', customer('kim'), 3000),
    ];
    await store.commit(commitOf({ rows: rows.map((row): ViewRow => ({ view: 'payment', row })) }));
    const names = async (who?: ReturnType<typeof customer>, limit = 10) =>
      (await store.openPayments(who, limit)).map((view) => view.payment);
    expect(await names()).toEqual(['pay_c', 'pay_b', 'pay_a']);
    expect(await names(undefined, 1)).toEqual(['pay_c']);
    expect(await names(customer('kim'))).toEqual(['pay_c', 'pay_a']);
    const settled = { ...openPayment('c', customer('kim'), 4000), now: { state: 'approved' } as const };
    await store.commit(commitOf({ rows: [{ view: 'payment', row: settled }] }));
    expect(await names(customer('kim'))).toEqual(['pay_a']);
    expect(await store.payment(payment('c'))).toEqual(settled);
    expect(await store.payment(payment('none'))).toBeUndefined();
  });
};

export const eventSuite = (open: Open): void => {
  test('events are read on from a position, all or those of one order', async () => {
    const { store } = await open();
    await store.commit(commitOf({ events: [placed('a'), placed('b'), ticketOpened('a'), completed('b'), completed('a')] }));
    const places = async (after: number, limit: number, of?: OrderId) =>
      (await store.events({ after, limit, ...(of && { order: of }) })).map(({ position }) => position);
    expect(await places(0, 2)).toEqual([1, 2]);
    expect(await places(2, 10)).toEqual([3, 4, 5]);
    expect(await places(5, 10)).toEqual([]);
    expect(await places(0, 10, order('a'))).toEqual([1, 3, 5]);
    expect(await places(1, 1, order('a'))).toEqual([3]);
    expect(await places(0, 10, order('none'))).toEqual([]);
  });

  test('messages are read by themselves, all or those of one order', async () => {
    const { store } = await open();
    await store.commit(commitOf({ events: [placed('a'), messageSent('a', 1), messageSent('b', 1), completed('a'), messageSent('a', 2)] }));
    const places = async (after: number, limit: number, of?: OrderId) =>
      (await store.events({ after, limit, messages: true, ...(of && { order: of }) })).map(({ position }) => position);
    expect(await places(0, 10)).toEqual([2, 3, 5]);
    expect(await places(2, 1)).toEqual([3]);
    expect(await places(0, 10, order('a'))).toEqual([2, 5]);
    expect(await places(2, 10, order('a'))).toEqual([5]);
  });

  test('the latest are the last ones, still in order', async () => {
    const { store } = await open();
    await store.commit(commitOf({ events: [placed('a'), messageSent('a', 1), messageSent('b', 1), completed('a'), messageSent('a', 2)] }));
    const places = async (question: {
      readonly after: number;
      readonly limit: number;
      readonly messages?: true;
      readonly order?: OrderId;
    }) => (await store.events({ ...question, latest: true })).map(({ position }) => position);
    expect(await places({ after: 0, limit: 2 })).toEqual([4, 5]);
    expect(await places({ after: 4, limit: 2 })).toEqual([5]);
    expect(await places({ after: 0, limit: 2, messages: true })).toEqual([3, 5]);
    expect(await places({ after: 0, limit: 1, order: order('a') })).toEqual([5]);
    expect(await places({ after: 0, limit: 9, order: order('a'), messages: true })).toEqual([2, 5]);
  });

  test('the revision changes with every write, and only then', async () => {
    const { store } = await open();
    const before = store.revision();
    await store.events({ after: 0, limit: 1 });
    expect(store.revision()).toBe(before);
    await store.commit(commitOf({ events: [placed('a')] }));
    const after = store.revision();
    expect(after).not.toBe(before);
    await store.commit(commitOf({ documents: [], at: at(5) }));
    await store.order(order('a'));
    await store.commit(commitOf({ rows: [{ view: 'order', row: viewOf('a') }] }));
    expect(store.revision()).not.toBe(after);
  });
};
