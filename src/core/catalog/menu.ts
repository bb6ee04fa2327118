import type { ChoiceId, Instant, ItemId } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import type { Choice, Intake, Item, OptionGroup, Shop } from './shop.ts';

export const findItem = (shop: Shop, id: ItemId): Item | undefined => {
  for (const category of shop.menu) {
    const item = category.items.find((one) => one.id === id);
    if (item) return item;
  }
  return undefined;
};

export const findChoice = (item: Item, id: ChoiceId): { readonly group: OptionGroup; readonly choice: Choice } | undefined => {
  for (const group of item.options) {
    const choice = group.choices.find((one) => one.id === id);
    if (choice) return { group, choice };
  }
  return undefined;
};

type NotFound = Extract<Refusal, { readonly code: 'NOT_FOUND' }>;

const offers = (item: Item, id: string): boolean =>
  item.id === id || item.options.some(({ choices }) => choices.some((choice) => choice.id === id));

export const markedChoice = ({ soldOutUntil: _before, ...choice }: Choice, until?: Instant): Choice =>
  until === undefined ? choice : { ...choice, soldOutUntil: until };

export const markedItem = ({ soldOutUntil: _before, ...item }: Item, until?: Instant): Item =>
  until === undefined ? item : { ...item, soldOutUntil: until };

const withMarkedChoices = (item: Item, id: string, until?: Instant): Item => ({
  ...item,
  options: item.options.map((group) => ({
    ...group,
    choices: group.choices.map((choice) => (choice.id === id ? markedChoice(choice, until) : choice)),
  })),
});

// A choice that several items offer under one id is one thing: when it runs out, it is out for all of them.
const withMark = (shop: Shop, id: ItemId | ChoiceId, until?: Instant): Result<Shop, NotFound> => {
  if (!shop.menu.some(({ items }) => items.some((item) => offers(item, id)))) return no({ code: 'NOT_FOUND', what: 'item', id });
  const marked = (item: Item) => {
    if (item.id === id) return markedItem(item, until);
    return offers(item, id) ? withMarkedChoices(item, id, until) : item;
  };
  return ok({ ...shop, menu: shop.menu.map((category) => ({ ...category, items: category.items.map(marked) })) });
};

/** Nobody can order the item, or the choice wherever it is offered, before `until`. */
export const withItemSoldOut = (shop: Shop, id: ItemId | ChoiceId, until: Instant): Result<Shop, NotFound> => withMark(shop, id, until);

/** The item or choice can be ordered again, at once. */
export const withRestored = (shop: Shop, id: ItemId | ChoiceId): Result<Shop, NotFound> => withMark(shop, id);

export const withIntake = (shop: Shop, intake: Intake): Shop => ({ ...shop, intake });
