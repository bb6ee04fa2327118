import type { ItemId } from '../src/core/kinds.ts';
import type { Cart, CartLine } from '../src/core/ordering/quote.ts';
import { sampleShops } from '../src/samples/shops.ts';
import type { Person } from './people.ts';

const shops = sampleShops();

/** What can be had when nothing goes wrong; now and then somebody wants something else. */
const offered = new Map(
  shops.map((shop) => [shop.id, shop.menu.flatMap(({ items }) => items).filter(({ soldOutUntil }) => soldOutUntil === undefined)]),
);

/** Enough for the minimum, with all that it must come with; now and then nothing that can be had. */
export const cartFor = ({ chance }: Person): Cart => {
  const shop = chance.hit(0.04) ? chance.pick(shops) : chance.pick(shops.slice(0, 2));
  const items = offered.get(shop.id) ?? [];
  const lines: CartLine[] = [];
  let sum = 0;
  while (sum < shop.minimum) {
    const item = chance.pick(items);
    const quantity = chance.between(1, 2);
    const choices = item.options.filter(({ min }) => min > 0).map((group) => chance.pick(group.choices).id);
    lines.push({ item: chance.hit(0.005) ? ('nothing' as ItemId) : item.id, quantity, choices });
    sum += item.price * quantity;
    if (chance.hit(0.01)) break;
  }
  // Now and then from the other end of the country.
  const to = chance.hit(0.01) ? { to: { latitude: 35.1, longitude: 129 } } : {};
  return { shop: shop.id, lines, ...to };
};
