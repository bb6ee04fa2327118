import { describe, expect, test } from 'vitest';
import type { ItemId } from '../../../core/kinds.ts';
import { goesToViews } from '../../../core/route.ts';
import { costing } from '../../../core/testing/menu-changes.ts';
import * as story from '../../../core/testing/story.ts';
import { mina, operator, owner, type World } from '../../../core/testing/world.ts';
import { sampleShops } from '../../../samples/shops.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';
import { foodStreet } from '../../testing/food-street.ts';
import { hanki, orderStew } from '../../testing/ordered.ts';

const sample = sampleShops().find(({ id }) => id === hanki);
if (!sample) throw new Error('the sample shop is gone');
const deliver = async (world: World) => {
  const order = await orderStew(world);
  await world.drainNow();
  const rider = world.as({ role: 'rider', id: story.rider });
  await world.as(owner).accept(order, 20);
  await world.drainNow();
  await world.as(owner).cook(order);
  await world.as(owner).finish(order);
  await rider.claim(order);
  await rider.pick(order);
  await rider.deliver(order);
  await world.drainNow();
  return order;
};
const sit = (options: DeskOptions = {}) =>
  openDesk(createMemoryStore({ routesToViews: goesToViews }), {
    first: { at: 'orders' },
    before: async (world) => {
      await world.shopIs(sample);
      await deliver(world);
      world.env.tick(story.hour);
      await orderStew(world);
    },
    ...options,
  });
const cartOf = async ({ as }: World) => {
  const cart = await as(mina).cart(hanki);
  if (!cart.ok) throw new Error(cart.error.code);
  return cart.value.cart.lines.map(({ name, quantity, total }) => `${name} ${quantity} ${total}`);
};

describe.each([
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['en', 120, 40],
] as const)('orders, %s at %i×%i', (lang, columns, rows) => {
  test('stand with those that are on their way first', async () => {
    const desk = await sit({ lang, columns, rows });
    expect(desk.lines()).toHaveLength(rows);
    const [now, before] = lang === 'ko' ? ['진행 중', '지난 주문'] : ['Now', 'Before'];
    expect(desk.screen()).toMatch(new RegExp(`${now}[^]*13:00 +한끼 김치찌개[^]*${before}[^]*12:00 +한끼 김치찌개`));
    expect(desk.screen()).toMatchSnapshot();
  });
});

test('an order opens with Enter, and Esc comes back to where the cursor was', async () => {
  const desk = await sit();
  await desk.press('down', 'enter');
  expect(desk.lines()[0]).toContain('주문 · 한끼 김치찌개');
  expect(desk.screen()).toContain('도착했어요.');
  await desk.press('esc');
  expect(desk.screen()).toMatch(/▌12:00 +한끼/);
});

test('nothing ordered yet: it says what to do, and Enter does it', async () => {
  const desk = await sit({ before: (world) => world.shopIs(sample) });
  expect(desk.screen()).toContain('아직 주문이 없어요. Enter를 눌러 가게를 골라 보세요.');
  await desk.press('r');
  expect(desk.screen()).toContain('먼저 주문을 하나 고르세요.');
});

test('an old order goes into the cart as it was', async () => {
  const desk = await sit();
  await desk.press('down', 'r');
  expect(desk.screen()).toContain('지난번과 같아요.');
  await desk.press('\r\r');
  expect(await cartOf(desk.world)).toEqual(['김치찌개 2 19000', '계란말이 1 6000']);
});

test('what has become dearer or sold out is shown before it is taken', async () => {
  const desk = await sit();
  await desk.press('down', 'r');
  await foodStreet([costing(sample, 'kimchi-jjigae', 9500)])(desk.world);
  await desk.world.as(operator).markSoldOut(hanki, 'egg-roll' as ItemId, story.after(5 * story.hour));
  await desk.settle();
  expect(desk.screen()).toMatch(/9,500원 → 10,000원 \(\+500원\)/);
  expect(desk.screen()).toMatch(/✗ 계란말이 ×1 +품절/);
  expect(desk.screen()).toContain('없는 것은 빼고, 바뀐 값으로 담아요.');
  await desk.press('enter');
  expect(await cartOf(desk.world)).toEqual(['김치찌개 2 20000']);
});

test('another cart of that shop is asked about before it goes', async () => {
  const desk = await sit();
  await desk.world.as(mina).addToCart(hanki, { item: 'rice' as ItemId, quantity: 3, choices: [] });
  await desk.press('down', 'r', 'enter');
  expect(desk.screen()).toContain('이 가게 장바구니에 다른 메뉴가 1가지 있어요.');
  await desk.press('esc');
  expect(await cartOf(desk.world)).toEqual(['공깃밥 3 3000']);
  await desk.press('r', 'enter', 'enter');
  expect(await cartOf(desk.world)).toHaveLength(2);
});

test('one is kept as a usual; a name that is taken is refused, and what was typed stays', async () => {
  const desk = await sit();
  await desk.press('s', '점심', 'enter');
  expect(desk.screen()).toContain('단골 메뉴로 저장했어요: 점심');
  await desk.press('down', 's', '점심', 'enter');
  expect(desk.screen()).toContain('이미 쓰는 이름이에요.');
  await desk.press('esc', 's');
  expect(desk.screen()).toMatch(/이름 점심/);
});

test('search finds by shop, dish and status, and Esc takes it back', async () => {
  const desk = await sit();
  await desk.press('/', '배달 완', 'enter');
  expect(desk.screen()).not.toContain('진행 중');
  expect(desk.screen()).toMatch(/▌12:00/);
  await desk.press('esc');
  expect(desk.screen()).toContain('진행 중');
});

test('money that is not certain stands on top, with what is certain about it', async () => {
  const desk = await sit({
    before: async (world) => {
      await world.shopIs(sample);
      world.gateway.say('approve', { kind: 'uncertain', cause: 'time-out' });
      await orderStew(world).catch(() => undefined);
      await world.drainNow('views');
    },
  });
  expect(desk.screen()).toMatch(/⚠ 27,000원 +결제 확인 중 · 두 번 청구되지 않아요/);
  await desk.press('r');
  expect(desk.screen()).toContain('아직 주문이 되지 않은 결제예요.');
});

test('older orders come a page at a time', async () => {
  const desk = await sit({
    rows: 60,
    before: async (world) => {
      await world.shopIs(sample);
      for (let count = 0; count < 33; count += 1) {
        const order = await orderStew(world);
        await world.as(mina).cancelOrder(order, 'CHANGED_MIND');
        world.env.tick(1000);
      }
      await world.live(story.hour);
    },
  });
  expect(desk.screen()).toContain('더 오래된 주문 보기');
  const shown = () => desk.lines().filter((line) => line.includes('취소됨')).length;
  expect(shown()).toBe(30);
  await desk.press('end', 'enter');
  expect(shown()).toBe(33);
  expect(desk.screen()).not.toContain('더 오래된 주문 보기');
});
