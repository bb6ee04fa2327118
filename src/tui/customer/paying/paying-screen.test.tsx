import { describe, expect, test } from 'vitest';
import type { ItemId, PaymentId } from '../../../core/kinds.ts';
import { goesToViews } from '../../../core/route.ts';
import { timeOut, unreachable } from '../../../core/testing/fake-gateway.ts';
import { fakeShop } from '../../../core/testing/fake-shop.ts';
import { minute, second, shop } from '../../../core/testing/story.ts';
import { mina, type World } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';

const twoStews = { item: 'kimchi-jjigae' as ItemId, quantity: 2, choices: [] };
const withCart = async ({ as }: World) => {
  await as(mina).saveAddress({ label: '집', text: '양화로 1' });
  await as(mina).addToCart(shop, twoStews);
};
const sit = (options: DeskOptions = {}) => openDesk(createMemoryStore({ routesToViews: goesToViews }), { before: withCart, ...options });
/** At the checkout, with the gateway told what to say; one Enter pays. */
const toPay = async (say: (world: World) => void, options: DeskOptions = {}) => {
  const desk = await sit(options);
  await desk.press('c', 'enter');
  say(desk.world);
  await desk.press('enter');
  return desk;
};

describe('an outcome that is not known', () => {
  const unknown = (options: DeskOptions = {}) => toPay(({ gateway }) => gateway.say('approve', { ...timeOut, too: true }), options);

  test('is said with a promise: not twice, and until when it will be known', async () => {
    const desk = await unknown();
    expect(desk.screen()).toContain('아직 결제 여부를 몰라요');
    expect(desk.screen()).toContain('두 번 결제되지 않아요. 12:01까지는 알 수 있어요.');
    expect(desk.screen()).toContain('새로 주문하지 않아도 돼요. 이 화면을 나가도 계속 확인해요.');
    expect(desk.screen()).not.toContain('청구된 돈은 없어요');
  });

  test('becomes known by itself when the daemon finds out', async () => {
    const desk = await unknown();
    await desk.world.live(2 * second);
    await desk.settle();
    expect(desk.lines()[0]).toContain('주문 · 한끼 김치찌개');
    expect(desk.screen()).toContain('주문했어요!');
    expect(desk.world.gateway.kept()).toBe(20_000);
  });

  test('is looked up by a key, without a daemon; and it says that this screen is needed then', async () => {
    const desk = await unknown({ daemon: { at: 'away' }, lang: 'en' });
    expect(desk.screen()).toContain('No daemon is running: keep this screen');
    await desk.press('enter');
    expect(desk.screen()).toContain('Ordered!');
    expect(desk.world.gateway.calls).toEqual(['approve pay_0001-1', 'lookUp pay_0001-1']);
  });

  test('is not ended by Esc, which says so; coming back by the cart shows the same payment', async () => {
    const desk = await unknown();
    await desk.press('esc');
    expect(desk.screen()).toContain('결제는 취소되지 않고 계속돼요.');
    expect(desk.screen()).toContain('▌[ 결제 보기 ]');
    await desk.press('enter');
    expect(desk.screen()).toContain('아직 결제 여부를 몰라요');
    expect(desk.world.gateway.calls).toEqual(['approve pay_0001-1']);
  });

  test('that turns out never to have been charged can be paid again, and is charged once', async () => {
    const desk = await toPay(({ gateway }) => gateway.say('approve', timeOut));
    desk.world.env.tick(31 * second);
    await desk.press('enter');
    expect(desk.screen()).toContain('결제가 거절됐어요');
    await desk.press('r');
    expect(desk.lines()[0]).toContain('주문 · 한끼 김치찌개');
    expect(desk.world.gateway.kept()).toBe(20_000);
  });
});

describe('payments that are held', () => {
  const held = (options: DeskOptions = {}) => toPay(({ gateway }) => gateway.say('approve', unreachable), options);

  test('say why, that nothing is charged, for how long the order is kept at which price', async () => {
    const desk = await held();
    expect(desk.screen()).toContain('지금은 결제를 받을 수 없어요');
    expect(desk.screen()).toContain('청구된 돈은 없어요.');
    expect(desk.screen()).toContain('주문과 값 20,000원 그대로, 12:10까지 맡아 둘게요.');
    expect(desk.screen()).toMatch(/다시 해 보기까지 .* 0:30/);
  });

  test('are tried by a key, and become the order', async () => {
    const desk = await held();
    await desk.press('enter');
    expect(desk.screen()).toContain('주문했어요!');
    expect(desk.world.gateway.calls).toEqual(['approve pay_0001-1', 'approve pay_0001-2']);
  });

  test('that another terminal has paid meanwhile lead to that order', async () => {
    const desk = await held();
    await desk.world.as(mina).pay('pay_0001' as PaymentId);
    await desk.settle();
    expect(desk.lines()[0]).toContain('주문 · 한끼 김치찌개');
    expect(desk.world.gateway.kept()).toBe(20_000);
  });

  test('whose time has run out lead to the price of now, with the cart as it was', async () => {
    const desk = await held();
    desk.world.env.tick(11 * minute);
    await desk.press('enter');
    expect(desk.screen()).toContain('맡아 둔 시간이 지났어요');
    await desk.press('enter');
    expect(desk.screen()).toContain('▌[ 20,000원 결제하기 ]');
    await desk.press('enter');
    expect(desk.world.gateway.kept()).toBe(20_000);
  });

  test('are found again by a terminal that is opened later', async () => {
    const store = createMemoryStore({ routesToViews: goesToViews });
    const before = async (world: World) => {
      await withCart(world);
      world.gateway.say('approve', unreachable);
      await world.as(mina).checkoutCart(shop, { contact: { lang: 'ko', address: '양화로 1' }, method: 'card_ok' });
    };
    const desk = await openDesk(store, { before, first: { at: 'paying', of: { payment: 'pay_0001' as PaymentId } } });
    expect(desk.screen()).toContain('지금은 결제를 받을 수 없어요');
    expect(desk.world.gateway.calls).toEqual(['approve pay_0001-1']);
    await desk.press('enter');
    expect(desk.screen()).toContain('주문했어요!');
    expect(desk.world.gateway.calls).toEqual(['approve pay_0001-1', 'approve pay_0001-2']);
  });
});

describe('a card that is declined', () => {
  const declined = () => toPay(({ gateway }) => gateway.say('approve', { kind: 'declined', reason: 'insufficient-funds' }));

  test('says why, and that nothing is charged', async () => {
    const desk = await declined();
    expect(desk.screen()).toContain('결제가 거절됐어요');
    expect(desk.screen()).toContain('이유: 잔액 또는 한도 부족');
    expect(desk.screen()).toContain('청구된 돈은 없어요.');
  });

  test('gives way to another one, at the same price', async () => {
    const desk = await declined();
    await desk.press('enter', 'down', 'enter', 'card_kakao', 'enter', 'enter');
    expect(desk.screen()).toContain('주문했어요!');
    expect(desk.world.gateway.calls).toEqual(['approve pay_0001-1', 'approve pay_0002-1']);
    expect(await desk.seat.app.carts()).toEqual({ ok: true, value: [] });
  });
});

test('a shop that closes before the key is pressed takes no money, and says why', async () => {
  const desk = await sit();
  await desk.press('c', 'enter');
  await desk.world.shopIs({ ...fakeShop, intake: { state: 'closed' } });
  await desk.press('enter');
  expect(desk.screen()).toContain('지금은 주문을 받지 않아요');
  expect(desk.world.gateway.calls).toEqual([]);
});

test('a shop that closes while the order is held ends the payment with the reason, and leads back to the order', async () => {
  const desk = await toPay(({ gateway }) => gateway.say('approve', unreachable));
  await desk.world.shopIs({ ...fakeShop, intake: { state: 'closed' } });
  await desk.press('enter');
  expect(desk.screen()).toContain('결제하지 않았어요');
  expect(desk.screen()).toContain('가게가 지금은 주문을 받지 않아요 (주문 안 받음)');
  expect(desk.world.gateway.calls).toEqual(['approve pay_0001-1']);
});
