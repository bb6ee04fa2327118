import { describe, expect, test } from 'vitest';
import type { ChoiceId, ItemId, ShopId } from '../../../core/kinds.ts';
import { goesToViews } from '../../../core/route.ts';
import { minute } from '../../../core/testing/story.ts';
import { mina, type World } from '../../../core/testing/world.ts';
import { sampleShops } from '../../../samples/shops.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { priced, soldOut, without } from '../../testing/changed-shop.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';
import { foodStreet } from '../../testing/food-street.ts';

const [hanki, chicken] = sampleShops();
if (!hanki || !chicken) throw new Error('the samples have gone');
const stew = {
  item: 'kimchi-jjigae' as ItemId,
  quantity: 2,
  choices: ['hot', 'ramen'] as readonly string[] as readonly ChoiceId[],
  note: '덜 맵게',
};
const roll = { item: 'egg-roll' as ItemId, quantity: 1, choices: [] };

const shopping = async (world: World) => {
  await foodStreet(sampleShops())(world);
  await world.as(mina).addToCart(hanki.id, stew);
  await world.as(mina).addToCart(hanki.id, roll);
};
const sit = (options: DeskOptions = {}) =>
  openDesk(createMemoryStore({ routesToViews: goesToViews }), { before: shopping, first: { at: 'cart' }, ...options });
type Desk = Awaited<ReturnType<typeof sit>>;
const linesOf = async ({ seat }: Desk, shop: ShopId = hanki.id) => {
  const cart = await seat.app.cart(shop);
  if (!cart.ok) throw new Error(cart.error.code);
  return cart.value.cart.lines.map(({ name, quantity }) => `${name} ${quantity}`);
};

describe.each([
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['en', 120, 40],
  ['ko', 60, 20],
] as const)('the cart, %s at %i×%i', (lang, columns, rows) => {
  test('shows each dish with its options and note, where to, what with, and what it comes to', async () => {
    const desk = await sit({ lang, columns, rows });
    expect(desk.lines()).toHaveLength(rows);
    expect(desk.screen()).toMatch(lang === 'ko' ? /김치찌개 +×2 +20,000원/ : /김치찌개 +×2 +₩20,000/);
    expect(desk.screen()).toContain('얼큰한맛, 라면사리');
    expect(desk.screen()).toContain('“덜 맵게”');
    expect(desk.screen()).toMatch(lang === 'ko' ? /합계 +28,000원/ : /total +₩28,000/);
    expect(desk.screen()).toContain(lang === 'ko' ? '▌[ 주문서 보기 · 28,000원 ]' : '▌[ Check out · ₩28,000 ]');
    expect(desk.screen()).toMatchSnapshot();
  });
});

describe('changing it in place', () => {
  test('plus and minus change the dish under the cursor, and never take the last one away', async () => {
    const desk = await sit();
    await desk.press('home', '+', '+', '-');
    expect(await linesOf(desk)).toEqual(['김치찌개 3', '계란말이 1']);
    await desk.press('down', '-');
    expect(desk.screen()).toContain('한 개 남았어요. 빼려면 d를 눌러 주세요.');
    expect(await linesOf(desk)).toEqual(['김치찌개 3', '계란말이 1']);
  });

  test('d takes a dish out, u puts it back with its options and its note', async () => {
    const desk = await sit();
    await desk.press('home', 'd');
    expect(desk.screen()).toContain('뺐어요: 김치찌개. u를 누르면 되돌려요.');
    expect(desk.lines()[0]).toContain('장바구니 1 · 6,000원');
    expect(await linesOf(desk)).toEqual(['계란말이 1']);
    await desk.press('u');
    expect(await linesOf(desk)).toEqual(['계란말이 1', '김치찌개 2']);
    expect(desk.screen()).toContain('“덜 맵게”');
  });

  test('a cart that was emptied says what to do next, and can still be undone', async () => {
    const desk = await sit();
    await desk.press('home', 'd', 'd');
    expect(desk.screen()).toContain('장바구니가 비어 있어요.');
    await desk.press('u');
    expect(await linesOf(desk)).toEqual(['계란말이 1']);
  });

  test('Enter on a dish opens its options, and what is chosen there takes its place', async () => {
    const desk = await sit();
    await desk.press('home', 'enter');
    expect(desk.lines()[0]).toContain('김치찌개');
    await desk.press('+', 'enter');
    expect(await linesOf(desk)).toEqual(['김치찌개 3', '계란말이 1']);
    expect(desk.lines()[0]).toContain('장바구니');
  });

  test('a note to the shop is written in place, in Korean, and is still there after Esc', async () => {
    const desk = await sit();
    await desk.press('n', '수저 주세', '요', 'esc');
    expect(desk.screen()).toMatch(/요청 +수저 주세요/);
    await desk.press('enter');
    expect(desk.screen()).toContain('어디로 보낼까요?');
  });

  test('notes that were typed are there for the next program that opens the cart, and go into what it orders', async () => {
    const store = createMemoryStore({ routesToViews: goesToViews });
    const desk = await openDesk(store, { before: shopping, first: { at: 'cart' } });
    await desk.press('n', '수저 주세', '요');
    const next = await openDesk(store, { first: { at: 'cart' } });
    expect(next.screen()).toMatch(/요청 +수저 주세요/);
    await next.press('n', ' 꼭', 'enter');
    const cart = await next.seat.app.cart(hanki.id);
    expect(cart).toMatchObject({ value: { cart: { note: '수저 주세요 꼭' } } });
  });

  test('a note that went along with an order elsewhere is not there for the next cart', async () => {
    const desk = await sit();
    await desk.press('n', '수저 주세요', 'enter');
    const contact = { lang: 'ko', address: '양화로 1', note: '수저 주세요' } as const;
    expect(await desk.world.as(mina).checkoutCart(hanki.id, { contact, method: 'card_ok' })).toMatchObject({ ok: true });
    await desk.world.as(mina).addToCart(hanki.id, stew);
    await desk.settle();
    expect(desk.screen()).not.toContain('수저 주세요');
    await desk.press('n', '많이', 'enter');
    expect(desk.screen()).toMatch(/요청 +많이 /);
  });

  test('while somebody else holds the database, a key says so calmly and changes nothing', async () => {
    const store = createMemoryStore({ routesToViews: goesToViews });
    let isHeld = false;
    const held = () => Promise.reject(Object.assign(new Error('locked'), { name: 'DatabaseBusy' }));
    const desk = await openDesk(
      { ...store, commit: (commit) => (isHeld ? held() : store.commit(commit)) },
      { before: shopping, first: { at: 'cart' } },
    );
    isHeld = true;
    await desk.press('home', '+');
    await desk.settle();
    expect(desk.screen()).toContain('다른 프로그램이 쓰고 있어요. 바뀐 것은 없으니 잠시 뒤 다시 눌러 주세요.');
    isHeld = false;
    await desk.press('+');
    expect(await linesOf(desk)).toEqual(['김치찌개 3', '계란말이 1']);
  });

  test('what was typed as an address is not lost by Esc', async () => {
    const desk = await sit();
    await desk.press('enter', '양화로 1', 'esc');
    expect(desk.screen()).not.toContain('어디로 보낼까요?');
    await desk.press('a');
    expect(desk.screen()).toContain('▌주소 양화로 1');
  });

  test('an address that is missing is asked for in words', async () => {
    const desk = await sit();
    await desk.press('enter', 'enter', 'enter');
    expect(desk.screen()).toContain('어디로 보낼지 써 주세요.');
    await desk.press('양화로 1\r\r');
    expect(desk.lines()[0]).toContain('주문서');
  });
});

describe('a cart that has lain for a while', () => {
  test('says at once, without a key, what another process has changed', async () => {
    const desk = await sit();
    await desk.world.as(mina).addToCart(hanki.id, roll);
    await desk.settle();
    expect(desk.screen()).toMatch(/계란말이 +×2 +12,000원/);
  });

  test('marks what is sold out, says what to do, and goes to it instead of the checkout', async () => {
    const desk = await sit();
    await desk.world.shopIs(soldOut(hanki, 'egg-roll'));
    await desk.settle();
    expect(desk.screen()).toMatch(/계란말이 +⚠ 품절/);
    expect(desk.screen()).toContain('d를 눌러 빼거나, Enter를 눌러 바꿔 주세요');
    await desk.press('enter');
    expect(desk.screen()).toMatch(/▌계란말이/);
    expect(desk.screen()).toContain('지금 살 수 없는 것이 있어요. 계란말이: 품절');
  });

  test('keeps what has left the menu by its last name', async () => {
    const desk = await sit();
    await desk.world.shopIs(without(hanki, 'kimchi-jjigae'));
    await desk.settle();
    expect(desk.screen()).toMatch(/김치찌개 +⚠ 메뉴에서 빠짐/);
    await desk.press('home', 'd');
    expect(await linesOf(desk)).toEqual(['계란말이 1']);
  });

  test('shows what a dish cost when it was chosen', async () => {
    const desk = await sit();
    await desk.world.shopIs(priced(hanki, 'egg-roll', 6500));
    await desk.settle();
    expect(desk.screen()).toContain('담을 때는 하나에 6,000원');
    expect(desk.screen()).toMatch(/합계 +28,500원/);
  });

  test('below the minimum it says how much is missing', async () => {
    const desk = await sit();
    await desk.press('home', 'd');
    expect(desk.screen()).toContain('최소 주문까지 6,000원 더');
    await desk.press('end', 'enter');
    expect(desk.screen()).toContain('최소 주문까지 6,000원 더 담아 주세요.');
  });

  test('at a shop that has closed it is kept, with when it opens', async () => {
    const desk = await sit();
    await desk.world.shopIs({ ...hanki, intake: { state: 'paused', until: desk.world.env.now() } });
    await desk.world.shopIs({ ...hanki, intake: { state: 'closed' } });
    await desk.settle();
    expect(desk.screen()).toContain('[ 아직 주문할 수 없어요 ]');
    expect(desk.screen()).toContain('장바구니는 그대로');
  });
});

test('of several shops, Tab goes from cart to cart', async () => {
  const desk = await sit();
  desk.world.env.tick(minute);
  await desk.world
    .as(mina)
    .addToCart(chicken.id, { item: 'cola' as ItemId, quantity: 1, choices: ['small'] as readonly string[] as readonly ChoiceId[] });
  await desk.settle();
  expect(desk.screen()).toContain('[한끼 김치찌개]');
  await desk.press('tab');
  expect(desk.screen()).toContain('[홍대 치킨공방]');
});

test('text of strangers cannot steer the terminal', async () => {
  const desk = await sit();
  const evil = '\u001b[2J\u202e나쁜 이름';
  await desk.world.shopIs({
    ...hanki,
    name: evil,
    menu: hanki.menu.map((one) => ({ ...one, items: one.items.map((item) => ({ ...item, name: evil })) })),
  });
  await desk.settle();
  expect(desk.lines()).toHaveLength(24);
  expect(desk.screen()).toContain('나쁜 이름');
  expect(desk.screen()).not.toContain('\u202e');
  expect(desk.lines()[0]).toContain('장바구니');
});

test('read out, it says no blank row and draws no line', async () => {
  const desk = await sit({ screenReader: true, lang: 'en' });
  expect(desk.screen()).not.toMatch(/option: *$/m);
  expect(desk.screen()).not.toContain('──');
  expect(desk.screen()).toContain('(selected) [ Check out · ₩28,000 ]');
});

test('with no cart at all it leads to the shops', async () => {
  const desk = await sit({ before: foodStreet(sampleShops()) });
  expect(desk.screen()).toContain('장바구니가 비어 있어요.');
});
