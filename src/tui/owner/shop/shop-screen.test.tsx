import { describe, expect, test } from 'vitest';
import type { Shop } from '../../../core/catalog/shop.ts';
import { goesToViews } from '../../../core/route.ts';
import { is } from '../../../core/testing/is.ts';
import { after, hour, minute, shop } from '../../../core/testing/story.ts';
import { operator, owner } from '../../../core/testing/world.ts';
import { sampleShops } from '../../../samples/shops.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type Floor, openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { ownerSizes } from '../../testing/owner-sizes.ts';
import { place } from '../../testing/placed.ts';

const shopNow = async ({ world }: Floor): Promise<Shop> => is(await world.as(owner).findShop(shop));

/** Open until 21:00 of a Sunday at noon, with a day off before long. */
const sample = async (changed: Partial<Shop> = {}, orders = 0): Promise<Floor> => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  // Of the plain shop, whose stew needs no choices.
  for (let placed = 0; placed < orders; placed += 1) await place(house.world);
  const hanki = sampleShops().find(({ id }) => id === shop) ?? expect.fail('no sample');
  const day = [{ from: 600, to: 1260 }];
  const hours: Shop['hours'] = [day, day, day, day, day, day, day];
  const holidays = [{ day: '2026-12-25', name: '성탄절', spans: [] }];
  is(await house.world.as(operator).writeShop({ ...hanki, hours, holidays, ...changed }));
  return house;
};

describe.each(ownerSizes)('the shop, %s at %i×%i', (lang, columns, rows) => {
  test('says what customers are told, what is in the kitchen, the hours, and the command that changes them', async () => {
    const house = await sample({}, 2);
    const desk = await openOwnerDesk(house, { lang, columns, rows });
    await desk.press('p');
    expect(desk.lines()).toHaveLength(rows);
    expect(desk.screen()).toContain('21:00');
    expect(desk.screen()).toContain('baedal shop edit shop_hanki');
    expect(desk.screen()).toMatchSnapshot();
  });
});

test('a pause is two keys; it ends by itself, or by o', async () => {
  const house = await sample();
  const desk = await openOwnerDesk(house);
  await desk.press('p', 's');
  expect(desk.screen()).toContain('언제까지 새 주문을 받지 않을까요?');
  await desk.press('2');
  expect((await shopNow(house)).intake).toEqual({ state: 'paused', until: after(30 * minute) });
  expect(desk.screen()).toContain('다시 받는 시각: 12:30');
  await desk.press('o');
  expect((await shopNow(house)).intake).toEqual({ state: 'open' });
  await desk.press('o');
  expect(desk.screen()).toContain('이미 주문을 받고 있어요.');
});

test('closing early is for today, and nothing is closed before it is chosen', async () => {
  const house = await sample();
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await desk.press('p', 'x', 'esc');
  expect((await shopNow(house)).intake).toEqual({ state: 'open' });
  await desk.press('x', '1');
  expect((await shopNow(house)).intake).toEqual({ state: 'paused', until: after(12 * hour) });
  await desk.press('x', '2');
  expect((await shopNow(house)).intake).toEqual({ state: 'closed' });
  expect(desk.screen()).toMatch(/customers are told +closed/);
});

test('opening outside of the hours says that nobody can order yet', async () => {
  const house = await sample({ intake: { state: 'closed' }, hours: [[], [], [], [], [], [], []] });
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await desk.press('p', 'o');
  expect(desk.screen()).toContain('Opened, but not within the hours');
});

test('the keys lead from one screen to the next, and Esc always back to the board', async () => {
  const desk = await openOwnerDesk(await sample(), { lang: 'en' });
  await desk.press('p', 'm');
  expect(desk.screen()).toContain('as customers see it');
  await desk.press('p');
  expect(desk.screen()).toContain('customers are told');
  await desk.press('esc');
  expect(desk.screen()).toContain('0 in the kitchen');
});
