import type { Instant } from '../kinds.ts';
import { markedChoice, markedItem } from './menu.ts';
import type { Category, Item, Shop } from './shop.ts';

type Marked = { readonly id: string; readonly soldOutUntil?: Instant };
type Marks = ReadonlyMap<string, Instant>;

const marksOf = (all: readonly Marked[]): Marks =>
  new Map(all.flatMap(({ id, soldOutUntil }): readonly [string, Instant][] => (soldOutUntil === undefined ? [] : [[id, soldOutUntil]])));

const itemsOf = ({ menu }: Shop): readonly Item[] => menu.flatMap(({ items }) => items);

/** Another menu for the same shop: what is sold out stays so, by its id, wherever it went and by whatever name. */
export const withMarksOf = (before: Shop, after: Shop): Shop => {
  const items = itemsOf(before);
  const [itemMarks, choiceMarks] = [marksOf(items), marksOf(items.flatMap(({ options }) => options.flatMap(({ choices }) => choices)))];
  const marked = (item: Item): Item => ({
    ...markedItem(item, itemMarks.get(item.id)),
    options: item.options.map((group) => ({
      ...group,
      choices: group.choices.map((choice) => markedChoice(choice, choiceMarks.get(choice.id))),
    })),
  });
  return { ...after, menu: after.menu.map((category): Category => ({ ...category, items: category.items.map(marked) })) };
};
