import { expect, test } from 'vitest';
import type { ItemId } from '../../../core/kinds.ts';
import { goesToViews } from '../../../core/route.ts';
import { timeOut } from '../../../core/testing/fake-gateway.ts';
import { shop } from '../../../core/testing/story.ts';
import { createWorld, mina } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { firstPlace } from './first-place.ts';

const stew = { item: 'kimchi-jjigae' as ItemId, quantity: 1, choices: [] };
const contact = { lang: 'ko', address: '양화로 1' } as const;
const open = async () => {
  const world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  return { world, app: world.as(mina) };
};

test('with nothing open, one lands at the shops', async () => {
  const { app } = await open();
  await app.addToCart(shop, stew);
  expect(await firstPlace(app)).toEqual({ at: 'shops' });
});

test('a cart whose payment is not known yet comes first, and the shops again when it is', async () => {
  const { app, world } = await open();
  await app.addToCart(shop, stew);
  world.gateway.say('approve', { ...timeOut, too: true });
  await app.checkoutCart(shop, { contact, method: 'card_ok' });
  expect(await firstPlace(app)).toEqual({ at: 'paying', of: { cart: shop } });
  await world.live(5000);
  expect(await firstPlace(app)).toEqual({ at: 'shops' });
});

test('so does a payment that belongs to no cart', async () => {
  const { app, world } = await open();
  world.gateway.say('approve', timeOut);
  await app.placeOrder({ of: { cart: { shop, lines: [stew] } }, contact, method: 'card_ok' });
  expect(await firstPlace(app)).toEqual({ at: 'paying', of: { payment: 'pay_0001' } });
});
