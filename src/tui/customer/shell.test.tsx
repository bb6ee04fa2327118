import { expect, test } from 'vitest';
import type { ItemId } from '../../core/kinds.ts';
import { goesToViews } from '../../core/route.ts';
import { shop } from '../../core/testing/story.ts';
import { mina } from '../../core/testing/world.ts';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { type DeskOptions, openDesk } from '../testing/customer-desk.tsx';

const sit = (options: DeskOptions = {}) => openDesk(createMemoryStore({ routesToViews: goesToViews }), options);
const withCart: DeskOptions = {
  before: ({ as }) => as(mina).addToCart(shop, { item: 'kimchi-jjigae' as ItemId, quantity: 2, choices: [] }),
};

test('leaving with nothing in the cart leaves at once', async () => {
  const desk = await sit();
  await desk.press('q');
  expect(desk.left()).toEqual([]);
});

test('leaving with a full cart asks, and Esc stays', async () => {
  const desk = await sit(withCart);
  expect(desk.lines()[0]).toContain('장바구니 2 · 18,000원');
  await desk.press('q');
  expect(desk.screen()).toContain('나갈까요?');
  await desk.press('esc');
  expect(desk.screen()).not.toContain('나갈까요?');
  expect(desk.left()).toBeUndefined();
  await desk.press('q', 'enter');
  expect(desk.left()).toEqual([]);
});

test('an order that is still on its way is named on the normal screen, with how to look after it', async () => {
  const desk = await sit({
    before: ({ as }) =>
      as(mina).placeOrder({
        of: { cart: { shop, lines: [{ item: 'kimchi-jjigae' as ItemId, quantity: 2, choices: [] }] } },
        contact: { lang: 'ko', address: '양화로 1' },
        method: 'card-ok',
      }),
  });
  await desk.press('q');
  expect(desk.left()).toEqual(['한끼 김치찌개 · 접수 대기', '  baedal status ord_0001 --watch']);
});

test('the language changes at once, and back', async () => {
  const desk = await sit();
  await desk.press('L');
  expect(desk.screen()).toMatch(/cart/);
  await desk.press('L');
  expect(desk.screen()).toMatch(/장바구니/);
});

test('a missing daemon is said in one quiet line', async () => {
  const desk = await sit({ daemon: { at: 'away' }, lang: 'en' });
  expect(desk.screen()).toContain('No daemon is running. You can order all the same');
});

test('Esc goes back one step, and at the first screen nowhere', async () => {
  const desk = await sit();
  await desk.press('o');
  expect(desk.lines()[0]).not.toMatch(/shops|가게/);
  await desk.press('esc', 'esc', 'esc');
  expect(desk.lines()[0]).toMatch(/shops|가게/);
  expect(desk.left()).toBeUndefined();
});
