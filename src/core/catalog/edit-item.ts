import type { ItemId } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { checkedShop, type Position, placedIn } from './edit-shop.ts';
import { findItem } from './menu.ts';
import type { Category, Item, OptionGroup, Shop } from './shop.ts';

/** What may be said of an item. `about: null` takes the words away; `options` are the ids of groups that the menu has. */
export type ItemWish = {
  readonly name?: string;
  readonly price?: number;
  readonly about?: string | null;
  readonly options?: readonly string[];
};
/** In which category, at which place of it; beside another item it is the category of that one. */
export type ItemPlace = { readonly category?: string; readonly position: Position };

type Edited = Result<Shop, Refusal>;
type NotFound = Extract<Refusal, { readonly code: 'NOT_FOUND' }>;
/** Not checked yet: what an item will be when it has come through the door. */
type Draft = Omit<Item, 'name' | 'price' | 'about'> & { readonly name?: string; readonly price?: number; readonly about?: string };

const noItem = (id: string) => no({ code: 'NOT_FOUND', what: 'item', id } as const);
const itemsOf = ({ menu }: Shop): readonly Item[] => menu.flatMap(({ items }) => items);

const groupsNamed = (shop: Shop, ids: readonly string[]): Result<readonly OptionGroup[], NotFound> => {
  const groups = itemsOf(shop).flatMap(({ options }) => options);
  const found = ids.map((id) => groups.find((group) => group.id === id));
  const missing = ids.find((_, at) => found[at] === undefined);
  return missing === undefined ? ok(found.flatMap((group) => group ?? [])) : no({ code: 'NOT_FOUND', what: 'group', id: missing });
};

const drafted = (shop: Shop, before: Draft, { options, about, ...wish }: ItemWish): Result<Draft, NotFound> => {
  const groups = options === undefined ? ok(before.options) : groupsNamed(shop, options);
  if (!groups.ok) return groups;
  const { about: usual, ...rest } = before;
  const words = about === undefined ? usual : (about ?? undefined);
  return ok({ ...rest, ...wish, ...(words !== undefined && { about: words }), options: groups.value });
};

type Drafts = readonly { readonly name: string; readonly items: readonly Draft[] }[];
const without = (menu: readonly Category[], id: string): readonly Category[] =>
  menu.map((category) => ({ ...category, items: category.items.filter((item) => item.id !== id) }));
// A heading with nothing under it is of no use to anybody.
const withoutEmpty = (menu: Drafts, before: readonly Category[]): Drafts =>
  menu.filter(({ name, items }) => items.length > 0 || before.some((one) => one.name === name && one.items.length === 0));

const categoryFor = (menu: readonly Category[], { category, position }: ItemPlace): string | undefined => {
  if ('id' in position) return menu.find(({ items }) => items.some(({ id }) => id === position.id))?.name;
  return category?.normalize('NFC').trim() ?? menu.at(-1)?.name;
};

const putItem = (shop: Shop, item: Draft, place: ItemPlace): Edited => {
  const menu = without(shop.menu, item.id);
  const name = categoryFor(menu, place);
  if (name === undefined) {
    if ('id' in place.position) return noItem(place.position.id);
    return no({ code: 'INVALID_DOCUMENT', problems: [{ field: 'category', problem: { kind: 'empty' } }] });
  }
  const isNew = !menu.some((one) => one.name === name);
  const into: Drafts = isNew ? [...menu, { name, items: [] }] : menu;
  const target = into.findIndex((one) => one.name === name);
  const put: Drafts = into.map((one, at) =>
    at === target ? { ...one, items: placedIn<Draft>(one.items, item, place.position) ?? one.items } : one,
  );
  return checkedShop({ ...shop, menu: withoutEmpty(put, shop.menu) });
};

export const addItem = (shop: Shop, id: ItemId, wish: ItemWish, place: ItemPlace): Edited => {
  if (findItem(shop, id)) return no({ code: 'INVALID_DOCUMENT', problems: [{ field: 'id', problem: { kind: 'id-in-use' } }] });
  const item = drafted(shop, { id, options: [] }, wish);
  return item.ok ? putItem(shop, item.value, place) : item;
};

export const editItem = (shop: Shop, id: ItemId, wish: ItemWish): Edited => {
  const before = findItem(shop, id);
  if (!before) return noItem(id);
  const item = drafted(shop, before, wish);
  if (!item.ok) return item;
  return checkedShop({
    ...shop,
    menu: shop.menu.map((category) => ({ ...category, items: category.items.map((one) => (one.id === id ? item.value : one)) })),
  });
};

/** Without a category it stays in its own. */
export const moveItem = (shop: Shop, id: ItemId, { category, position }: ItemPlace): Edited => {
  const own = shop.menu.find(({ items }) => items.some((item) => item.id === id));
  const item = own && findItem(shop, id);
  if (!item) return noItem(id);
  // Emptied by the move itself, its category must still be found.
  const isAlone = own.items.length === 1 && !('id' in position) && (category ?? own.name) === own.name;
  return isAlone ? ok(shop) : putItem(shop, item, { category: category ?? own.name, position });
};

export const removeItem = (shop: Shop, id: ItemId): Edited =>
  findItem(shop, id) ? checkedShop({ ...shop, menu: withoutEmpty(without(shop.menu, id), shop.menu) }) : noItem(id);
