import { beforeEach, describe, expect, test } from 'vitest';
import { hanki } from '../../samples/hanki.ts';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { parseShop } from '../catalog/parse-shop.ts';
import type { Shop } from '../catalog/shop.ts';
import type { ChoiceId, ItemId } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { goesToViews } from '../route.ts';
import { costing, lacking, soldOut } from '../testing/menu-changes.ts';
import { after, minute, shop } from '../testing/story.ts';
import { createWorld, mina, type World } from '../testing/world.ts';
import type { CartView } from './carts.ts';

const parsed = parseShop(hanki);
if (!parsed.ok) throw new Error('the sample is no shop');
const sample: Shop = parsed.value;

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  await world.shopIs(sample);
});

const app = () => world.as(mina);
const stew = (quantity = 1, choices: readonly string[] = ['hot'], note?: string) => ({
  item: 'kimchi-jjigae' as ItemId,
  quantity,
  choices: choices as readonly ChoiceId[],
  ...(note !== undefined && { note }),
});
const roll = (quantity = 1) => ({ item: 'egg-roll' as ItemId, quantity, choices: [] });
const seen = (result: Result<CartView, Refusal>): CartView => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const lines = async () => seen(await app().cart(shop)).look.lines.map(({ id, name, quantity, note }) => [id, name, quantity, note]);

describe('putting things in a cart', () => {
  test('the same dish with the same choices and note is one line; another note is another', async () => {
    await app().addToCart(shop, stew(1, ['hot', 'tofu'], '덜 맵게'));
    await app().addToCart(shop, stew(2, ['tofu', 'hot'], ' 덜 맵게 '));
    await app().addToCart(shop, stew(1, ['hot', 'tofu']));
    expect(await lines()).toEqual([
      [1, '김치찌개', 3, '덜 맵게'],
      [2, '김치찌개', 1, undefined],
    ]);
  });

  test('the customer sees what it costs now: lines, minimum, fee, total', async () => {
    const { look, cart } = seen(await app().addToCart(shop, stew(1, ['hot', 'tofu'])));
    expect(look).toMatchObject({ subtotal: 9500, fee: 2000, total: 11_500, toMinimum: 2500 });
    expect(look.stops).toMatchObject([{ code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'minimum', missing: 2500 }] }]);
    expect(cart).toMatchObject({ shopName: '한끼 김치찌개', updatedAt: after(0) });
    expect(seen(await app().addToCart(shop, roll())).look).toMatchObject({ total: 17_500, toMinimum: 0, stops: [] });
  });

  test('what cannot be had, or lacks a choice, does not go in', async () => {
    await world.shopIs(soldOut(sample, 'egg-roll'));
    expect(await app().addToCart(shop, roll())).toMatchObject({ error: { code: 'AVAILABILITY_CHANGED' } });
    expect(await app().addToCart(shop, stew(1, []))).toMatchObject({
      error: { code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'options' }] },
    });
    for (const quantity of [0, 100, 1.5, -1]) {
      expect(await app().addToCart(shop, stew(quantity))).toMatchObject({ error: { unmet: [{ kind: 'quantity', quantity }] } });
    }
    expect(await lines()).toEqual([]);
  });

  test('of several at once all go in, or none', async () => {
    expect(await app().addToCart(shop, [roll(), stew(1, [])])).toMatchObject({ error: { code: 'REQUIREMENTS_NOT_MET' } });
    expect(await lines()).toEqual([]);
    await app().addToCart(shop, [roll(), stew(), roll()]);
    expect((await lines()).map(([id, , quantity]) => [id, quantity])).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  test('no line goes over 99 pieces, no cart over 50 lines', async () => {
    await app().addToCart(shop, roll(60));
    expect(await app().addToCart(shop, roll(40))).toMatchObject({ error: { unmet: [{ kind: 'quantity', line: 0, quantity: 100 }] } });
    for (let at = 1; at < 50; at++) await app().addToCart(shop, stew(1, ['hot'], `${at}`));
    expect(await app().addToCart(shop, stew(1, ['hot'], '50'))).toMatchObject({ error: { unmet: [{ kind: 'too-many-lines', max: 50 }] } });
    expect(await app().addToCart(shop, stew(1, ['hot'], '49'))).toMatchObject({ ok: true });
  });

  test('a note cannot steer a terminal', async () => {
    await app().addToCart(shop, stew(1, ['hot'], 'a\u001b[2Jb'));
    expect((await lines())[0]?.[3]).toBe('a\ufffd[2Jb');
  });

  test('a closed shop may be wished of, and says when it opens', async () => {
    await world.shopIs({ ...sample, intake: { state: 'closed' } });
    expect(seen(await app().addToCart(shop, stew(2))).look.stops).toMatchObject([{ code: 'CLOSED', why: 'closed' }]);
  });
});

describe('changing a cart', () => {
  beforeEach(async () => {
    await app().addToCart(shop, stew(1));
    await app().addToCart(shop, roll());
  });

  test('another quantity, something else in its place, nothing any more', async () => {
    await app().setCartLine(shop, 1, 3);
    await app().setCartLine(shop, 2, stew(1, ['mild'], '파 빼고'));
    expect(await lines()).toEqual([
      [1, '김치찌개', 3, undefined],
      [2, '김치찌개', 1, '파 빼고'],
    ]);
    await app().setCartLine(shop, 1, 0);
    expect(await lines()).toEqual([[2, '김치찌개', 1, '파 빼고']]);
    expect(await app().setCartLine(shop, 1, 2)).toMatchObject({ error: { code: 'NOT_FOUND', what: 'cart-line', id: '1' } });
  });

  test('a line that becomes like another joins it', async () => {
    await app().setCartLine(shop, 2, stew(2));
    expect(await lines()).toEqual([[1, '김치찌개', 3, undefined]]);
  });

  test('a line keeps its number when others go, and a number is never given twice', async () => {
    await app().removeCartLine(shop, 1);
    await app().setCartLine(shop, 2, 5);
    await app().addToCart(shop, stew());
    await app().clearCart(shop);
    await app().addToCart(shop, roll());
    expect(await lines()).toEqual([[4, '계란말이', 1, undefined]]);
  });

  test('two terminals that edit at once lose nothing', async () => {
    const done = await Promise.all([
      app().addToCart(shop, stew(1)),
      app().addToCart(shop, roll(2)),
      app().setCartLine(shop, 1, 4),
      app().addToCart(shop, stew(1, ['mild'])),
    ]);
    expect(done.every(({ ok }) => ok)).toBe(true);
    const all = await lines();
    expect(all).toHaveLength(3);
    expect(all[1]).toEqual([2, '계란말이', 3, undefined]);
    expect(all[2]).toEqual([3, '김치찌개', 1, undefined]);
  });

  test('where it goes decides the fee, and whether it is brought at all', async () => {
    const { latitude, longitude } = sample.location;
    const far = { latitude: latitude + 0.02, longitude };
    expect(seen(await app().sendCartTo(shop, far)).look).toMatchObject({ fee: 3000, stops: [] });
    const out = await app().sendCartTo(shop, { latitude: latitude + 1, longitude });
    expect(seen(out).look.stops).toMatchObject([{ code: 'OUT_OF_SERVICE_AREA', areaMetres: 4000 }]);
    expect(seen(await app().sendCartTo(shop, undefined)).look).toMatchObject({ fee: 2000, stops: [] });
  });
});

describe('notes to the shop and the rider', () => {
  const notes = async () => {
    const { note, riderNote } = seen(await app().cart(shop)).cart;
    return [note, riderNote];
  };

  test('lie with the cart, each as it was written last, and a held price still holds', async () => {
    await app().addToCart(shop, stew(2));
    const quoted = await app().quoteCart(shop);
    if (!quoted.ok) throw new Error(quoted.error.code);
    world.env.tick(minute);
    const { cart } = seen(await app().keepNotes(shop, { note: ' 수저 빼고\u001b[2J ', riderNote: '문 앞에' }));
    expect(cart).toMatchObject({ quoted: quoted.value.quote.quote, updatedAt: after(0) });
    expect((await notes())[0]).not.toContain('\u001b');
    await app().keepNotes(shop, { note: '', riderNote: '가'.repeat(300) });
    const [note, riderNote] = await notes();
    expect([note, riderNote?.length]).toEqual([undefined, 200]);
  });

  test('go with what was in the cart: ordered, or cleared away', async () => {
    await app().addToCart(shop, stew(2));
    await app().keepNotes(shop, { note: '수저 빼고', riderNote: '문 앞에' });
    await app().addToCart(shop, roll());
    expect(await notes()).toEqual(['수저 빼고', '문 앞에']);
    const paid = await app().checkoutCart(shop, { contact: { lang: 'ko', address: '양화로 1', note: '수저 빼고' }, method: 'card_ok' });
    expect([paid.ok, await notes()]).toEqual([true, [undefined, undefined]]);
    await app().keepNotes(shop, { note: '또' });
    await app().clearCart(shop);
    expect(await notes()).toEqual([undefined, undefined]);
  });
});

describe('a cart that has lain for a while', () => {
  beforeEach(async () => {
    await app().addToCart(shop, stew(2, ['hot', 'tofu']));
    await app().addToCart(shop, roll());
  });

  test('shows what costs something else', async () => {
    await world.shopIs(costing(sample, 'kimchi-jjigae', 9500));
    const { look } = seen(await app().cart(shop));
    expect(look.lines[0]).toMatchObject({ each: 10_000, was: 9500, total: 20_000 });
    expect(look.differences).toEqual([
      { kind: 'price-changed', line: 0, item: 'kimchi-jjigae', name: '김치찌개', was: 19_000, now: 20_000 },
    ]);
    expect(look.stops).toEqual([]);
  });

  test('keeps what has vanished by its last name, counts it for nothing, and lets it be dropped', async () => {
    await world.shopIs(lacking(sample, 'kimchi-jjigae'));
    const { look } = seen(await app().cart(shop));
    expect(look.lines[0]).toMatchObject({ id: 1, name: '김치찌개', missing: 'gone', total: 19_000 });
    expect(look).toMatchObject({ subtotal: 6000, total: 8000, toMinimum: 6000 });
    expect(look.stops).toMatchObject([{ code: 'AVAILABILITY_CHANGED' }, { code: 'REQUIREMENTS_NOT_MET' }]);
    await app().removeCartLine(shop, 1);
    expect(await lines()).toEqual([[2, '계란말이', 1, undefined]]);
  });

  test('names the choice that is sold out', async () => {
    await world.shopIs(soldOut(sample, 'tofu'));
    const { look } = seen(await app().cart(shop));
    expect(look.lines[0]).toMatchObject({ missing: 'sold-out', choices: [{ id: 'hot' }, { id: 'tofu', missing: 'sold-out' }] });
  });

  test('is shown even when its shop is no more', async () => {
    await world.store.commit({
      ...{ relies: [], events: [], outbox: [], rows: [], settle: [] },
      documents: [{ key: `shop/${shop}` as never, remove: true }],
    });
    const { look } = seen(await app().cart(shop));
    expect(look.lines.map(({ name, missing }) => [name, missing])).toEqual([
      ['김치찌개', 'gone'],
      ['계란말이', 'gone'],
    ]);
    expect(look).toMatchObject({ total: 0, stops: [{ code: 'NOT_FOUND', what: 'shop' }] });
    expect(seen(await app().clearCart(shop)).cart.lines).toEqual([]);
  });
});

test('carts are listed with the last one touched first, without the empty ones', async () => {
  const other = { ...sample, id: 'shop_other' as Shop['id'], name: '다른 집' };
  await world.store.commit({
    ...{ relies: [], events: [], outbox: [], rows: [], settle: [] },
    documents: [{ key: `shop/${other.id}` as never, body: other }],
  });
  await app().addToCart(shop, stew());
  world.env.tick(minute);
  await app().addToCart(other.id, roll());
  const names = async () => {
    const all = await app().carts();
    return all.ok ? all.value.map(({ cart }) => cart.shopName) : all.error;
  };
  expect(await names()).toEqual(['다른 집', '한끼 김치찌개']);
  await app().clearCart(other.id);
  expect(await names()).toEqual(['한끼 김치찌개']);
  expect(await world.as({ role: 'customer', id: 'cus_jun' }).carts()).toEqual({ ok: true, value: [] });
});
