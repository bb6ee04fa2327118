import { withItemSoldOut } from '../catalog/menu.ts';
import type { Item, Shop } from '../catalog/shop.ts';
import type { ItemId } from '../kinds.ts';
import { won } from '../money.ts';
import { after, hour } from './story.ts';

const withItems = (shop: Shop, change: (items: readonly Item[]) => readonly Item[]): Shop => ({
  ...shop,
  menu: shop.menu.map((category) => ({ ...category, items: change(category.items) })),
});

/** What an owner does to a menu while somebody has its dishes in a cart. */
export const costing = (shop: Shop, id: string, price: number): Shop =>
  withItems(shop, (items) => items.map((item) => (item.id === id ? { ...item, price: won(price) } : item)));
export const lacking = (shop: Shop, id: string): Shop => withItems(shop, (items) => items.filter((item) => item.id !== id));
export const lackingChoice = (shop: Shop, id: string): Shop =>
  withItems(shop, (items) =>
    items.map((item) => ({
      ...item,
      options: item.options.map((group) => ({ ...group, choices: group.choices.filter((choice) => choice.id !== id) })),
    })),
  );
export const soldOut = (shop: Shop, id: string): Shop => {
  const marked = withItemSoldOut(shop, id as ItemId, after(hour));
  if (!marked.ok) throw new Error(`no ${id} to sell out`);
  return marked.value;
};
