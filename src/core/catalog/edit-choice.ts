import type { ChoiceId, ItemId, OptionGroupId } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import { no, type Result } from '../result.ts';
import { checkedShop, type Position, placedIn } from './edit-shop.ts';
import { findItem } from './menu.ts';
import type { Choice, OptionGroup, Shop } from './shop.ts';

type Edited = Result<Shop, Refusal>;
type Limits = { readonly min: number; readonly max: number };
/** Not checked yet. */
type DraftChoice = Omit<Choice, 'price'> & { readonly price: number };
type DraftGroup = Omit<OptionGroup, 'choices'> & { readonly choices: readonly DraftChoice[] };

/** `item`: only there; else wherever it is offered, for what many dishes share is one thing. */
type Reach = { readonly item?: ItemId };

const notFound = (what: 'choice' | 'group' | 'item', id: string) => no({ code: 'NOT_FOUND', what, id } as const);

/** Every group of the menu within reach through `change`; a group that comes to nothing is taken away. */
const throughGroups = (shop: Shop, { item: only }: Reach, change: (group: OptionGroup) => DraftGroup | undefined): unknown => ({
  ...shop,
  menu: shop.menu.map((category) => ({
    ...category,
    items: category.items.map((item) =>
      only !== undefined && item.id !== only ? item : { ...item, options: item.options.flatMap((group) => change(group) ?? []) },
    ),
  })),
});

const groupsWithin = (shop: Shop, { item: only }: Reach): readonly OptionGroup[] =>
  shop.menu.flatMap(({ items }) => items.filter(({ id }) => only === undefined || id === only).flatMap(({ options }) => options));
const offers = (group: OptionGroup, choice: ChoiceId): boolean => group.choices.some(({ id }) => id === choice);

export type NewChoice = {
  readonly group: OptionGroupId;
  readonly choice: { readonly id: ChoiceId; readonly name: string; readonly price: number };
  readonly position: Position;
  /** Makes the group where the item does not have it yet. */
  readonly create?: Limits & { readonly name: string };
};

const withNewGroup = (shop: Shop, item: ItemId, { group, choice, create }: Required<NewChoice>): unknown => ({
  ...shop,
  menu: shop.menu.map((category) => ({
    ...category,
    items: category.items.map((one) =>
      one.id === item ? { ...one, options: [...one.options, { id: group, ...create, choices: [choice] }] } : one,
    ),
  })),
});

export const addChoice = (shop: Shop, wish: NewChoice, reach: Reach): Edited => {
  const { group, choice, position, create } = wish;
  if (reach.item !== undefined && !findItem(shop, reach.item)) return notFound('item', reach.item);
  const groups = groupsWithin(shop, reach).filter(({ id }) => id === group);
  if (groups.length === 0 && reach.item !== undefined && create) return checkedShop(withNewGroup(shop, reach.item, { ...wish, create }));
  if (groups.length === 0) return notFound('group', group);
  if (groups.some((one) => offers(one, choice.id)))
    return no({ code: 'INVALID_DOCUMENT', problems: [{ field: 'id', problem: { kind: 'id-in-use' } }] });
  if (groups.some(({ choices }) => placedIn<DraftChoice>(choices, choice, position) === undefined))
    return notFound('choice', 'id' in position ? position.id : '');
  return checkedShop(
    throughGroups(shop, reach, (one) =>
      one.id === group ? { ...one, choices: placedIn<DraftChoice>(one.choices, choice, position) ?? one.choices } : one,
    ),
  );
};

const onChoice = (
  shop: Shop,
  id: ChoiceId,
  reach: Reach,
  change: (group: OptionGroup, choice: Choice) => DraftGroup | undefined,
): Edited => {
  if (!groupsWithin(shop, reach).some((group) => offers(group, id))) return notFound('choice', id);
  return checkedShop(
    throughGroups(shop, reach, (group) => {
      const choice = group.choices.find((one) => one.id === id);
      return choice ? change(group, choice) : group;
    }),
  );
};

export const editChoice = (shop: Shop, id: ChoiceId, wish: { readonly name?: string; readonly price?: number }, reach: Reach): Edited =>
  onChoice(shop, id, reach, (group) => ({
    ...group,
    choices: group.choices.map((one): DraftChoice => (one.id === id ? { ...one, ...wish } : one)),
  }));

export const moveChoice = (shop: Shop, id: ChoiceId, position: Position, reach: Reach): Edited => {
  const beside = 'id' in position ? position.id : undefined;
  if (
    beside !== undefined &&
    !groupsWithin(shop, reach).some((group) => offers(group, id) && group.choices.some((one) => one.id === beside))
  )
    return notFound('choice', beside);
  return onChoice(shop, id, reach, (group, choice) => ({ ...group, choices: placedIn(group.choices, choice, position) ?? group.choices }));
};

/** A group without choices goes with its last one; of fewer choices fewer can be had. */
export const removeChoice = (shop: Shop, id: ChoiceId, reach: Reach): Edited =>
  onChoice(shop, id, reach, (group) => {
    const choices = group.choices.filter((one) => one.id !== id);
    return choices.length === 0 ? undefined : { ...group, max: Math.min(group.max, choices.length), choices };
  });

/** What a group is called, and how many of it are chosen. */
export const editGroup = (shop: Shop, id: OptionGroupId, wish: Partial<Limits> & { readonly name?: string }, reach: Reach): Edited => {
  if (!groupsWithin(shop, reach).some((group) => group.id === id)) return notFound('group', id);
  return checkedShop(throughGroups(shop, reach, (group) => (group.id === id ? { ...group, ...wish } : group)));
};
