import type { ChoiceId, Instant } from '../kinds.ts';
import type { QuotedChoice } from '../ordering/quote.ts';
import type { Difference, Unmet } from '../refusal.ts';
import { findChoice } from './menu.ts';
import { type Item, isSoldOut } from './shop.ts';

/** Where the choices stand: the number of the line in its cart, from 0. */
export type ChosenOn = { readonly line: number; readonly item: Item; readonly choices: readonly ChoiceId[] };

/** Choices that are no longer on the menu, or sold out now. `nameOf` remembers the names of those that are gone. */
export const choiceDifferences = (
  { line, item, choices }: ChosenOn,
  now: Instant,
  nameOf: (choice: ChoiceId) => string | undefined = () => undefined,
): readonly Difference[] =>
  [...new Set(choices)].flatMap((id): readonly Difference[] => {
    const found = findChoice(item, id);
    const name = nameOf(id);
    if (!found) return [{ kind: 'choice-gone', line, item: item.id, choice: id, ...(name === undefined ? {} : { name }) }];
    const { choice } = found;
    return choice.soldOutUntil !== undefined && isSoldOut(choice, now)
      ? [{ kind: 'choice-sold-out', line, item: item.id, choice: id, name: choice.name, until: choice.soldOutUntil }]
      : [];
  });

/** Groups with too few or too many chosen, and choices taken twice. */
export const unmetOptions = ({ line, item, choices }: ChosenOn): readonly Unmet[] => {
  const twice = [...new Set(choices.filter((id, at) => choices.indexOf(id) < at))];
  return [
    ...twice.map((choice): Unmet => ({ kind: 'choice-twice', line, item: item.id, choice })),
    ...item.options.flatMap(({ id: group, name, min, max, choices: offered }): readonly Unmet[] => {
      const chosen = offered.filter(({ id }) => choices.includes(id)).length;
      return chosen < min || chosen > max ? [{ kind: 'options', line, item: item.id, group, name, min, max, chosen }] : [];
    }),
  ];
};

/** The chosen ones with their names and prices, in the menu's order, each once. */
export const pricedChoices = (item: Item, choices: readonly ChoiceId[]): readonly QuotedChoice[] =>
  item.options.flatMap((group) =>
    group.choices.filter(({ id }) => choices.includes(id)).map(({ id, name, price }) => ({ group: group.id, id, name, price })),
  );
