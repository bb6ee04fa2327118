import { findItem } from '../catalog/menu.ts';
import { choiceDifferences } from '../catalog/options.ts';
import { isSoldOut, type Shop } from '../catalog/shop.ts';
import type { ChoiceId, Instant, ItemId } from '../kinds.ts';
import type { Difference } from '../refusal.ts';

/** A line as asked for; the names are known if it was quoted before. */
export type WantedLine = {
  readonly item: ItemId;
  readonly choices: readonly ChoiceId[];
  readonly name?: string;
  readonly choiceName?: (choice: ChoiceId) => string | undefined;
};

/** What of one line cannot be had now: gone from the menu, or sold out. */
export const missingOf = (shop: Shop, wanted: WantedLine, line: number, now: Instant): readonly Difference[] => {
  const item = findItem(shop, wanted.item);
  if (!item) return [{ kind: 'item-gone', line, item: wanted.item, ...(wanted.name === undefined ? {} : { name: wanted.name }) }];
  const soldOut: readonly Difference[] =
    item.soldOutUntil !== undefined && isSoldOut(item, now)
      ? [{ kind: 'item-sold-out', line, item: item.id, name: item.name, until: item.soldOutUntil }]
      : [];
  return [...soldOut, ...choiceDifferences({ line, item, choices: wanted.choices }, now, wanted.choiceName)];
};
