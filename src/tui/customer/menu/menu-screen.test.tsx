import { describe, expect, test } from 'vitest';
import type { Shop } from '../../../core/catalog/shop.ts';
import type { ItemId, ShopId } from '../../../core/kinds.ts';
import { won } from '../../../core/money.ts';
import { goesToViews } from '../../../core/route.ts';
import { fakeShop } from '../../../core/testing/fake-shop.ts';
import { after, hour } from '../../../core/testing/story.ts';
import { mina, operator } from '../../../core/testing/world.ts';
import { sampleShops } from '../../../samples/shops.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';
import { foodStreet } from '../../testing/food-street.ts';

const hanki = 'shop_hanki' as ShopId;
const rice = 'rice' as ItemId;
const sit = (options: DeskOptions = {}) =>
  openDesk(createMemoryStore({ routesToViews: goesToViews }), {
    before: foodStreet(sampleShops()),
    first: { at: 'menu', shop: hanki },
    ...options,
  });
const cartOf = async (desk: Awaited<ReturnType<typeof sit>>) => {
  const cart = await desk.world.as(mina).cart(hanki);
  if (!cart.ok) throw new Error(cart.error.code);
  return cart.value.cart.lines.map(({ item, quantity }) => `${item} ${quantity}`);
};

describe.each([
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['en', 120, 40],
] as const)('the menu, %s at %i×%i', (lang, columns, rows) => {
  test('shows dishes by category with prices, and what is sold out', async () => {
    const desk = await sit({ lang, columns, rows });
    expect(desk.lines()).toHaveLength(rows);
    expect(desk.screen()).toMatch(lang === 'ko' ? /▌ +김치찌개 +9,000원/ : /▌ +김치찌개 +₩9,000/);
    expect(desk.screen()).toMatch(lang === 'ko' ? /간장게장 정식 +품절/ : /간장게장 정식 +sold out/);
    expect(desk.screen()).toMatchSnapshot();
  });
});

test('what is sold out cannot be chosen: the cursor steps over it', async () => {
  const desk = await sit();
  await desk.press('/', '정', '식', 'enter', 'end', 'down');
  expect(desk.screen()).toMatch(/▌ +고등어구이 정식/);
});

test('a dish without options goes into the cart with one key, and counts beside it', async () => {
  const desk = await sit();
  await desk.press('/', '공', '깃', 'enter', 'a', 'a');
  expect(desk.screen()).toMatch(/공깃밥 +×2 +1,000원/);
  expect(desk.screen()).toContain('최소 주문까지 10,000원 더');
  expect(await cartOf(desk)).toEqual(['rice 2']);
});

test('a dish that wants a choice opens instead, and says why', async () => {
  const desk = await sit();
  await desk.press('a');
  expect(desk.lines()[0]).toContain('김치찌개');
  expect(desk.screen()).toContain('고를 것이 있어요');
  expect(await cartOf(desk)).toEqual([]);
});

test('left and right go from category to category, and around', async () => {
  const desk = await sit();
  await desk.press('right');
  expect(desk.screen()).toMatch(/▌ +제육볶음 정식/);
  await desk.press('left', 'left');
  expect(desk.screen()).toMatch(/▌ +콜라/);
});

test('a dish that sells out under the cursor cannot be added any more', async () => {
  const desk = await sit();
  await desk.press('/', '공', '깃', 'enter');
  expect(desk.screen()).toMatch(/▌ +공깃밥/);
  await desk.world.as(operator).markSoldOut(hanki, rice, after(hour));
  await desk.settle();
  expect(desk.screen()).toMatch(/ {2}공깃밥 +품절, 판매 재개 13:00/);
  await desk.press('a');
  expect(await cartOf(desk)).toEqual([]);
});

test('a shop that vanished says so, and Esc leads on', async () => {
  const desk = await sit({ first: { at: 'menu', shop: 'shop_gone' as ShopId } });
  expect(desk.screen()).toContain('이 가게는 더 이상 없어요');
});

test('a thousand dishes are drawn as a window', async () => {
  const [category] = fakeShop.menu;
  const [dish] = category?.items ?? [];
  if (!category || !dish) throw new Error('the shop has a dish');
  const many = Array.from({ length: 1000 }, (_, at) => ({
    ...dish,
    id: `dish-${at}` as ItemId,
    name: `요리 ${at}`,
    price: won(1000 + at),
  }));
  const long: Shop = { ...fakeShop, menu: [{ ...category, items: many }] };
  const desk = await sit({ before: ({ shopIs }) => shopIs(long) });
  await desk.press('end');
  expect(desk.screen()).toMatch(/▌ +요리 999 +1,999원/);
  await desk.press('pageup');
  expect(desk.screen()).not.toContain('요리 900');
});
