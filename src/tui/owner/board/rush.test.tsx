import { expect, test } from 'vitest';
import { goesToViews } from '../../../core/route.ts';
import { is } from '../../../core/testing/is.ts';
import { second } from '../../../core/testing/story.ts';
import { fastRider, mina, owner } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { place } from '../../testing/placed.ts';
import { shortNumber } from '../short-number.ts';

/** Hundreds of keys, each answered by a frame: on a busy machine that takes its time. */
const patienceMs = 120_000;

const floor = () => openFloor(createMemoryStore({ routesToViews: goesToViews }));

test.each([
  ['ko', 80, 24],
  ['en', 160, 50],
] as const)(
  'sixty orders in ten minutes, worked by keys alone: none is lost, doubled or forgotten (%s, %i×%i)',
  async (lang, columns, rows) => {
    const house = await floor();
    const { world } = house;
    const desk = await openOwnerDesk(house, { lang, columns, rows });
    const orders = [];
    for (let number = 0; number < 60; number += 1) {
      orders.push(await place(world, { customer: `cus_c${number}`, quantity: 1 + (number % 4) }));
      world.env.tick(10 * second);
      await desk.settle();
      // Each arrival rang, and is answered within a key; what is accepted goes on to the stove and off it.
      if (number % 3 === 2)
        await desk.press('1', 'space', 'space', 'space', '2', 'space', 'space', 'space', '3', 'space', 'space', 'space');
    }
    expect(desk.rung().filter(({ text }) => text !== '')).toHaveLength(60);
    for (const order of orders) {
      const told = (await world.types(order)).filter((type) => ['OrderAccepted', 'CookStarted', 'CookFinished'].includes(type));
      expect(told).toEqual(['OrderAccepted', 'CookStarted', 'CookFinished']);
    }
    await desk.press('4');
    expect(desk.screen()).toContain(lang === 'ko' ? '[4 완성 60!]' : '4 Ready 60');
    await world.drainNow();
    for (const order of orders) {
      is(await world.as(fastRider).claim(order));
      is(await world.as(fastRider).pick(order));
    }
    await desk.settle();
    expect(desk.lines()[0]).toContain(lang === 'ko' ? '주방 0건' : '0 in the kitchen');
  },
  patienceMs,
);

test('a cancellation in the middle of a rush stops its own ticket and no other', async () => {
  const house = await floor();
  const { world } = house;
  const desk = await openOwnerDesk(house);
  const orders = [await place(world), await place(world), await place(world)];
  await desk.settle();
  await desk.press('space', 'space', 'space');
  const [first, second_, third] = orders;
  if (!first || !second_ || !third) throw new Error('three were placed');
  is(await world.as(mina).cancelOrder(second_, 'CHANGED_MIND'));
  await desk.settle();
  // The cook's next stroke meets the alarm, and starts nothing.
  await desk.press('2', 'space', 'space');
  expect(desk.screen()).toContain(shortNumber(second_));
  expect(await world.types(first)).not.toContain('CookStarted');
  world.env.tick(second);
  await desk.press('b', '2', 'space', 'space');
  expect(await world.types(first)).toContain('CookStarted');
  expect(await world.types(third)).toContain('CookStarted');
  expect(await world.types(second_)).not.toContain('CookStarted');
});

test(
  'three hundred open tickets: a key draws what changed on the screen, not the board',
  async () => {
    const house = await floor();
    const { world } = house;
    for (let number = 0; number < 300; number += 1) {
      const order = await place(world, { customer: `cus_c${number}` });
      if (number % 3 > 0) is(await world.as(owner).accept(order));
      if (number % 3 > 1) is(await world.as(owner).cook(order));
    }
    const desk = await openOwnerDesk(house, { columns: 160, rows: 50 });
    expect(desk.screen()).toContain('1 신규 100');
    const before = desk.bytes();
    for (let key = 0; key < 40; key += 1) await desk.press(key % 2 === 0 ? 'down' : 'up');
    expect((desk.bytes() - before) / 40).toBeLessThan(1500);
    await desk.press('end');
    expect(desk.screen()).toContain('#0298');
  },
  patienceMs,
);
