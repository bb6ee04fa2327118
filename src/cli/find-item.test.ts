import { describe, expect, test } from 'vitest';
import type { Shop } from '../core/catalog/shop.ts';
import { parseChoiceId } from '../core/kinds.ts';
import { won } from '../core/money.ts';
import { sampleShops } from '../samples/shops.ts';
import { readLines } from './find-item.ts';
import { Stop } from './stop.ts';

const shopNamed = (id: string): Shop => {
  const shop = sampleShops().find((one) => one.id === id);
  if (!shop) throw new Error(`no sample ${id}`);
  return shop;
};
const hanki = shopNamed('shop_hanki');

describe('lines of a cart', () => {
  test('by id and by name are the same', () => {
    const byId = readLines(hanki, ['kimchi-jjigae*2:mild,tofu'], false);
    expect(byId).toEqual({ ok: true, value: [{ item: 'kimchi-jjigae', quantity: 2, choices: ['mild', 'tofu'] }] });
    expect(readLines(hanki, ['김치찌개*2:순한맛,두부'.normalize('NFD')], false)).toEqual(byId);
  });

  test('what is not on the menu is not found', () => {
    expect(readLines(hanki, ['rice', 'pizza'], false)).toEqual({ ok: false, error: { code: 'NOT_FOUND', what: 'item', id: 'pizza' } });
    expect(readLines(hanki, ['rice:순한맛'], false)).toEqual({ ok: false, error: { code: 'NOT_FOUND', what: 'choice', id: '순한맛' } });
  });

  test('under a key that may have been used before, the core judges it', () => {
    expect(readLines(hanki, ['pizza:hot'], true)).toEqual({ ok: true, value: [{ item: 'pizza', quantity: 1, choices: ['hot'] }] });
    expect(readLines(hanki, ['a pizza'], true)).toMatchObject({ ok: false });
  });

  test('of two with the same name nobody guesses', () => {
    const twin = parseChoiceId('mild-too');
    if (!twin) throw new Error('no id');
    const menu = hanki.menu.map((category) => ({
      ...category,
      items: category.items.map((item) => ({
        ...item,
        options: item.options.map((group) => ({ ...group, choices: [...group.choices, { id: twin, name: '순한맛', price: won(0) }] })),
      })),
    }));
    expect(() => readLines({ ...hanki, menu }, ['kimchi-jjigae:순한맛'], false)).toThrow(Stop);
    expect(readLines({ ...hanki, menu }, ['kimchi-jjigae:mild-too'], false)).toMatchObject({ ok: true });
  });
});
