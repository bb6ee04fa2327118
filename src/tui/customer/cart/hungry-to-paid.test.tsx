import { expect, test } from 'vitest';
import { goesToViews } from '../../../core/route.ts';
import { sampleShops } from '../../../samples/shops.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';

const sit = (options: DeskOptions = {}) => {
  const [hanki] = sampleShops();
  return openDesk(createMemoryStore({ routesToViews: goesToViews }), { before: async ({ shopIs }) => hanki && shopIs(hanki), ...options });
};

test('hungry to paid at the very first order: the address is asked for on the way, and nothing else', async () => {
  const desk = await sit();
  await desk.press('enter', 'enter', 'space', '+', 'enter', 'c');
  expect(desk.screen()).toContain('▌[ 주문서 보기 · 20,000원 ]');
  await desk.press('enter');
  expect(desk.screen()).toContain('어디로 보낼까요?');
  await desk.press('서울 마포구 양화로 1', 'enter', 'enter');
  expect(desk.screen()).toContain('집 · 서울 마포구 양화로 1');
  expect(desk.screen()).toContain('▌[ 20,000원 결제하기 ]');
  expect(desk.world.gateway.calls).toEqual([]);
  await desk.press('enter');
  expect(desk.lines()[0]).toContain('주문 · 한끼 김치찌개');
  expect(desk.screen()).toContain('주문했어요!');
  expect(desk.world.gateway.calls).toEqual(['approve pay_0001-1']);
  expect(await desk.seat.app.profile()).toMatchObject({
    value: { defaultAddress: '집', last: { address: '서울 마포구 양화로 1', method: 'card_ok' } },
  });
});

test('the second order is Enter after Enter, and pressing Enter too often pays once', async () => {
  const desk = await sit();
  await desk.seat.app.saveAddress({ label: '집', text: '양화로 1' });
  await desk.press('enter', 'enter', 'space', '+', 'enter', 'c', 'enter');
  await desk.press('\r\r\r');
  expect(desk.world.gateway.calls).toEqual(['approve pay_0001-1']);
});
