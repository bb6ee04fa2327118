import type { SavedLine } from '../../../core/cart/cart.ts';
import { type Item, isSoldOut, type Shop } from '../../../core/catalog/shop.ts';
import type { Instant, ItemId } from '../../../core/kinds.ts';
import type { ListItem } from '../../kit/list-state.ts';
import { matches } from '../../kit/search.ts';

export type MenuRow = ListItem &
  (
    | { readonly kind: 'category'; readonly name: string }
    | { readonly kind: 'item'; readonly item: Item; readonly category: string; readonly isOut: boolean }
  );

const rowOf = (item: Item, category: string, now: Instant): MenuRow => {
  const isOut = isSoldOut(item, now);
  return { id: item.id, kind: 'item', item, category, isOut, selectable: !isOut };
};

/** The menu as one list with a heading for each category; of a search, what was found. */
export const menuRows = (shop: Shop, query: string, now: Instant): readonly MenuRow[] =>
  shop.menu.flatMap(({ name, items }, at): readonly MenuRow[] => {
    const found = items.filter((item) => query.trim() === '' || matches(item.name, query));
    if (found.length === 0) return [];
    return [{ id: `category ${at}`, kind: 'category', name, selectable: false }, ...found.map((item) => rowOf(item, name, now))];
  });

/** The first dish of the next category that has one to choose, around the end; `by` -1 goes back. */
export const categoryAfter = (rows: readonly MenuRow[], from: string | undefined, by: 1 | -1): string | undefined => {
  const firsts: { readonly category: string; readonly id: string }[] = [];
  for (const row of rows) {
    if (row.kind === 'item' && !row.isOut && firsts.at(-1)?.category !== row.category) firsts.push({ category: row.category, id: row.id });
  }
  const at = firsts.findIndex(({ category }) => category === from);
  return at === -1 ? firsts[0]?.id : firsts.at((at + by) % firsts.length)?.id;
};

/** How many of a dish are in the cart, whatever was chosen with it. */
export const inCart = (lines: readonly SavedLine[], item: ItemId): number =>
  lines.reduce((sum, line) => (line.item === item ? sum + line.quantity : sum), 0);

/** Nothing need be chosen: it can go into the cart as it is. */
export const isPlain = (item: Item): boolean => item.options.every(({ min }) => min === 0);
