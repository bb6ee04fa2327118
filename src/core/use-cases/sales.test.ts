import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { ShopId } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { freeTea, twoStews } from '../testing/fake-shop.ts';
import { hour, minute, shop } from '../testing/story.ts';
import { createWorld, fastRider, mina, operator, owner, type World } from '../testing/world.ts';
import type { SalesAsk } from './sales.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

const day: SalesAsk = { shop, from: '2026-11-22', to: '2026-11-22', by: 'day' };
const order = async (cart = twoStews) => {
  const placed = await world.as(mina).placeOrder({ of: { cart }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok' });
  if (!placed.ok) throw new Error(placed.error.code);
  return placed.value.view.order;
};
const sales = async (ask: SalesAsk = day) => {
  const found = await world.as(owner).salesOf(ask);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

const deliver = async (id: Awaited<ReturnType<typeof order>>) => {
  await world.drainNow();
  world.env.tick(minute);
  await world.as(owner).accept(id, 20);
  await world.as(owner).cook(id);
  world.env.tick(10 * minute);
  await world.as(owner).finish(id);
  await world.drainNow();
  await world.as(fastRider).claim(id);
  await world.as(fastRider).pick(id);
  world.env.tick(5 * minute);
  await world.as(fastRider).deliver(id);
};

describe('sales', () => {
  test('are counted as of now, whether a daemon works or not', async () => {
    await deliver(await order());
    const canceled = await order();
    await order(freeTea);
    await world.as(mina).cancelOrder(canceled, 'WRONG_ADDRESS');
    const expected = {
      name: '한끼 김치찌개',
      zone: 'Asia/Seoul',
      total: {
        ...{ orders: 3, delivered: 1, underway: 1, canceled: 1 },
        ...{ taken: 40_000, refunds: 20_000, revenue: 20_000 },
        ...{ acceptMs: minute, cookMs: 10 * minute, deliverMs: 5 * minute, wholeMs: 16 * minute },
      },
      canceled: [{ reason: 'WRONG_ADDRESS', by: 'customer', orders: 1, amount: 20_000 }],
    };
    expect(await sales()).toMatchObject({ ...expected, total: { ...expected.total, owed: 20_000 } });
    await world.drainNow();
    expect(await sales()).toMatchObject({ ...expected, total: { ...expected.total, owed: 0 } });
    expect(await sales({ ...day, by: 'item' })).toMatchObject({
      rows: [
        { key: 'kimchi-jjigae', quantity: 2, undone: 2, revenue: 18_000 },
        { key: 'tea', quantity: 1, undone: 0, revenue: 0 },
      ],
    });
  });

  test('rebuilt from all events are the same as kept from day to day', async () => {
    await deliver(await order());
    await world.as(mina).cancelOrder(await order(), 'CHANGED_MIND');
    await world.live(hour);
    const asks = (['day', 'hour', 'item'] as const).map((by): SalesAsk => ({ ...day, by }));
    const before = await Promise.all(asks.map(sales));
    await world.store.rebuild('replace');
    expect(await Promise.all(asks.map(sales))).toEqual(before);
  });

  test('are read to the last order, however many pages that takes', async () => {
    for (let n = 0; n < 1203; n++) await order(freeTea);
    expect(await sales()).toMatchObject({ total: { orders: 1203 } });
  });

  test('of a day are those of the day at the shop', async () => {
    await order();
    // Noon in Seoul: thirteen hours later it is the next day there.
    world.env.tick(13 * hour);
    await order();
    expect(await sales()).toMatchObject({ total: { orders: 1 } });
    expect(await sales({ ...day, to: '2026-11-23' })).toMatchObject({
      rows: [
        { key: '2026-11-22', orders: 1 },
        { key: '2026-11-23', orders: 1 },
      ],
    });
    expect(await sales({ ...day, from: '2026-11-20', to: '2026-11-21' })).toMatchObject({ total: { orders: 0 } });
  });

  test('are for the owner of the shop and the operator, and for days that are', async () => {
    expect(await world.as(operator).salesOf(day)).toMatchObject({ ok: true });
    for (const other of [mina, fastRider, { role: 'owner', id: 'shop_other' } as const])
      expect(await world.as(other).salesOf(day)).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(await world.as(operator).salesOf({ ...day, shop: 'shop_none' as ShopId })).toMatchObject({ error: { code: 'NOT_FOUND' } });
    for (const wrong of [{ from: '2026-11-23' }, { from: '2020-01-01' }, { to: 'soon' }])
      expect(await world.as(owner).salesOf({ ...day, ...wrong })).toMatchObject({ error: { code: 'INVALID_INPUT' } });
  });
});
