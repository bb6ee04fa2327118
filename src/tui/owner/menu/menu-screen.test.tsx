import { describe, expect, test } from 'vitest';
import { editItem } from '../../../core/catalog/edit-item.ts';
import { findItem, withItemSoldOut } from '../../../core/catalog/menu.ts';
import type { Shop } from '../../../core/catalog/shop.ts';
import type { ItemId } from '../../../core/kinds.ts';
import { goesToViews } from '../../../core/route.ts';
import { is } from '../../../core/testing/is.ts';
import { after, hour, shop } from '../../../core/testing/story.ts';
import { operator, owner } from '../../../core/testing/world.ts';
import { sampleShops } from '../../../samples/shops.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type Floor, openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { ownerSizes } from '../../testing/owner-sizes.ts';

const stew = 'kimchi-jjigae' as ItemId;
const shopNow = async ({ world }: Floor): Promise<Shop> => is(await world.as(owner).findShop(shop));
const itemNow = async (house: Floor, item = stew) => findItem(await shopNow(house), item);

/** The sample shop, with all its dishes to be had. */
const sample = async (change: (shop: Shop) => Shop = (same) => same): Promise<Floor> => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  const hanki = sampleShops().find(({ id }) => id === shop);
  is(await house.world.as(operator).writeShop(change(hanki ?? expect.fail('no sample'))));
  return house;
};

describe.each(ownerSizes)('the menu of the shop, %s at %i×%i', (lang, columns, rows) => {
  test('says what is sold out and until when, what it costs, and what customers see', async () => {
    const house = await sample((one) => is(withItemSoldOut(one, 'budae-jjigae' as ItemId, after(3 * hour))));
    const desk = await openOwnerDesk(house, { lang, columns, rows });
    await desk.press('m');
    expect(desk.lines()).toHaveLength(rows);
    if (columns >= 80) expect(desk.screen()).toContain(lang === 'ko' ? '고객이 보는 모습' : 'as customers see it');
    expect(desk.screen()).toMatchSnapshot();
  });
});

test('a dish is sold out by two keys and back by one; customers are told at once', async () => {
  const house = await sample();
  const desk = await openOwnerDesk(house);
  await desk.press('m', 'x');
  expect(desk.screen()).toContain('언제까지 품절인가요?');
  await desk.press('1');
  expect(desk.screen()).toContain('김치찌개 품절로 표시했어요');
  expect((await itemNow(house))?.soldOutUntil).toBe(after(12 * hour));
  await desk.press('x');
  expect(await itemNow(house)).not.toHaveProperty('soldOutUntil');
});

test('it may be until the shop closes, for an hour, or until it is put back', async () => {
  const house = await sample((one) => ({ ...one, hours: one.hours.map(() => [{ from: 600, to: 1260 }]) as unknown as Shop['hours'] }));
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await desk.press('m', 'x', '2');
  expect((await itemNow(house))?.soldOutUntil).toBe(after(9 * hour));
  await desk.press('x', 'x', '3');
  expect((await itemNow(house))?.soldOutUntil).toBe(after(hour));
  await desk.press('x', 'x', '4');
  expect((await itemNow(house))?.soldOutUntil).toBeGreaterThan(after(300 * 24 * hour));
});

test('the name of a dish stays whole, however long it is sold out; the preview has room for until when', async () => {
  const house = await sample((one) => is(withItemSoldOut(one, stew, after(40 * hour))));
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await desk.press('m');
  expect(desk.screen()).toMatch(/▌✗ 김치찌개 +sold out +₩9,000/);
  expect(desk.screen()).toContain('sold out until Tue 24 Nov');
});

test('an arrow and a letter that come in one breath mean the dish that the arrow went to', async () => {
  const house = await sample();
  const desk = await openOwnerDesk(house);
  await desk.press('m', '\u001b[Bx', '1');
  expect(await itemNow(house)).not.toHaveProperty('soldOutUntil');
  expect((await itemNow(house, 'doenjang-jjigae' as ItemId))?.soldOutUntil).toBe(after(12 * hour));
});

test('u takes the last mark back, and a second u says that there is nothing more', async () => {
  const house = await sample();
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await desk.press('m', 'x', '1', 'u');
  expect(await itemNow(house)).not.toHaveProperty('soldOutUntil');
  await desk.press('u');
  expect(desk.screen()).toContain('Nothing to undo');
});

test('what can be chosen with several dishes is sold out with all of them', async () => {
  const house = await sample();
  const desk = await openOwnerDesk(house, { lang: 'en', rows: 50 });
  await desk.press('m', '/', '두부', 'enter', 'end', 'x');
  expect(desk.screen()).toContain('It is sold out with all');
  await desk.press('1');
  const tofu = (await shopNow(house)).menu.flatMap(({ items }) =>
    items.flatMap(({ options }) => options.flatMap(({ choices }) => choices.filter(({ id }) => id === 'tofu'))),
  );
  expect(tofu.length).toBeGreaterThan(1);
  expect(tofu.map(({ soldOutUntil }) => soldOutUntil)).toEqual(tofu.map(() => after(12 * hour)));
});

test('a price is changed only after the old and the new one have been shown', async () => {
  const house = await sample();
  const desk = await openOwnerDesk(house);
  await desk.press('m', 'e', 'enter');
  expect(desk.screen()).toContain('새 가격을 적어 주세요.');
  await desk.press('9500', 'enter');
  expect(desk.screen()).toContain('김치찌개: 9,000원 → 9,500원');
  expect((await itemNow(house))?.price).toBe(9000);
  await desk.press('enter');
  expect((await itemNow(house))?.price).toBe(9500);
  expect(desk.screen()).toContain('가격을 바꿨어요');
  await desk.press('e', '9500', 'enter');
  expect(desk.screen()).toContain('지금과 같은 가격이에요');
});

test('of two owners at once neither loses anything: the second one is shown what the first did, and asked again', async () => {
  const house = await sample();
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await desk.press('m', 'e', '9500', 'enter');
  is(await house.world.as(owner).changeShop(shop, (now) => editItem(now, stew, { price: 9900 })));
  await desk.press('enter');
  expect(desk.screen()).toContain('Meanwhile somebody else changed');
  expect((await itemNow(house))?.price).toBe(9900);
  await desk.press('esc');
  expect((await itemNow(house))?.price).toBe(9900);
  await desk.press('e', '9500', 'enter', 'enter');
  expect((await itemNow(house))?.price).toBe(9500);
});

test('the cursor stays on its dish when another owner takes away the one above it', async () => {
  const house = await sample();
  const desk = await openOwnerDesk(house);
  await desk.press('m', 'down', 'down');
  expect(desk.screen()).toMatch(/▌ +부대찌개/);
  await house.world.as(owner).changeShop(shop, (now) => ({
    ok: true,
    value: { ...now, menu: now.menu.map((category) => ({ ...category, items: category.items.filter(({ id }) => id !== stew) })) },
  }));
  await desk.until(/▌ +부대찌개/);
  expect(desk.screen()).not.toMatch(/▌ +김치찌개/);
});

test('a name with signs of a terminal in it moves nothing on the screen', async () => {
  const hostile = '\u001b[2J\u001b]0;owned\u0007찌개\u202e밥';
  const house = await sample();
  const now = await shopNow(house);
  is(
    await house.world.as(operator).writeShop({
      ...now,
      menu: now.menu.map(({ name, items }) => ({ name, items: items.map((item) => ({ ...item, name: hostile, about: hostile })) })),
    }),
  );
  const desk = await openOwnerDesk(house);
  await desk.press('m');
  expect(desk.lines()).toHaveLength(24);
  expect(desk.screen()).toContain('찌개');
  for (const sign of ['\u001b', '\u0007', '\u202e']) expect(desk.screen()).not.toContain(sign);
});
