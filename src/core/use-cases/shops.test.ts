import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { App } from '../app.ts';
import { type ItemId, type ShopId, shopStream } from '../kinds.ts';
import { won } from '../money.ts';
import { goesToViews } from '../route.ts';
import { fakeShop, twoStews } from '../testing/fake-shop.ts';
import { after, hour, minute, shop } from '../testing/story.ts';
import { createWorld, mina, operator, owner, type World } from '../testing/world.ts';

let world: World;
let mine: App;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  mine = world.as(owner);
});

const stew = 'kimchi-jjigae' as ItemId;
const quote = () => world.as(mina).issueQuote(twoStews);
const written = async () => (await world.store.load(shopStream(shop))).map(({ type }) => type);

describe('an owner', () => {
  test('closes, pauses and opens; orders follow at once', async () => {
    await mine.setIntake(shop, { state: 'closed' });
    expect(await quote()).toMatchObject({ error: { code: 'CLOSED', why: 'closed' } });
    await mine.setIntake(shop, { state: 'paused', until: after(hour) });
    expect(await quote()).toMatchObject({ error: { code: 'CLOSED', why: 'paused' } });
    world.env.tick(hour);
    expect(await quote()).toMatchObject({ ok: true });
    await mine.setIntake(shop, { state: 'open' });
    expect(await written()).toEqual(['ShopClosed', 'ShopPaused', 'ShopOpened']);
  });

  test('marks a dish as sold out until a time, and brings it back', async () => {
    await mine.markSoldOut(shop, stew, after(hour));
    expect(await quote()).toMatchObject({ error: { code: 'AVAILABILITY_CHANGED' } });
    await mine.restoreItem(shop, stew);
    expect(await quote()).toMatchObject({ ok: true });
    expect(await written()).toEqual(['ItemSoldOut', 'ItemRestored']);
  });

  test('is told when there is no such dish, or no such shop', async () => {
    expect(await mine.markSoldOut(shop, 'pizza' as ItemId, after(hour))).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await mine.restoreItem(shop, 'pizza' as ItemId)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const nowhere = 'shop_nowhere' as ShopId;
    expect(await world.as(operator).setIntake(nowhere, { state: 'open' })).toMatchObject({ error: { code: 'NOT_FOUND', what: 'shop' } });
  });

  test('changes a price: what was ordered before keeps its own', async () => {
    const placed = await world
      .as(mina)
      .placeOrder({ of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok' });
    if (!placed.ok) throw new Error('not placed');
    const menu = fakeShop.menu.map((category) => ({ ...category, items: category.items.map((item) => ({ ...item, price: won(12_000) })) }));
    await mine.writeShop({ ...fakeShop, menu });
    await world.live(minute);
    expect(await world.as(mina).orderStatus(placed.value.view.order)).toMatchObject({ value: { total: 20_000 } });
    expect(await quote()).toMatchObject({ value: { total: 26_000 } });
  });
});

test('everybody finds the shops, by name', async () => {
  await world.as(operator).writeShop({ ...fakeShop, id: 'shop_zero' as ShopId, name: '가나다' });
  expect((await world.as(mina).listShops()).map(({ name }) => name)).toEqual(['가나다', fakeShop.name]);
  expect(await world.as(mina).findShop('shop_nowhere' as ShopId)).toEqual({
    ok: false,
    error: { code: 'NOT_FOUND', what: 'shop', id: 'shop_nowhere' },
  });
});
