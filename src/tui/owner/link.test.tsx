import { expect, test } from 'vitest';
import { goesToViews } from '../../core/route.ts';
import { second, shop } from '../../core/testing/story.ts';
import { mina } from '../../core/testing/world.ts';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { openFloor, openOwnerDesk } from '../testing/owner-desk.tsx';
import { place } from '../testing/placed.ts';

const floor = () => openFloor(createMemoryStore({ routesToViews: goesToViews }));

test('as long as the board is open, customers learn that the shop has a screen', async () => {
  const house = await floor();
  expect(await house.world.as(mina).shopPresence(shop)).toEqual({ state: 'never' });
  await openOwnerDesk(house);
  expect(await house.world.as(mina).shopPresence(shop)).toEqual({ state: 'online', screens: 1 });
});

test('a board that is cut off says so, as of when its data are, and changes nothing; then it goes on by itself', async () => {
  const house = await floor();
  const order = await place(house.world);
  const desk = await openOwnerDesk(house);
  house.world.env.tick(12 * second);
  house.breakIt();
  await desk.settle();
  expect(desk.lines()[0]).toContain('연결 끊김 · 12초 전 자료');
  expect(desk.lines()[0]).not.toContain('12:00');
  await desk.press('a');
  expect(desk.screen()).toContain('연결이 끊겨서 지금은 바꿀 수 없어요');
  house.mend();
  await desk.settle();
  expect(desk.lines()[0]).toContain('주방 1건 · 12:00');
  await desk.press('a');
  expect(await house.world.types(order)).toContain('OrderAccepted');
});

test('a screen that has not read anything yet shows no empty kitchen', async () => {
  const house = await floor();
  await place(house.world);
  house.breakIt();
  const desk = await openOwnerDesk(house, { lang: 'en' });
  expect(desk.screen()).toContain('This cannot be read right now');
  expect(desk.screen()).not.toContain('Nothing in the kitchen');
  house.mend();
  await desk.until(/1 New 1/);
});

test('without a daemon new orders cannot come, and the board says so', async () => {
  const desk = await openOwnerDesk(await floor(), { lang: 'en', daemon: { at: 'away' } });
  expect(desk.screen()).toContain('No daemon is running');
});

test('leaving asks while something is in the kitchen, and leaves a word about it', async () => {
  const house = await floor();
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await place(house.world);
  await desk.settle();
  await desk.press('q');
  expect(desk.screen()).toContain('1 in the kitchen. Once it is closed nothing rings');
  await desk.press('esc');
  expect(desk.left()).toBeUndefined();
  await desk.press('q', 'enter');
  expect(desk.left()).toEqual(['1 still in the kitchen.', '  baedal owner']);
});
