import { describe, expect, test } from 'vitest';
import type { ItemId, ShopId } from '../../../core/kinds.ts';
import { goesToViews } from '../../../core/route.ts';
import { after, hour } from '../../../core/testing/story.ts';
import { mina, operator } from '../../../core/testing/world.ts';
import { sampleShops } from '../../../samples/shops.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';
import { foodStreet } from '../../testing/food-street.ts';

const hanki = 'shop_hanki' as ShopId;
const jeyuk = 'pork-stirfry' as ItemId;
const stew = 'kimchi-jjigae' as ItemId;
const sit = (item: ItemId, options: DeskOptions = {}) =>
  openDesk(createMemoryStore({ routesToViews: goesToViews }), {
    before: foodStreet(sampleShops()),
    first: { at: 'item', shop: hanki, item },
    ...options,
  });
const linesOf = async (desk: Awaited<ReturnType<typeof sit>>) => {
  const cart = await desk.world.as(mina).cart(hanki);
  if (!cart.ok) throw new Error(cart.error.code);
  return cart.value.cart.lines;
};

describe.each([
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['en', 120, 40],
] as const)('a dish, %s at %i×%i', (lang, columns, rows) => {
  test('says what is to be chosen, how many, and what it costs so far', async () => {
    const desk = await sit(stew, { lang, columns, rows });
    expect(desk.lines()).toHaveLength(rows);
    expect(desk.screen()).toContain(lang === 'ko' ? '1개를 골라 주세요' : 'Choose 1');
    expect(desk.screen()).toContain(lang === 'ko' ? '최대 4개' : 'up to 4');
    expect(desk.screen()).toMatchSnapshot();
  });
});

test('what is missing is said at its group, and the cursor goes there', async () => {
  const desk = await sit(jeyuk);
  await desk.press('enter');
  expect(desk.screen()).toContain('먼저 골라 주세요: 맵기');
  await desk.press('space', 'enter');
  expect(desk.screen()).toContain('먼저 골라 주세요: 밥 선택');
  expect(desk.screen()).toMatch(/▌\( \) 흰쌀밥/);
  expect(await linesOf(desk)).toEqual([]);
});

test('the price follows what is chosen, and all of it goes into the cart with the note', async () => {
  const desk = await sit(jeyuk);
  await desk.press('down', 'space', 'down', 'down', 'down', 'space', '+', '+');
  expect(desk.screen()).toMatch(/합계 34,500원/);
  await desk.press('n', '덜 맵게', '\r', 'enter');
  expect(await linesOf(desk)).toMatchObject([
    { item: 'pork-stirfry', quantity: 3, note: '덜 맵게', total: 34_500, choices: [{ name: '보통맛' }, { name: '흑미밥' }] },
  ]);
});

test('a note is composed in its place: the cursor stands behind the last syllable, Enter ends it and adds nothing', async () => {
  const desk = await sit(stew);
  await desk.press('n', '안');
  const before = desk.cursor();
  await desk.press('녕\r');
  expect(before).toBeDefined();
  expect(desk.cursor()).toBeUndefined();
  expect(desk.screen()).toContain('안녕');
  expect(await linesOf(desk)).toEqual([]);
});

test('a choice that is sold out is shown and cannot be chosen', async () => {
  const desk = await sit(stew);
  expect(desk.screen()).toMatch(/치즈 +품절/);
  await desk.press('end');
  expect(desk.screen()).toMatch(/▌\[ \] 물만두 3개/);
});

test('no more than allowed can be chosen, and that is said', async () => {
  const desk = await sit('rice-tteokbokki' as ItemId, {
    first: { at: 'item', shop: 'shop_tteok' as ShopId, item: 'rice-tteokbokki' as ItemId },
  });
  await desk.press('space', 'down', 'down', 'down', 'space');
  expect(desk.screen()).toMatch(/양 [^\n]*1\/1/);
});

test('a dish that sells out while one chooses says so', async () => {
  const desk = await sit(stew);
  await desk.world.as(operator).markSoldOut(hanki, stew, after(hour));
  await desk.settle();
  expect(desk.screen()).toContain('품절이에요. Esc를 눌러');
});

test('what was chosen and written is still there after leaving and coming back', async () => {
  const desk = await sit(jeyuk, { first: { at: 'menu', shop: hanki } });
  await desk.press('right', 'enter', 'space', 'n', '짜지 않게', 'esc', 'esc');
  expect(desk.lines()[0]).toContain('영업 중');
  await desk.press('enter');
  expect(desk.screen()).toContain('(●) 순한맛');
  expect(desk.screen()).toContain('짜지 않게');
});
