import { findItem } from '../catalog/menu.ts';
import { unmetOptions } from '../catalog/options.ts';
import type { Shop } from '../catalog/shop.ts';
import type { Instant } from '../kinds.ts';
import { priceLine } from '../ordering/price-cart.ts';
import { differencesSince } from '../ordering/revalidate.ts';
import type { Difference, Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { type KeptLine, wishOf, withQuantity } from './cart.ts';

/** What its customer says to a difference: take the new price, go without what cannot be had. Otherwise they are asked. */
export type Answer = { readonly accept?: 'changes' | undefined; readonly drop?: 'missing' | undefined };

/** A line without what is missing of it; a dish that cannot do without its missing choice goes as a whole. */
const withoutMissing = <L extends KeptLine>(line: L, missing: readonly Difference[], at: number, shop: Shop): readonly L[] => {
  const ofLine = missing.filter((one) => 'line' in one && one.line === at);
  if (ofLine.length === 0) return [line];
  const lost = new Set(ofLine.map((one) => ('choice' in one ? one.choice : undefined)));
  const item = findItem(shop, line.item);
  if (!item || lost.has(undefined)) return [];
  const left = { ...line, choices: line.choices.filter(({ id }) => !lost.has(id)) };
  return unmetOptions({ line: at, item, choices: wishOf(left).choices }).length > 0 ? [] : [withQuantity(left, left.quantity)];
};

const asOfNow = <L extends KeptLine>(line: L, shop: Shop): L => {
  const item = findItem(shop, line.item);
  return item ? { ...line, ...priceLine(item, line.quantity, wishOf(line).choices) } : line;
};

/** Lines that were seen before, as they can be had now; or the differences, for their customer to answer. */
export const takenAs = <L extends KeptLine>(
  lines: readonly L[],
  shop: Shop,
  now: Instant,
  { accept, drop }: Answer,
): Result<readonly L[], Refusal> => {
  const { missing, prices } = differencesSince(lines, shop, now);
  if (missing.length > 0 && !drop) return no({ code: 'AVAILABILITY_CHANGED', differences: [...missing, ...prices] });
  const left = lines.flatMap((line, at) => withoutMissing(line, missing, at, shop));
  const changed = differencesSince(left, shop, now).prices;
  if (changed.length > 0 && !accept) return no({ code: 'PRICE_CHANGED', differences: changed });
  return ok(left.map((line) => asOfNow(line, shop)));
};
