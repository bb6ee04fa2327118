import { deliveryFee, outsideArea } from '../catalog/fees.ts';
import { intakeAt } from '../catalog/hours.ts';
import { findItem } from '../catalog/menu.ts';
import { pricedChoices, unmetOptions } from '../catalog/options.ts';
import type { Item, Shop } from '../catalog/shop.ts';
import type { ChoiceId, Instant } from '../kinds.ts';
import { minus, sum, times, type Won, won } from '../money.ts';
import type { CheckoutRefusal, Unmet } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { missingOf } from './availability.ts';
import type { Cart, CartLine, QuotedLine } from './quote.ts';

export type PricedCart = {
  readonly lines: readonly QuotedLine[];
  readonly subtotal: Won;
  readonly fee: Won;
  readonly discount: Won;
  readonly total: Won;
};

export const linesAtMost = 50;
export const quantityAtMost = 99;

/** One line at the menu's prices of this moment. */
export const priceLine = (item: Item, quantity: number, chosen: readonly ChoiceId[]): QuotedLine => {
  const choices = pricedChoices(item, chosen);
  const each = sum([item.price, ...choices.map(({ price }) => price)]);
  return { item: item.id, name: item.name, quantity, price: item.price, choices, total: times(each, quantity) };
};

export const isQuantity = (n: number) => Number.isInteger(n) && n >= 1 && n <= quantityAtMost;

type Found = { readonly wanted: CartLine; readonly item: Item };

const unmetOf = (found: readonly Found[]): readonly Unmet[] => [
  ...(found.length === 0 ? [{ kind: 'empty' } as const] : []),
  ...(found.length > linesAtMost ? [{ kind: 'too-many-lines', lines: found.length, max: linesAtMost } as const] : []),
  ...found.flatMap(({ wanted, item }, line): readonly Unmet[] => [
    ...(isQuantity(wanted.quantity) ? [] : [{ kind: 'quantity', line, quantity: wanted.quantity } as const]),
    ...unmetOptions({ line, item, choices: wanted.choices }),
  ]),
];

// A quantity that cannot be had counts for nothing towards the minimum; an empty cart is told only that it is empty.
export const belowMinimum = (shop: Shop, lines: Counted): readonly Unmet[] => {
  const subtotal = sum(lines.map(({ total }) => total));
  if (lines.length === 0 || subtotal >= shop.minimum) return [];
  return [{ kind: 'minimum', minimum: shop.minimum, subtotal, missing: minus(shop.minimum, subtotal) }];
};

/** Prices a cart as the shop is now, or says what stops it: closed, then missing things, then what is unmet (all at once), then distance. */
export const priceCart = (shop: Shop, cart: Cart, now: Instant): Result<PricedCart, CheckoutRefusal> => {
  if (cart.shop !== shop.id) throw new Error(`the cart is of ${cart.shop}, not of ${shop.id}`);
  const intake = intakeAt(shop, now);
  if (!intake.open) return no(closed(intake));

  const differences = cart.lines.flatMap((wanted, line) => missingOf(shop, wanted, line, now));
  if (differences.length > 0) return no({ code: 'AVAILABILITY_CHANGED', differences });

  const found = cart.lines.flatMap((wanted): readonly Found[] => {
    const item = findItem(shop, wanted.item);
    return item ? [{ wanted, item }] : [];
  });
  const lines = found.map(({ wanted, item }) => priceLine(item, isQuantity(wanted.quantity) ? wanted.quantity : 0, wanted.choices));
  const unmet = [...unmetOf(found), ...belowMinimum(shop, lines)];
  if (unmet.length > 0) return no({ code: 'REQUIREMENTS_NOT_MET', unmet });

  const outside = outsideArea(shop, cart.to);
  if (outside) return no({ code: 'OUT_OF_SERVICE_AREA', ...outside });
  return ok({ lines, ...sumUp(shop, lines, cart) });
};

type Counted = readonly Pick<QuotedLine, 'total'>[];
/** What lines cost together, brought to the door. */
export const sumUp = (shop: Shop, lines: Counted, { to }: Pick<Cart, 'to'>): Omit<PricedCart, 'lines'> => {
  const subtotal = sum(lines.map(({ total }) => total));
  const fee = deliveryFee(shop, subtotal, to);
  const discount = won(0);
  return { subtotal, fee, discount, total: minus(sum([subtotal, fee]), discount) };
};

type Shut = Extract<ReturnType<typeof intakeAt>, { readonly open: false }>;
/** The refusal of a shop that takes no orders. */
export const closed = ({ why, opensAt }: Shut): CheckoutRefusal => ({
  code: 'CLOSED',
  why,
  ...(opensAt === undefined ? {} : { opensAt }),
});
