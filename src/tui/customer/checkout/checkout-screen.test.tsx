import { describe, expect, test } from 'vitest';
import type { ItemId } from '../../../core/kinds.ts';
import { won } from '../../../core/money.ts';
import { goesToViews } from '../../../core/route.ts';
import { unreachable } from '../../../core/testing/fake-gateway.ts';
import { minute } from '../../../core/testing/story.ts';
import { mina, type World } from '../../../core/testing/world.ts';
import { sampleShops } from '../../../samples/shops.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { priced, soldOut } from '../../testing/changed-shop.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';
import { foodStreet } from '../../testing/food-street.ts';

const [hanki] = sampleShops();
if (!hanki) throw new Error('the sample has gone');
const rolls = { item: 'egg-roll' as ItemId, quantity: 3, choices: [] };
const rice = { item: 'rice' as ItemId, quantity: 2, choices: [] };

const shopping = async (world: World) => {
  await foodStreet([hanki])(world);
  await world.as(mina).saveAddress({ label: '집', text: '양화로 1' });
  await world.as(mina).addToCart(hanki.id, rolls);
  await world.as(mina).addToCart(hanki.id, rice);
};
const sit = (options: DeskOptions = {}) =>
  openDesk(createMemoryStore({ routesToViews: goesToViews }), {
    before: shopping,
    first: { at: 'checkout', shop: hanki.id },
    ...options,
  });
/** The bill beside the dishes, as one text. */
const bill = ({ lines }: Awaited<ReturnType<typeof sit>>): string =>
  lines()
    .flatMap((line) => line.split('││')[1]?.replace('│', '').trim() || [])
    .join(' ');
/** Something happens between the last look at the cart and the checkout. */
const after = (change: (world: World) => Promise<unknown>) => async (world: World) => {
  await shopping(world);
  await change(world);
};

describe.each([
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['en', 120, 40],
  ['en', 60, 20],
] as const)('the checkout, %s at %i×%i', (lang, columns, rows) => {
  test('shows every dish, the fee, the total, where to, and how long the price holds; one key pays exactly that', async () => {
    const desk = await sit({ lang, columns, rows });
    expect(desk.lines()).toHaveLength(rows);
    expect(desk.screen()).toContain(lang === 'ko' ? '▌[ 22,000원 결제하기 ]' : '▌[ Pay ₩22,000 ]');
    expect(desk.screen()).toContain(lang === 'ko' ? '10분 남음' : '10 min left');
    expect(desk.screen()).toMatchSnapshot();
    await desk.press('enter');
    expect(desk.world.gateway.kept()).toBe(22_000);
  });
});

describe('the price', () => {
  test('counts down, and when it is over nothing is paid before the new one was seen', async () => {
    const desk = await sit();
    desk.world.env.tick(10 * minute);
    await desk.press('up');
    expect(bill(desk)).toContain('값을 맡아 둔 시간이 지났어요.');
    await desk.press('end', 'enter');
    expect(desk.world.gateway.calls).toEqual([]);
    expect(desk.screen()).toContain('▌[ 22,000원 결제하기 ]');
    await desk.press('enter');
    expect(desk.world.gateway.kept()).toBe(22_000);
  });

  test('that changed since it was put in is said, with the new total on the key', async () => {
    const desk = await sit({ before: after(({ shopIs }) => shopIs(priced(hanki, 'egg-roll', 6500))) });
    expect(bill(desk)).toContain('담을 때와 달라졌어요.');
    expect(bill(desk)).toContain('계란말이: 18,000원 → 19,500원');
    expect(desk.screen()).toContain('▌[ 바뀐 값 23,500원 결제하기 ]');
    await desk.press('enter');
    expect(desk.world.gateway.kept()).toBe(23_500);
  });

  test('that changes while one looks at it is not paid: the new one is shown first', async () => {
    const desk = await sit();
    await desk.world.shopIs(priced(hanki, 'rice', 1500));
    await desk.settle();
    expect(bill(desk)).toContain('방금 가게나 장바구니가 바뀌었어요.');
    await desk.press('enter');
    expect(desk.world.gateway.calls).toEqual([]);
    expect(bill(desk)).toContain('공깃밥: 2,000원 → 3,000원');
    expect(desk.screen()).toContain('▌[ 바뀐 값 23,000원 결제하기 ]');
  });

  test('of the delivery that changes while one looks at it is not paid either', async () => {
    const desk = await sit();
    await desk.world.shopIs({ ...hanki, fees: [{ fee: won(3500) }] });
    await desk.settle();
    await desk.press('enter');
    expect(desk.world.gateway.calls).toEqual([]);
    expect(desk.screen()).toContain('▌[ 바뀐 값 23,500원 결제하기 ]');
  });
});

describe('what cannot be had', () => {
  test('is marked, and the rest can be ordered with its new total after a second key', async () => {
    const desk = await sit({ before: after(({ shopIs }) => shopIs(soldOut(hanki, 'rice'))) });
    expect(desk.screen()).toMatch(/공깃밥 +⚠ 품절/);
    expect(bill(desk)).toContain('지금 살 수 없는 것이 있어요.');
    expect(desk.screen()).toContain('▌[ 살 수 없는 것 빼고 계속 · 20,000원 ]');
    await desk.press('enter');
    expect(desk.world.gateway.calls).toEqual([]);
    expect(desk.screen()).not.toContain('공깃밥  ');
    await desk.press('enter');
    expect(desk.world.gateway.kept()).toBe(20_000);
  });

  test('can be replaced: Enter on it opens its shop again', async () => {
    const desk = await sit({ before: after(({ shopIs }) => shopIs(soldOut(hanki, 'rice'))) });
    await desk.press('home', 'down', 'enter');
    expect(desk.lines()[0]).toContain('공깃밥');
  });

  test('from a shop that has closed is said with its reason, and no key pays', async () => {
    const desk = await sit({ before: after(({ shopIs }) => shopIs({ ...hanki, intake: { state: 'closed' } })) });
    expect(desk.screen()).toContain('[ 지금은 결제할 수 없어요 ]');
    await desk.press('enter');
    expect(desk.screen()).toContain('가게가 지금은 주문을 받지 않아요');
    expect(desk.world.gateway.calls).toEqual([]);
  });
});

test('another card and another address are chosen in place', async () => {
  const desk = await sit();
  await desk.seat.app.saveMethod({ label: '월급 카드', method: 'card_kakao' });
  await desk.seat.app.saveAddress({ label: '회사', text: '월드컵로 2' });
  await desk.settle();
  await desk.press('b', 'down', 'up', 'up', 'enter', 'a', 'down', 'enter');
  expect(desk.screen()).toMatch(/카드 +월급 카드/);
  expect(desk.screen()).toContain('회사 · 월드컵로 2');
  await desk.press('enter');
  const placed = await desk.seat.app.profile();
  expect(placed).toMatchObject({ value: { last: { address: '월드컵로 2', method: 'card_kakao' } } });
});

test('a held payment is found from here, and a cart that was changed takes its place: one order, one charge', async () => {
  const desk = await sit();
  desk.world.gateway.say('approve', unreachable);
  await desk.press('enter');
  expect(desk.screen()).toContain('지금은 결제를 받을 수 없어요');
  await desk.press('c');
  expect(desk.screen()).toContain('[ 결제 보기 ]');
  await desk.press('home', '-', 'end');
  expect(bill(desk)).toContain('맡아 둔 주문에서 바뀌었어요.');
  await desk.press('enter', 'enter');
  expect(desk.lines()[0]).toContain('주문 · 한끼 김치찌개');
  expect(desk.world.gateway.kept()).toBe(16_000);
  expect(await desk.seat.app.openPayments(10)).toEqual({ ok: true, value: [] });
});
