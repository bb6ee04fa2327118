import { beforeEach, describe, expect, test } from 'vitest';
import { hanki } from '../../samples/hanki.ts';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { parseShop } from '../catalog/parse-shop.ts';
import type { ChoiceId, ItemId, OrderId } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { is } from '../testing/is.ts';
import { costing, lacking, lackingChoice, soldOut } from '../testing/menu-changes.ts';
import { shop } from '../testing/story.ts';
import { createWorld, mina, type World } from '../testing/world.ts';

const parsed = parseShop(hanki);
if (!parsed.ok) throw new Error('the sample is no shop');
const sample = parsed.value;
const jun = { role: 'customer', id: 'cus_jun' } as const;
const stew = { item: 'kimchi-jjigae' as ItemId, quantity: 2, choices: ['hot', 'tofu'] as readonly string[] as readonly ChoiceId[] };
const roll = { item: 'egg-roll' as ItemId, quantity: 1, choices: [] };

let world: World;
let order: OrderId;
const app = () => world.as(mina);
const lines = async () => is(await app().cart(shop)).look.lines.map(({ name, quantity, note }) => [name, quantity, note]);

beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  await world.shopIs(sample);
  const to = { latitude: sample.location.latitude + 0.02, longitude: sample.location.longitude };
  await app().addToCart(shop, { ...stew, note: '덜 맵게' });
  await app().addToCart(shop, roll);
  await app().sendCartTo(shop, to);
  const placed = await app().checkoutCart(shop, { contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok' });
  order = is(placed).view.order;
});

describe('an old order', () => {
  test('is proposed as it was, with its notes, to the same place; nothing is written', async () => {
    const before = world.store.revision();
    const proposal = is(await app().proposeAgain({ order }));
    expect(proposal).toMatchObject({ shopName: '한끼 김치찌개', was: 28_000, now: 28_000, differences: [] });
    expect(proposal.look.lines).toMatchObject([{ name: '김치찌개', note: '덜 맵게', total: 19_000 }, { name: '계란말이' }]);
    expect([world.store.revision(), await lines()]).toEqual([before, []]);
  });

  test('is proposed with what has become dearer, sold out or gone, and with its fee', async () => {
    await world.shopIs({ ...soldOut(costing(sample, 'kimchi-jjigae', 9500), 'egg-roll'), fees: [{ fee: 3500 as never }] });
    const { was, now, differences } = is(await app().proposeAgain({ order }));
    expect([was, now]).toEqual([28_000, 23_500]);
    expect(differences).toMatchObject([
      { kind: 'item-sold-out', name: '계란말이' },
      { kind: 'price-changed', was: 19_000, now: 20_000 },
      { kind: 'fee-changed', was: 3000, now: 3500 },
    ]);
    await world.shopIs(lacking(sample, 'kimchi-jjigae'));
    expect(is(await app().proposeAgain({ order })).differences).toMatchObject([{ kind: 'item-gone', name: '김치찌개' }]);
  });

  test('becomes the cart when it is taken over, and can be ordered again', async () => {
    is(await app().takeAgain({ order }));
    expect(await lines()).toEqual([
      ['김치찌개', 2, '덜 맵게'],
      ['계란말이', 1, undefined],
    ]);
    const again = is(await app().checkoutCart(shop, { contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok' }));
    expect(again.view).toMatchObject({ total: 28_000 });
    expect(again.view.order).not.toBe(order);
  });

  test('is taken over only as its customer answers the differences', async () => {
    await world.shopIs(soldOut(costing(sample, 'kimchi-jjigae', 9500), 'egg-roll'));
    const take = (answer: Parameters<ReturnType<typeof app>['takeAgain']>[1]) => app().takeAgain({ order }, answer);
    expect(await take({})).toMatchObject({ error: { code: 'AVAILABILITY_CHANGED' } });
    expect(await take({ drop: 'missing' })).toMatchObject({ error: { code: 'PRICE_CHANGED', differences: [{ line: 0 }] } });
    expect(await lines()).toEqual([]);
    const { look } = is(await take({ drop: 'missing', accept: 'changes' }));
    expect(look).toMatchObject({ lines: [{ name: '김치찌개', each: 10_000 }], differences: [], total: 23_000 });
  });

  test('is not brought for another fee without being asked', async () => {
    await world.shopIs({ ...sample, fees: [{ fee: 3500 as never }] });
    expect(await app().takeAgain({ order })).toMatchObject({
      error: { code: 'PRICE_CHANGED', differences: [{ kind: 'fee-changed', was: 3000, now: 3500 }] },
    });
    expect(is(await app().takeAgain({ order }, { accept: 'changes' })).look.total).toBe(28_500);
  });

  test('of which nothing is left is refused, whatever is answered', async () => {
    await world.shopIs(lackingChoice(lacking(sample, 'egg-roll'), 'hot'));
    expect(await app().takeAgain({ order }, { drop: 'missing' })).toMatchObject({
      error: { code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'empty' }] },
    });
  });

  test('does not overwrite another cart unless told to', async () => {
    await app().addToCart(shop, roll);
    expect(await app().takeAgain({ order })).toEqual({ ok: false, error: { code: 'CART_NOT_EMPTY', shop, lines: 1 } });
    expect(await lines()).toEqual([['계란말이', 1, undefined]]);
    is(await app().takeAgain({ order }, { replace: true }));
    expect(await lines()).toHaveLength(2);
    is(await app().takeAgain({ order }));
  });

  test('is only its customer’s to repeat', async () => {
    expect(await world.as(jun).proposeAgain({ order })).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(await world.as(jun).saveUsual('점심', { order })).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
    expect(await app().takeAgain({ order: 'ord_none' as OrderId })).toMatchObject({ error: { code: 'NOT_FOUND', what: 'order' } });
  });
});

describe('a usual', () => {
  test('is kept from an order or a cart, taken by its name, and kept anew under the same name', async () => {
    is(await app().saveUsual('점심', { order }));
    await app().addToCart(shop, { ...roll, quantity: 3 });
    is(await app().saveUsual(' 간식 ', { cart: shop }));
    await app().clearCart(shop);
    is(await app().takeAgain({ usual: '간식' }));
    expect(await lines()).toEqual([['계란말이', 3, undefined]]);
    await app().setCartLine(shop, 4, 5);
    is(await app().saveUsual('간식', { cart: shop }));
    expect(is(await app().profile()).usuals.map(({ name, lines: all }) => [name, all.length])).toEqual([
      ['점심', 2],
      ['간식', 1],
    ]);
    is(await app().takeAgain({ usual: '점심' }, { replace: true }));
    expect((await lines())[0]).toEqual(['김치찌개', 2, '덜 맵게']);
  });

  test('says what has changed since it was kept', async () => {
    await app().saveUsual('점심', { order });
    await world.shopIs(costing(sample, 'egg-roll', 6500));
    const proposal = is(await app().proposeAgain({ usual: '점심' }));
    expect(proposal).toMatchObject({ was: 25_000, now: 25_500, differences: [{ kind: 'price-changed', was: 6000, now: 6500 }] });
  });

  test('can be taken away; an unknown one is not found; an empty cart is none', async () => {
    await app().saveUsual('점심', { order });
    is(await app().removeUsual('점심'));
    expect(await app().removeUsual('점심')).toMatchObject({ error: { code: 'NOT_FOUND', what: 'usual', id: '점심' } });
    expect(await app().takeAgain({ usual: '점심' })).toMatchObject({ error: { code: 'NOT_FOUND', what: 'usual' } });
    expect(await app().saveUsual('없음', { cart: shop })).toMatchObject({ error: { code: 'REQUIREMENTS_NOT_MET' } });
  });

  test('gets another name in its place; a name that another one has is refused', async () => {
    await app().saveUsual('점심', { order });
    await app().saveUsual('간식', { order });
    const names = async () => is(await app().profile()).usuals.map(({ name }) => name);
    is(await app().renameUsual('점심', ' 저녁 '));
    expect(await names()).toEqual(['저녁', '간식']);
    is(await app().renameUsual('저녁', '저녁'));
    expect(await app().renameUsual('저녁', '간식')).toMatchObject({
      error: { code: 'INVALID_INPUT', field: 'name', problem: 'it is taken' },
    });
    expect(await app().renameUsual('점심', '아침')).toMatchObject({ error: { code: 'NOT_FOUND', what: 'usual' } });
    expect(await names()).toEqual(['저녁', '간식']);
  });
});
