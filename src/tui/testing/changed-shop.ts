import { withItemSoldOut } from '../../core/catalog/menu.ts';
import type { Shop } from '../../core/catalog/shop.ts';
import type { ItemId } from '../../core/kinds.ts';
import { won } from '../../core/money.ts';
import { after, hour } from '../../core/testing/story.ts';

/** The shop with another price for a dish. */
export const priced = (shop: Shop, item: string, price: number): Shop => ({
  ...shop,
  menu: shop.menu.map((category) => ({
    ...category,
    items: category.items.map((one) => (one.id === item ? { ...one, price: won(price) } : one)),
  })),
});

/** The shop without a dish. */
export const without = (shop: Shop, item: string): Shop => ({
  ...shop,
  menu: shop.menu.map((category) => ({ ...category, items: category.items.filter(({ id }) => id !== item) })),
});

/** The shop with a dish that is sold out for an hour. */
export const soldOut = (shop: Shop, item: string): Shop => {
  const marked = withItemSoldOut(shop, item as ItemId, after(hour));
  if (!marked.ok) throw new Error(`${shop.id} has no ${item}`);
  return marked.value;
};
