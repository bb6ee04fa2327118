import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChoiceId, Instant, ItemId, OptionGroupId } from '../kinds.ts';
import { won } from '../money.ts';
import { choiceDifferences, pricedChoices, unmetOptions } from './options.ts';
import type { Item } from './shop.ts';

const now = 1_000_000 as Instant;
const groups = fc
  .array(
    fc.record({
      min: fc.nat(2),
      more: fc.nat(3),
      choices: fc.array(fc.record({ price: fc.nat(3000), soldOut: fc.constantFrom(undefined, now - 1, now, now + 1) }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
    { maxLength: 4 },
  )
  .map((all) =>
    all.map(({ min, more, choices }, at) => ({
      id: `group-${at}` as OptionGroupId,
      name: `Group ${at}`,
      min,
      max: min + more,
      choices: choices.map(({ price, soldOut }, place) => ({
        id: `choice-${at}-${place}` as ChoiceId,
        name: `Choice ${at}-${place}`,
        price: won(price),
        ...(soldOut !== undefined && { soldOutUntil: soldOut as Instant }),
      })),
    })),
  );
const order = groups.chain((options) => {
  const known = options.flatMap(({ choices }) => choices.map(({ id }) => id));
  const item: Item = { id: 'stew' as ItemId, name: 'Stew', price: won(9000), options };
  return fc.record({ item: fc.constant(item), choices: fc.array(fc.constantFrom(...known, 'gone' as ChoiceId), { maxLength: 8 }) });
});

test('options are met exactly when every group has enough, none too many, and nothing is taken twice', () => {
  fc.assert(
    fc.property(order, ({ item, choices }) => {
      const fits = item.options.every(({ min, max, choices: offered }) => {
        const chosen = new Set(choices.filter((id) => offered.some((choice) => choice.id === id))).size;
        return chosen >= min && chosen <= max;
      });
      const isOnce = new Set(choices).size === choices.length;
      expect(unmetOptions({ line: 0, item, choices }).length === 0).toBe(fits && isOnce);
    }),
  );
});

test('every chosen one is priced once, in the order of the menu, whatever the order of choosing', () => {
  fc.assert(
    fc.property(order, ({ item, choices }) => {
      const menu = item.options.flatMap((group) => group.choices.map(({ id }) => id));
      const priced = pricedChoices(item, choices);
      expect(priced.map(({ id }) => id)).toEqual(menu.filter((id) => choices.includes(id)));
      expect(pricedChoices(item, choices.toReversed())).toEqual(priced);
    }),
  );
});

test('what is gone is said to be gone, what is sold out until later is said to be sold out, and nothing else', () => {
  fc.assert(
    fc.property(order, ({ item, choices }) => {
      const offered = new Map(item.options.flatMap((group) => group.choices.map((choice) => [choice.id, choice] as const)));
      const expected = [...new Set(choices)].flatMap((id) => {
        const choice = offered.get(id);
        if (!choice) return [`choice-gone ${id}`];
        return (choice.soldOutUntil ?? 0) > now ? [`choice-sold-out ${id}`] : [];
      });
      const said = choiceDifferences({ line: 0, item, choices }, now).map((one) => `${one.kind} ${'choice' in one ? one.choice : ''}`);
      expect(said).toEqual(expected);
    }),
  );
});
