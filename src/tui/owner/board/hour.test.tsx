import { queryObjects } from 'node:v8';
import { expect, test } from 'vitest';
import { goesToViews } from '../../../core/route.ts';
import { is } from '../../../core/testing/is.ts';
import { second } from '../../../core/testing/story.ts';
import { fastRider, mina, owner } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type Floor, type OwnerDesk, openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { place } from '../../testing/placed.ts';

/** All that could be left behind by a screen that forgets to let go: who listens, what waits, and every function that is still held. */
const held = (house: Floor) => ({
  listeners: house.listeners(),
  timers: process.getActiveResourcesInfo().filter((what) => what === 'Timeout').length,
  functions: queryObjects(Function, { format: 'count' }),
});

const bump = async ({ world }: Floor, desk: OwnerDesk) => {
  await desk.settle();
  expect(desk.screen()).toMatch(/⚠ (조리 중지|배달 실패) #/);
  world.env.tick(second);
  await desk.press('b');
};

/** Six minutes of a rush: an order of each fate, and a look at every screen. Answers how often it had to ring. */
const sixMinutes = async (house: Floor, desk: OwnerDesk): Promise<number> => {
  const { world } = house;
  const finish = async (order: Awaited<ReturnType<typeof place>>) => {
    await desk.press('1', 'space', '2', 'space', '3', 'space', '4', 'R', '3', 'space');
    await world.drainNow();
    is(await world.as(fastRider).claim(order));
    is(await world.as(fastRider).pick(order));
  };
  const eaten = await place(world);
  await finish(eaten);
  is(await world.as(fastRider).deliver(eaten));
  const failed = await place(world);
  await finish(failed);
  is(await world.as(fastRider).fail(failed, 'CUSTOMER_ABSENT'));
  await bump(house, desk);
  const takenBack = await place(world);
  await desk.settle();
  is(await world.as(mina).cancelOrder(takenBack, 'CHANGED_MIND'));
  await world.drainNow();
  const stopped = await place(world);
  await desk.press('1', 'space', '2', 'space');
  is(await world.as(owner).cancelByShop(stopped, 'SHOP_ISSUE'));
  await bump(house, desk);
  await place(world);
  await desk.press('1', 'r', '3');
  await world.drainNow();
  await desk.press('m', 'x', '1', 'x', 'p', 'v', 'esc', 'D', 'esc', '?', 'esc', '/', 'esc', 's', 's', 'L', 'L', '4');
  world.env.tick(360 * second);
  await desk.settle();
  expect(desk.lines()[0]).toContain('주방 0건');
  return 5 + 2;
};

// The whole day, on the real program and with its heap: npm run bench -- --only kitchen-day --full
test('an hour of rush rings for every order and every alarm, and leaves nothing behind', { timeout: 120_000 }, async () => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  const desk = await openOwnerDesk(house);
  let due = 0;
  for (let warm = 0; warm < 3; warm += 1) due += await sixMinutes(house, desk);
  const before = held(house);
  for (let more = 0; more < 7; more += 1) due += await sixMinutes(house, desk);
  const after = held(house);
  expect(after.listeners).toBe(before.listeners);
  // What was said last may still stand there; seven rounds that each left a timer could not hide behind it.
  expect(after.timers - before.timers).toBeLessThan(3);
  // A single listener that stays would be seven, and the functions that it holds.
  expect(after.functions - before.functions).toBeLessThan(7);
  expect(desk.rung().filter(({ text }) => text !== '')).toHaveLength(due);
});
