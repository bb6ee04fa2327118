import { eachOf, type SavedLine, type Wish } from '../../../core/cart/cart.ts';
import { pricedChoices, unmetOptions } from '../../../core/catalog/options.ts';
import type { Item } from '../../../core/catalog/shop.ts';
import type { ChoiceId } from '../../../core/kinds.ts';
import { times, type Won } from '../../../core/money.ts';
import { type Page, wonText } from '../../../words/page.ts';
import { soldOutText } from '../../../words/sold-out-text.ts';
import type { ChoiceGroup, Chosen } from '../../kit/use-choices.ts';

/** What somebody is about to put into the cart. */
export type Draft = { readonly chosen: Chosen; readonly quantity: number };

/** As a line of the cart has it, or from nothing. */
export const draftOf = (item: Item, line?: SavedLine): Draft => {
  const chosen = line?.choices.map(({ id }) => id) ?? [];
  const offered = item.options.map(({ id, choices }) => [id, choices.map((one) => one.id).filter((one) => chosen.includes(one))] as const);
  return { chosen: Object.fromEntries(offered), quantity: line?.quantity ?? 1 };
};

export const groupsOf = (item: Item, page: Page): readonly ChoiceGroup[] =>
  item.options.map(({ id, name, min, max, choices }) => ({
    id,
    title: name,
    min,
    max: Math.min(max, choices.length),
    choices: choices.map((choice) => {
      const disabled = soldOutText(choice, page);
      return {
        id: choice.id,
        name: choice.name,
        ...(choice.price !== 0 && { price: `+${wonText(page, choice.price)}` }),
        ...(disabled !== undefined && { disabled }),
      };
    }),
  }));

const idsOf = (item: Item, { chosen }: Draft): readonly ChoiceId[] =>
  item.options.flatMap(({ id, choices }) => choices.map((one) => one.id).filter((one) => chosen[id]?.includes(one)));

export const wishFor = (item: Item, draft: Draft, note: string): Wish => ({
  item: item.id,
  quantity: draft.quantity,
  choices: idsOf(item, draft),
  ...(note.trim() !== '' && { note: note.trim() }),
});

export const costOf = (item: Item, draft: Draft): Won =>
  times(eachOf({ price: item.price, choices: pricedChoices(item, idsOf(item, draft)) }), draft.quantity);

/** The first group that wants more, or less, with the row to go to. */
export const firstUnmet = (item: Item, draft: Draft): { readonly name: string; readonly row: string } | undefined => {
  const unmet = unmetOptions({ line: 0, item, choices: idsOf(item, draft) }).find((one) => one.kind === 'options');
  const group = item.options.find(({ id }) => unmet?.kind === 'options' && id === unmet.group);
  const choice = group?.choices[0];
  return group && choice ? { name: group.name, row: `${group.id}/${choice.id}` } : undefined;
};
