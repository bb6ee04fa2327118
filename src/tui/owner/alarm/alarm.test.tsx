import { describe, expect, test, vi } from 'vitest';
import type { ShopId } from '../../../core/kinds.ts';
import { goesToViews } from '../../../core/route.ts';
import { fakeShop } from '../../../core/testing/fake-shop.ts';
import { is } from '../../../core/testing/is.ts';
import { hour, minute, second, shop } from '../../../core/testing/story.ts';
import { fastRider, mina, owner } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type Floor, openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { place } from '../../testing/placed.ts';
import { shortNumber } from '../short-number.ts';

const floor = (settings = {}) => openFloor(createMemoryStore({ routesToViews: goesToViews }), settings);

const accepted = async ({ world }: Floor) => {
  const order = await place(world);
  is(await world.as(owner).accept(order, 20));
  return order;
};
const cooking = async (house: Floor) => {
  const order = await accepted(house);
  is(await house.world.as(owner).cook(order));
  return order;
};

describe('a new order', () => {
  test('rings with its picture, never before it', async () => {
    const house = await floor();
    const desk = await openOwnerDesk(house);
    expect(desk.rung()).toEqual([]);
    const order = await place(house.world);
    await desk.settle();
    expect(desk.rung()).toHaveLength(1);
    expect(desk.rung()[0]?.seen).toContain(`●${shortNumber(order)}`);
    expect(desk.rung()[0]?.text).toBe('한끼 김치찌개 · 새 주문 1건');
    expect(desk.title()).toBe('한끼 김치찌개 · 새 주문 1건');
  });

  test('rings again and again until somebody touches it, then no more on any screen', async () => {
    const house = await floor({ kitchenRingMs: 5 });
    const [left, right] = [await openOwnerDesk(house), await openOwnerDesk(house, { screen: 'stove' })];
    await place(house.world);
    await vi.waitFor(() => expect(Math.min(left.rung().length, right.rung().length)).toBeGreaterThan(3));
    await left.press('down');
    await right.settle();
    expect(right.screen()).not.toContain('●#');
    expect([left.title(), right.title()]).toEqual(['', '']);
    const before = right.rung().length;
    await place(house.world).then(() => right.settle());
    // The next one rings for itself alone.
    expect(right.rung()[before]?.text).toBe('한끼 김치찌개 · 새 주문 1건');
  });

  test('b silences all that ring, and accepts nothing', async () => {
    const house = await floor();
    const order = await place(house.world);
    await place(house.world);
    const desk = await openOwnerDesk(house);
    await desk.press('b');
    expect(desk.screen()).not.toContain('●#');
    expect(desk.screen()).toContain('신규 2');
    expect(await house.world.types(order)).not.toContain('OrderAccepted');
  });

  test('rings in front of another shop of the same owner, and says where', async () => {
    const second_ = 'shop_tteok' as ShopId;
    const house = await floor();
    await house.world.shopIs(fakeShop);
    await house.world.store.commit({
      relies: [],
      events: [],
      outbox: [],
      rows: [],
      documents: [{ key: `shop/${second_}` as never, body: { ...fakeShop, id: second_, name: '신촌 떡볶이' } }],
      settle: [],
    });
    const desk = await openOwnerDesk(house, { shops: [shop, second_] });
    await place(house.world, { at: second_ });
    await desk.settle();
    expect(desk.rung()).toHaveLength(1);
    expect(desk.screen()).toContain('신촌 떡볶이: 새 주문 1건. S 키로 건너가세요.');
    await desk.press('S');
    expect(desk.lines()[0]).toContain('신촌 떡볶이');
    expect(desk.screen()).toContain('신규 1');
  });
});

describe('an order that falls while it is in the kitchen', () => {
  test('stands over everything with what, who and why, and rings until it is bumped away', async () => {
    const house = await floor({ kitchenRingMs: 5 });
    const order = await accepted(house);
    const desk = await openOwnerDesk(house, { lang: 'en' });
    is(await house.world.as(mina).cancelOrder(order, 'CHANGED_MIND'));
    await desk.settle();
    expect(desk.screen()).toContain('STOP COOKING');
    expect(desk.screen()).toContain(shortNumber(order));
    expect(desk.screen()).toContain('customer changed their mind (customer)');
    expect(desk.screen()).toContain('×1 김치찌개');
    await vi.waitFor(() => expect(desk.rung().length).toBeGreaterThan(3));
    house.world.env.tick(second);
    await desk.press('b');
    expect(desk.screen()).not.toContain('STOP COOKING');
    expect(desk.title()).toBe('');
    expect((await house.world.events(order)).at(-1)).toMatchObject({ type: 'TicketBumped', data: { screen: 'counter' } });
  });

  test('is not bumped away by a key that was meant for the board beneath', async () => {
    const house = await floor();
    const order = await cooking(house);
    const desk = await openOwnerDesk(house);
    is(await house.world.as(owner).cancelByShop(order, 'SHOP_ISSUE'));
    await desk.settle();
    await desk.press('enter');
    expect(desk.screen()).toContain('조리 중지');
    expect(desk.screen()).toContain('먼저 읽어 주세요');
    house.world.env.tick(second);
    await desk.press('enter');
    expect(desk.screen()).not.toContain('조리 중지');
  });

  test('several stand one behind the other, each to be bumped by itself', async () => {
    const house = await floor();
    const orders = [await cooking(house), await cooking(house)];
    const desk = await openOwnerDesk(house);
    for (const order of orders) is(await house.world.as(owner).cancelByShop(order, 'SHOP_ISSUE'));
    await desk.settle();
    expect(desk.screen()).toContain('조리 중지 · 1건 더');
    house.world.env.tick(second);
    await desk.press('b');
    expect(desk.screen()).toContain('조리 중지');
    await desk.press('b');
    expect(desk.screen()).toContain('조리 중지');
    house.world.env.tick(second);
    await desk.press('b');
    expect(desk.screen()).not.toContain('조리 중지');
  });

  test('is still there when the screen was closed and opened again hours later', async () => {
    const house = await floor();
    const order = await cooking(house);
    const before = await openOwnerDesk(house);
    is(await house.world.as(owner).cancelByShop(order, 'SHOP_ISSUE'));
    await before.unmount();
    await house.world.live(3 * hour);
    const desk = await openOwnerDesk(house);
    expect(desk.screen()).toContain('조리 중지');
    expect(desk.screen()).toContain('180분 전');
    expect(desk.rung().length).toBeGreaterThan(0);
  });

  test('leaves both screens when one of them bumps it', async () => {
    const house = await floor();
    const order = await cooking(house);
    const [left, right] = [await openOwnerDesk(house), await openOwnerDesk(house, { screen: 'stove' })];
    is(await house.world.as(owner).cancelByShop(order, 'SHOP_ISSUE'));
    await right.settle();
    expect(left.screen()).toContain('조리 중지');
    house.world.env.tick(second);
    await right.press('b');
    await left.settle();
    expect(left.screen()).not.toContain('조리 중지');
  });

  test('a key of the bump bar bumps it, too', async () => {
    const house = await floor();
    const order = await cooking(house);
    const desk = await openOwnerDesk(house, { bumpBar: new Map([['1', 'bump']]) });
    is(await house.world.as(owner).cancelByShop(order, 'SHOP_ISSUE'));
    await desk.settle();
    house.world.env.tick(second);
    await desk.press('1');
    expect(desk.screen()).not.toContain('조리 중지');
  });

  test('text of strangers cannot draw over it', async () => {
    const house = await floor();
    const { world } = house;
    const order = await place(world, { note: '\u001b[2J\u001b[H사라져라\u202e', name: '\u001b]0;hijack\u0007', phone: '010\u0007' });
    const desk = await openOwnerDesk(house, { columns: 120, rows: 40 });
    expect(desk.screen()).toContain('사라져라');
    expect(desk.lines()).toHaveLength(40);
    is(await world.as(owner).accept(order));
    is(await world.as(mina).cancelOrder(order, 'CHANGED_MIND'));
    await desk.settle();
    expect(desk.screen()).toContain('조리 중지');
    expect(desk.lines()[0]).toContain('한끼 김치찌개');
  });
});

test('food that could not be delivered comes back to the board until it is bumped', async () => {
  const house = await floor();
  const { world } = house;
  const order = await cooking(house);
  is(await world.as(owner).finish(order));
  await world.drainNow();
  is(await world.as(fastRider).claim(order));
  is(await world.as(fastRider).pick(order));
  const desk = await openOwnerDesk(house, { lang: 'en' });
  expect(desk.screen()).toContain('0 in the kitchen');
  is(await world.as(fastRider).fail(order, 'CUSTOMER_ABSENT'));
  await desk.settle();
  expect(desk.screen()).toContain('DELIVERY FAILED');
  expect(desk.screen()).toContain('nobody at the door · rider rdr_fast');
  expect(desk.screen()).toContain('All of the money goes back.');
  expect(desk.screen()).not.toContain('Do not hand it over.');
  world.env.tick(second);
  await desk.press('enter');
  expect(desk.screen()).not.toContain('DELIVERY FAILED');
});

test('cooked food that waits too long for its rider says so', async () => {
  const house = await floor();
  const { world } = house;
  const order = await cooking(house);
  is(await world.as(owner).finish(order));
  await world.drainNow();
  world.env.tick(6 * minute);
  const desk = await openOwnerDesk(house);
  await desk.press('4');
  expect(desk.screen()).toContain('대기 6분');
  expect(desk.lines()[0]).toContain('늦음 1');
  expect(desk.screen()).toContain('4 완성 1!');
});
