import { type Choice, type Item, isSoldOut, type OptionGroup, type Shop } from '../../../core/catalog/shop.ts';
import type { ChoiceId, Instant, ItemId } from '../../../core/kinds.ts';
import type { Won } from '../../../core/money.ts';
import type { ListItem } from '../../kit/list-state.ts';
import { matches } from '../../kit/search.ts';

/** Something that can run out, and that has a price. */
export type Thing = ListItem &
  (
    | { readonly kind: 'item'; readonly item: Item }
    /** `offered`: the dishes with which it can be chosen; it is one thing for all of them. */
    | { readonly kind: 'choice'; readonly choice: Choice; readonly group: OptionGroup; readonly offered: readonly Item[] }
  );
export type MenuRow = Thing | (ListItem & { readonly kind: 'heading'; readonly name: string });

type ChoiceThing = Extract<Thing, { readonly kind: 'choice' }>;

const itemsOf = ({ menu }: Shop): readonly Item[] => menu.flatMap(({ items }) => items);

/** Every choice once, however many dishes offer it, under the name of the group in which it is met first. */
const choicesOf = (shop: Shop): ReadonlyMap<string, readonly ChoiceThing[]> => {
  const items = itemsOf(shop);
  const met = new Map<string, ChoiceThing>();
  for (const group of items.flatMap(({ options }) => options))
    for (const choice of group.choices) {
      if (met.has(choice.id)) continue;
      const offered = items.filter(({ options }) => options.some(({ choices }) => choices.some(({ id }) => id === choice.id)));
      met.set(choice.id, { id: `choice ${choice.id}`, kind: 'choice', choice, group, offered });
    }
  return Map.groupBy(met.values(), ({ group }) => group.name);
};

/** The menu with a heading for each category, and behind it all that can be chosen with the dishes; of a search, what was found. */
export const menuRows = (shop: Shop, query: string): readonly MenuRow[] => {
  const isFound = (name: string) => query.trim() === '' || matches(name, query);
  const under = (id: string, name: string, things: readonly Thing[]): readonly MenuRow[] =>
    things.length === 0 ? [] : [{ id, kind: 'heading', name, selectable: false }, ...things];
  return [
    ...shop.menu.flatMap(({ name, items }, at) => {
      const things = items.filter((item) => isFound(item.name)).map((item): Thing => ({ id: `item ${item.id}`, kind: 'item', item }));
      return under(`category ${at}`, name, things);
    }),
    ...[...choicesOf(shop)].flatMap(([name, choices]) =>
      under(
        `group ${name}`,
        `+ ${name}`,
        choices.filter(({ choice }) => isFound(choice.name)),
      ),
    ),
  ];
};

/** What a thing of the menu is, whatever kind it is of. */
type Sold = {
  readonly id: ItemId | ChoiceId;
  readonly name: string;
  readonly price: Won;
  readonly soldOutUntil?: Instant;
};
export const soldThing = (thing: Thing): Sold => (thing.kind === 'item' ? thing.item : thing.choice);

/** How many things cannot be had now. */
export const soldOutCount = (shop: Shop, now: Instant): number =>
  menuRows(shop, '').filter((row) => row.kind !== 'heading' && isSoldOut(soldThing(row), now)).length;

/** How long something stays sold out, or a shop closed. */
export type Until = { readonly id: 'tomorrow' | 'closing' | 'hour' | 'forever'; readonly until: Instant };
