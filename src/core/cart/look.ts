import { outsideArea } from '../catalog/fees.ts';
import { intakeAt } from '../catalog/hours.ts';
import { findItem } from '../catalog/menu.ts';
import { unmetOptions } from '../catalog/options.ts';
import type { Shop } from '../catalog/shop.ts';
import type { Instant, ItemId } from '../kinds.ts';
import { type Won, won } from '../money.ts';
import { belowMinimum, closed, priceLine, sumUp } from '../ordering/price-cart.ts';
import type { QuotedChoice } from '../ordering/quote.ts';
import { differencesSince } from '../ordering/revalidate.ts';
import type { Difference, Refusal, Unmet } from '../refusal.ts';
import { eachOf, type SavedCart, type SavedLine, wishOf } from './cart.ts';

export type Missing = 'gone' | 'sold-out';
export type LookedChoice = QuotedChoice & { readonly missing?: Missing };
export type LookedLine = {
  readonly id: number;
  readonly item: ItemId;
  /** As the menu calls it now; as it was called, when it is gone. */
  readonly name: string;
  readonly quantity: number;
  readonly note?: string;
  readonly choices: readonly LookedChoice[];
  /** One with its options, now; as it was seen, when it cannot be had. */
  readonly each: Won;
  readonly total: Won;
  /** What one was when it was seen last, if that was another price. */
  readonly was?: Won;
  /** It cannot be had as it is, so it counts for nothing; so too with a choice that is missing. */
  readonly missing?: Missing;
  readonly unmet: readonly Unmet[];
};

/** A cart at the prices of this moment, fit to be shown whatever has become of its shop. Lines are numbered from 0 in differences and unmet. */
export type CartLook = {
  readonly lines: readonly LookedLine[];
  readonly subtotal: Won;
  readonly fee: Won;
  readonly total: Won;
  /** How much is missing to the shop's minimum. */
  readonly toMinimum: Won;
  /** What is gone, sold out, or costs something else than when it was seen. */
  readonly differences: readonly Difference[];
  /** All that keeps it from being ordered as it is, the first to be mended first. */
  readonly stops: readonly Refusal[];
};

const missingIn = (differences: readonly Difference[], line: number) => {
  const ofLine = differences.filter((one) => 'line' in one && one.line === line);
  const kinds = new Set(ofLine.map(({ kind }) => kind));
  const choiceIs = (id: string): Missing | undefined => {
    const found = ofLine.find((one) => 'choice' in one && one.choice === id);
    return found && (found.kind === 'choice-gone' ? 'gone' : 'sold-out');
  };
  const item: Missing | undefined = kinds.has('item-gone') ? 'gone' : kinds.has('item-sold-out') ? 'sold-out' : undefined;
  const choice: Missing | undefined = kinds.has('choice-gone') ? 'gone' : kinds.has('choice-sold-out') ? 'sold-out' : undefined;
  return { line: item ?? choice, choiceIs };
};

const asSeen = (line: SavedLine, differences: readonly Difference[], at: number): LookedLine => {
  const { line: missing, choiceIs } = missingIn(differences, at);
  const choices = line.choices.map((choice) => {
    const lost = choiceIs(choice.id);
    return { ...choice, ...(lost && { missing: lost }) };
  });
  const { id, item, name, quantity, note, total } = line;
  return {
    ...{ id, item, name, quantity, choices, total, unmet: [] },
    each: eachOf(line),
    ...(note !== undefined && { note }),
    ...(missing && { missing }),
  };
};

const looked = (line: SavedLine, shop: Shop, differences: readonly Difference[], at: number): LookedLine => {
  const seen = asSeen(line, differences, at);
  const item = findItem(shop, line.item);
  if (!item) return seen;
  const wish = wishOf(line);
  const unmet = unmetOptions({ line: at, item, choices: wish.choices });
  if (seen.missing) return { ...seen, name: item.name, unmet };
  const now = priceLine(item, line.quantity, wish.choices);
  const each = eachOf(now);
  const { name, choices, total } = now;
  return { ...seen, name, choices, total, each, unmet, ...(each !== seen.each && { was: seen.each }) };
};

type Shown = Pick<SavedCart, 'shop' | 'lines' | 'to'>;
type Stops = { readonly shop: Shop; readonly cart: Shown; readonly missing: readonly Difference[]; readonly unmet: readonly Unmet[] };
const stopsOf = ({ shop, cart, missing, unmet }: Stops, now: Instant): readonly Refusal[] => {
  const intake = intakeAt(shop, now);
  const outside = outsideArea(shop, cart.to);
  return [
    ...(intake.open ? [] : [closed(intake)]),
    ...(missing.length > 0 ? [{ code: 'AVAILABILITY_CHANGED', differences: missing } as const] : []),
    ...(unmet.length > 0 ? [{ code: 'REQUIREMENTS_NOT_MET', unmet } as const] : []),
    ...(outside ? [{ code: 'OUT_OF_SERVICE_AREA', ...outside } as const] : []),
  ];
};

/** The shop itself is no longer there: names and prices are those that were seen. */
const withoutShop = (cart: Shown): CartLook => {
  const differences = cart.lines.map(({ item, name }, line) => ({ kind: 'item-gone', line, item, name }) as const);
  const zero = won(0);
  return {
    lines: cart.lines.map((line, at) => asSeen(line, differences, at)),
    ...{ subtotal: zero, fee: zero, total: zero, toMinimum: zero },
    differences,
    stops: [{ code: 'NOT_FOUND', what: 'shop', id: cart.shop }],
  };
};

export const lookAt = (cart: Shown, shop: Shop | undefined, now: Instant): CartLook => {
  if (!shop) return withoutShop(cart);
  const { missing, prices } = differencesSince(cart.lines, shop, now);
  const lines = cart.lines.map((line, at) => looked(line, shop, missing, at));
  const counted = lines.filter((line) => !line.missing);
  const { subtotal, fee, total } = counted.length === 0 ? { subtotal: won(0), fee: won(0), total: won(0) } : sumUp(shop, counted, cart);
  const minimum = belowMinimum(shop, counted);
  const empty: readonly Unmet[] = lines.length === 0 ? [{ kind: 'empty' }] : [];
  const unmet = [...empty, ...lines.flatMap((line) => (line.missing ? [] : line.unmet)), ...minimum];
  return {
    ...{ lines, subtotal, fee, total },
    toMinimum: minimum.reduce((least, one) => (one.kind === 'minimum' ? one.missing : least), won(0)),
    differences: [...missing, ...prices],
    stops: stopsOf({ shop, cart, missing, unmet }, now),
  };
};
