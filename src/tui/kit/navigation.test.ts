import { expect, test } from 'vitest';
import { type Go, navigate, placeOf, type Stack } from './navigation.ts';

type Place = { readonly at: 'shops' } | { readonly at: 'menu'; readonly shop: string } | { readonly at: 'cart' };
const shops: Place = { at: 'shops' };
const menu: Place = { at: 'menu', shop: 'shop_a' };
const cart: Place = { at: 'cart' };

const walk = (...steps: readonly Go<Place>[]) => steps.reduce<Stack<Place>>(navigate, [shops]);

test('back leads where one came from, and home all the way', () => {
  const deep = walk({ do: 'go', to: menu }, { do: 'go', to: cart });
  expect(placeOf(deep)).toEqual(cart);
  expect(navigate(deep, { do: 'back' })).toEqual([shops, menu]);
  expect(navigate(deep, { do: 'home' })).toEqual([shops]);
});

test('there is no way back from the first place, and nothing is drawn for it', () => {
  const start = walk();
  expect(navigate(start, { do: 'back' })).toBe(start);
  expect(navigate(start, { do: 'home' })).toBe(start);
});

test('to replace a place leaves it out of the way back', () => {
  expect(walk({ do: 'go', to: menu }, { do: 'replace', to: cart }, { do: 'back' })).toEqual([shops]);
  expect(walk({ do: 'replace', to: menu })).toEqual([menu]);
});

test('a key held down opens a place once', () => {
  expect(walk({ do: 'go', to: menu }, { do: 'go', to: { at: 'menu', shop: 'shop_a' } })).toEqual([shops, menu]);
  expect(walk({ do: 'go', to: menu }, { do: 'go', to: { at: 'menu', shop: 'shop_b' } })).toHaveLength(3);
});
