import { findChoice, findItem } from '../core/catalog/menu.ts';
import type { Shop } from '../core/catalog/shop.ts';
import { type ChoiceId, type ItemId, parseChoiceId, parseItemId } from '../core/kinds.ts';
import type { Refusal } from '../core/refusal.ts';
import { no, ok, type Result } from '../core/result.ts';

/** An item or a choice, by id, else by exact name. */
export const thingOf = (shop: Shop, text: string): Result<ItemId | ChoiceId, Refusal> => {
  const items = shop.menu.flatMap((category) => category.items);
  const itemId = parseItemId(text);
  if (itemId && findItem(shop, itemId)) return ok(itemId);
  const choiceId = parseChoiceId(text);
  if (choiceId && items.some((item) => findChoice(item, choiceId))) return ok(choiceId);
  const name = text.normalize('NFC').trim();
  const choices = items.flatMap(({ options }) => options.flatMap((group) => group.choices));
  const named = [...items, ...choices].find((thing) => thing.name.normalize('NFC') === name);
  return named ? ok(named.id) : no({ code: 'NOT_FOUND', what: 'item', id: text });
};
