import { expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { OrderId } from '../kinds.ts';
import { won } from '../money.ts';
import type { ViewRow } from '../ports.ts';
import { goesToViews } from '../route.ts';
import { after, customer, minute, payment, shop } from '../testing/story.ts';
import { createWorld, mina } from '../testing/world.ts';
import type { OrderView } from '../views/order-view.ts';

const view = (number: number, acceptedAfter: number, deliveredAfter?: number): OrderView => {
  const placedAt = after(-number * 10 * minute);
  return {
    ...{ order: `ord_${String(number).padStart(4, '0')}` as OrderId, customer, shop, shopName: '한끼', payment },
    ...{ lines: [], fee: won(0), total: won(0), placedAt, acceptBy: placedAt, updatedAt: placedAt },
    ...{ seen: { order: 1, ticket: 0, delivery: 0, payment: 0 }, ordering: 'placed', ticket: 'accepted', delivery: 'none', refund: 'none' },
    acceptedAt: after(acceptedAfter * minute - number * 10 * minute),
    ...(deliveredAfter !== undefined && { deliveredAt: after(deliveredAfter * minute - number * 10 * minute) }),
  };
};

const paceAfter = async (...orders: readonly OrderView[]) => {
  const world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  const rows = orders.map((row): ViewRow => ({ view: 'order', row }));
  await world.store.commit({ relies: [], events: [], outbox: [], rows, documents: [], settle: [] });
  return world.as(mina).paceOf(shop);
};

test('nothing is said of a shop that has delivered less than three orders', async () => {
  expect(await paceAfter()).toBeUndefined();
  expect(await paceAfter(view(1, 2, 30), view(2, 2, 30), view(3, 2))).toBeUndefined();
});

test('the one in the middle is typical: a single late ride does not count', async () => {
  expect(await paceAfter(view(1, 1, 25), view(2, 3, 31), view(3, 2, 240))).toEqual({ orders: 3, acceptMinutes: 2, deliverMinutes: 31 });
  expect(await paceAfter(view(1, 1, 20), view(2, 2, 30), view(3, 3, 41), view(4, 4, 50))).toEqual({
    ...{ orders: 4, acceptMinutes: 3, deliverMinutes: 36 },
  });
});

test('only the last twenty deliveries count, and none of more than thirty days ago', async () => {
  const late = Array.from({ length: 20 }, (_, at) => view(100 + at, 5, 90));
  const quick = Array.from({ length: 20 }, (_, at) => view(at + 1, 1, 20));
  expect(await paceAfter(...late, ...quick)).toEqual({ orders: 20, acceptMinutes: 1, deliverMinutes: 20 });
  const month = 30 * 24 * 6;
  expect(await paceAfter(...[1, 2, 3].map((at) => view(month + at, 1, 20)))).toBeUndefined();
});
