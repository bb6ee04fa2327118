import { deliveryFee, outsideArea } from '../catalog/fees.ts';
import { intakeAt } from '../catalog/hours.ts';
import { findItem } from '../catalog/menu.ts';
import { unmetOptions } from '../catalog/options.ts';
import type { Shop } from '../catalog/shop.ts';
import type { Instant } from '../kinds.ts';
import { sum } from '../money.ts';
import type { CheckoutRefusal, Difference } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { missingOf } from './availability.ts';
import { closed, priceLine } from './price-cart.ts';
import type { Quote, QuotedLine } from './quote.ts';

const choiceIds = ({ choices }: QuotedLine) => choices.map(({ id }) => id);

type Agreed = Pick<Quote, 'lines'>;
const missing = (quote: Agreed, shop: Shop, now: Instant): readonly Difference[] =>
  quote.lines.flatMap((quoted, line) => {
    const choiceName = (id: string) => quoted.choices.find((choice) => choice.id === id)?.name;
    return missingOf(shop, { item: quoted.item, name: quoted.name, choices: choiceIds(quoted), choiceName }, line, now);
  });

type Repriced = { readonly line: number; readonly was: QuotedLine; readonly now: QuotedLine };

// A line that has lost its item or a choice has no price to compare.
const repriced = (quote: Agreed, shop: Shop): readonly Repriced[] =>
  quote.lines.flatMap((was, line): readonly Repriced[] => {
    const item = findItem(shop, was.item);
    const now = item && priceLine(item, was.quantity, choiceIds(was));
    return now && now.choices.length === was.choices.length ? [{ line, was, now }] : [];
  });

const priceChanges = (lines: readonly Repriced[]): readonly Difference[] =>
  lines
    .filter(({ was, now }) => was.total !== now.total)
    .map(({ line, was, now }) => ({ kind: 'price-changed', line, item: was.item, name: was.name, was: was.total, now: now.total }));

const feeChange = (quote: Quote, shop: Shop, lines: readonly Repriced[]): readonly Difference[] => {
  const now = deliveryFee(shop, sum(lines.map((line) => line.now.total)), quote.to);
  return now === quote.fee ? [] : [{ kind: 'fee-changed', was: quote.fee, now }];
};

const unmet = (quote: Quote, shop: Shop) =>
  quote.lines.flatMap((quoted, line) => {
    const item = findItem(shop, quoted.item);
    return item ? unmetOptions({ line, item, choices: choiceIds(quoted) }) : [];
  });

export type Since = { readonly missing: readonly Difference[]; readonly prices: readonly Difference[] };
/** What has become of lines that were priced before: what cannot be had, and what costs something else. */
export const differencesSince = (lines: readonly QuotedLine[], shop: Shop, now: Instant): Since => ({
  missing: missing({ lines }, shop, now),
  prices: priceChanges(repriced({ lines }, shop)),
});

/** Whether a quote can still be paid as it was agreed; asked before any money moves. */
export const revalidate = (quote: Quote, shop: Shop, now: Instant): Result<void, CheckoutRefusal> => {
  if (quote.shop !== shop.id) throw new Error(`the quote is of ${quote.shop}, not of ${shop.id}`);
  if (now >= quote.expiresAt) return no({ code: 'QUOTE_EXPIRED', expiredAt: quote.expiresAt });
  const intake = intakeAt(shop, now);
  if (!intake.open) return no(closed(intake));

  const lines = repriced(quote, shop);
  const gone = missing(quote, shop, now);
  if (gone.length > 0) return no({ code: 'AVAILABILITY_CHANGED', differences: [...gone, ...priceChanges(lines)] });

  // The owner may have changed what a dish must come with, or how far the shop delivers.
  const options = unmet(quote, shop);
  if (options.length > 0) return no({ code: 'REQUIREMENTS_NOT_MET', unmet: options });
  const outside = outsideArea(shop, quote.to);
  if (outside) return no({ code: 'OUT_OF_SERVICE_AREA', ...outside });

  const differences = [...priceChanges(lines), ...feeChange(quote, shop, lines)];
  return differences.length > 0 ? no({ code: 'PRICE_CHANGED', differences }) : ok(undefined);
};

/** Whether money found later can still become the order: in time, shop open, all there. The price was agreed, so it may have changed. */
export const canHonour = (quote: Quote, shop: Shop, now: Instant): boolean => {
  if (quote.shop !== shop.id) throw new Error(`the quote is of ${quote.shop}, not of ${shop.id}`);
  return now < quote.expiresAt && intakeAt(shop, now).open && missing(quote, shop, now).length === 0;
};
