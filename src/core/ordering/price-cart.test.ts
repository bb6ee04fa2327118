import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleShops } from '../../samples/shops.ts';
import { withIntake, withItemSoldOut } from '../catalog/menu.ts';
import type { Shop } from '../catalog/shop.ts';
import { type ChoiceId, instant, later, parseChoiceId, parseId, parseItemId } from '../kinds.ts';
import { minus, sum, won } from '../money.ts';
import { issueQuote } from './issue-quote.ts';
import { priceCart } from './price-cart.ts';
import type { Cart, CartLine } from './quote.ts';
import { canHonour, revalidate } from './revalidate.ts';

const now = instant(Date.parse('2026-11-22T10:40:00Z'));
const known = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the test names something that is not there');
  return value;
};
const hanki = known(sampleShops()[0]);
const line = (item: string, quantity = 1, ...choices: readonly string[]): CartLine => ({
  item: known(parseItemId(item)),
  quantity,
  choices: choices.map((one): ChoiceId => known(parseChoiceId(one))),
});
const cart = (...lines: readonly CartLine[]): Cart => ({ shop: hanki.id, lines });
const sold = (shop: Shop, id: string) => {
  const after = withItemSoldOut(shop, known(parseItemId(id)), later(now, 60_000));
  if (!after.ok) throw new Error(id);
  return after.value;
};
const dinner = cart(line('kimchi-jjigae', 2, 'tofu', 'hot', 'ramen'), line('egg-roll'));
const far = { ...hanki.location, latitude: hanki.location.latitude + 1 };

describe('a cart', () => {
  test('costs its dishes with their options, times the quantity, plus the fee', () => {
    expect(priceCart(hanki, dinner, now)).toMatchObject({
      ok: true,
      value: {
        lines: [
          {
            name: '김치찌개',
            price: 9000,
            total: 21_000,
            choices: [
              { group: 'spice', id: 'hot' },
              { id: 'ramen', price: 1000 },
              { id: 'tofu', price: 500 },
            ],
          },
          { name: '계란말이', total: 6000 },
        ],
        subtotal: 27_000,
        fee: 2000,
        discount: 0,
        total: 29_000,
      },
    });
  });

  test('rides free from the amount that the shop names', () => {
    expect(priceCart(hanki, cart(line('egg-roll', 5)), now)).toMatchObject({ value: { fee: 0, total: 30_000 } });
  });

  test('of a shop that is closed or paused is refused, with the time when it opens', () => {
    const until = later(now, 600_000);
    expect(priceCart(withIntake(hanki, { state: 'paused', until }), dinner, now)).toEqual({
      ok: false,
      error: { code: 'CLOSED', why: 'paused', opensAt: until },
    });
    expect(priceCart(withIntake(hanki, { state: 'closed' }), cart(line('nothing')), now)).toMatchObject({ error: { code: 'CLOSED' } });
  });

  test('names everything that cannot be had at once', () => {
    const wanted = cart(line('soy-crab'), line('pizza'), line('kimchi-jjigae', 1, 'hot', 'cheese', 'pineapple'));
    expect(priceCart(hanki, wanted, now)).toMatchObject({
      error: {
        code: 'AVAILABILITY_CHANGED',
        differences: [
          { kind: 'item-sold-out', line: 0, name: '간장게장 정식' },
          { kind: 'item-gone', line: 1, item: 'pizza' },
          { kind: 'choice-sold-out', line: 2, choice: 'cheese' },
          { kind: 'choice-gone', line: 2, choice: 'pineapple' },
        ],
      },
    });
  });

  test('names everything that is unmet at once', () => {
    const wanted = cart(line('kimchi-jjigae', 0), line('kimchi-jjigae', 1.5, 'hot', 'mild', 'tofu', 'tofu'), line('rice', 100));
    expect(priceCart(hanki, wanted, now)).toMatchObject({
      error: {
        code: 'REQUIREMENTS_NOT_MET',
        unmet: [
          { kind: 'quantity', line: 0 },
          { kind: 'options', line: 0, group: 'spice', min: 1, max: 1, chosen: 0 },
          { kind: 'quantity', line: 1 },
          { kind: 'choice-twice', line: 1, choice: 'tofu' },
          { kind: 'options', line: 1, group: 'spice', chosen: 2 },
          { kind: 'quantity', line: 2, quantity: 100 },
          { kind: 'minimum', minimum: 12_000, subtotal: 0, missing: 12_000 },
        ],
      },
    });
    expect(priceCart(hanki, cart(), now)).toMatchObject({ error: { unmet: [{ kind: 'empty' }] } });
    expect(priceCart(hanki, cart(...Array.from({ length: 51 }, () => line('rice'))), now)).toMatchObject({
      error: { unmet: [{ kind: 'too-many-lines', lines: 51, max: 50 }] },
    });
  });

  test('below the minimum is told how much is missing', () => {
    expect(priceCart(hanki, cart(line('egg-roll'), line('rice')), now)).toMatchObject({
      error: { unmet: [{ kind: 'minimum', subtotal: 7000, missing: 5000 }] },
    });
  });

  test('for an address out of the area is refused only when all else is right', () => {
    expect(priceCart(hanki, { ...dinner, to: far }, now)).toMatchObject({ error: { code: 'OUT_OF_SERVICE_AREA', areaMetres: 4000 } });
    expect(priceCart(hanki, { ...cart(line('rice')), to: far }, now)).toMatchObject({ error: { code: 'REQUIREMENTS_NOT_MET' } });
  });

  test('always adds up: lines, subtotal, fee and total', () => {
    const lines = fc.array(
      fc
        .tuple(fc.constantFrom('egg-roll', 'rice', 'sikhye', 'kimchi-pancake'), fc.integer({ min: 1, max: 99 }))
        .map(([item, n]) => line(item, n)),
      { minLength: 1, maxLength: 50 },
    );
    fc.assert(
      fc.property(lines, (all) => {
        const priced = priceCart({ ...hanki, minimum: won(0) }, cart(...all), now);
        if (!priced.ok) throw new Error(priced.error.code);
        const { lines: quoted, subtotal, fee, discount, total } = priced.value;
        for (const one of quoted) expect(one.total).toBe(one.quantity * (one.price + one.choices.reduce((a, { price }) => a + price, 0)));
        expect(subtotal).toBe(sum(quoted.map((one) => one.total)));
        expect(total).toBe(minus(sum([subtotal, fee]), discount));
      }),
    );
  });
});

describe('a quote', () => {
  const priced = priceCart(hanki, dinner, now);
  if (!priced.ok) throw new Error(priced.error.code);
  const expiresAt = later(now, 600_000);
  const quote = issueQuote(hanki, dinner, priced.value, {
    quote: known(parseId('quote', 'quo_111')),
    order: known(parseId('order', 'ord_111')),
    customer: known(parseId('customer', 'cus_111')),
    issuedAt: now,
    expiresAt,
  });
  const repriced = (id: string, price: number): Shop => ({
    ...hanki,
    menu: hanki.menu.map((category) => ({
      ...category,
      items: category.items.map((item) => (item.id === id ? { ...item, price: won(price) } : item)),
    })),
  });
  const withoutItem = (id: string): Shop => ({
    ...hanki,
    menu: hanki.menu.map((category) => ({ ...category, items: category.items.filter((item) => item.id !== id) })),
  });

  test('keeps what was agreed, and stands while nothing changes', () => {
    expect(quote).toMatchObject({ shopName: '한끼 김치찌개', total: 29_000, issuedAt: now, expiresAt });
    expect(revalidate(quote, hanki, later(expiresAt, -1))).toEqual({ ok: true, value: undefined });
  });

  test('runs out at the moment that was said', () => {
    expect(revalidate(quote, hanki, expiresAt)).toEqual({ ok: false, error: { code: 'QUOTE_EXPIRED', expiredAt: expiresAt } });
    expect(canHonour(quote, hanki, expiresAt)).toBe(false);
  });

  test('is not moved to another time when the shop closes or pauses before it is paid', () => {
    for (const intake of [{ state: 'closed' } as const, { state: 'paused', until: later(now, 5) } as const]) {
      expect(revalidate(quote, withIntake(hanki, intake), now)).toMatchObject({ error: { code: 'CLOSED' } });
      expect(canHonour(quote, withIntake(hanki, intake), now)).toBe(false);
    }
  });

  test('whose dish or option sold out is refused before any money moves, until there is more of it', () => {
    for (const [id, kind] of [
      ['egg-roll', 'item-sold-out'],
      ['tofu', 'choice-sold-out'],
    ] as const) {
      const shop = sold(hanki, id);
      expect(revalidate(quote, shop, now)).toMatchObject({ error: { code: 'AVAILABILITY_CHANGED', differences: [{ kind }] } });
      expect(canHonour(quote, shop, now)).toBe(false);
      expect(canHonour(quote, shop, later(now, 60_000))).toBe(true);
    }
  });

  test('whose dish left the menu is told its name, and every price that changed besides', () => {
    const shop = {
      ...withoutItem('egg-roll'),
      menu: withoutItem('egg-roll').menu.map((c, at) => (at === 0 ? known(repriced('kimchi-jjigae', 9500).menu[0]) : c)),
    };
    expect(revalidate(quote, shop, now)).toEqual({
      ok: false,
      error: {
        code: 'AVAILABILITY_CHANGED',
        differences: [
          { kind: 'item-gone', line: 1, item: 'egg-roll', name: '계란말이' },
          { kind: 'price-changed', line: 0, item: 'kimchi-jjigae', name: '김치찌개', was: 21_000, now: 22_000 },
        ],
      },
    });
  });

  test('whose price or fee changed needs a new yes, but money that was already taken is honoured', () => {
    const dearer = repriced('kimchi-jjigae', 10_500);
    expect(revalidate(quote, dearer, now)).toEqual({
      ok: false,
      error: {
        code: 'PRICE_CHANGED',
        differences: [
          { kind: 'price-changed', line: 0, item: 'kimchi-jjigae', name: '김치찌개', was: 21_000, now: 24_000 },
          { kind: 'fee-changed', was: 2000, now: 0 },
        ],
      },
    });
    expect(canHonour(quote, dearer, now)).toBe(true);
    expect(revalidate(quote, repriced('egg-roll', 5000), now)).toMatchObject({ error: { code: 'PRICE_CHANGED' } });
    expect(revalidate(quote, { ...hanki, fees: [{ fee: won(2500) }] }, now)).toMatchObject({
      error: { differences: [{ kind: 'fee-changed', was: 2000, now: 2500 }] },
    });
  });

  test('that lacks what the dish must now come with is refused', () => {
    const stricter = {
      ...hanki,
      menu: hanki.menu.map((category) => ({
        ...category,
        items: category.items.map((item) => ({ ...item, options: item.options.map((group) => ({ ...group, min: 1 })) })),
      })),
    };
    expect(revalidate(quote, stricter, now)).toEqual({ ok: true, value: undefined });
    const noToppings = { ...quote, lines: quote.lines.map((one) => ({ ...one, choices: one.choices.slice(0, 1) })) };
    expect(revalidate(noToppings, stricter, now)).toMatchObject({
      error: { code: 'REQUIREMENTS_NOT_MET', unmet: [{ group: 'toppings' }] },
    });
  });

  test('of another shop is a mistake of the caller', () => {
    const other = known(sampleShops()[1]);
    expect(() => revalidate(quote, other, now)).toThrow('shop_chicken');
    expect(() => priceCart(other, dinner, now)).toThrow('shop_hanki');
  });
});
