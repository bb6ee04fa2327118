import type { SavedCart, SavedLine } from '../cart/cart.ts';
import { wishOf } from '../cart/cart.ts';
import { type Answer, takenAs } from '../cart/changes.ts';
import type { Facts } from '../facts.ts';
import { cartDocument, type Instant, type QuoteId, quoteStream, type ShopId } from '../kinds.ts';
import type { CartLine, Quote } from '../ordering/quote.ts';
import { differencesSince } from '../ordering/revalidate.ts';
import type { Difference, Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { type CartView, customerOf, savedCart, viewOf } from './carts.ts';
import { heldQuote, newIds, priced, shopOf } from './checkout.ts';
import { run, type Session } from './deps.ts';

export type QuotedCart = CartView & {
  readonly quote: Quote;
  /** What is not as it was seen when it was put in, or quoted before: it is in the quote already. */
  readonly differences: readonly Difference[];
};

const empty = no({ code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'empty' }] } as const);
const orderedAs = (line: SavedLine): CartLine => {
  const { item, quantity, choices } = wishOf(line);
  return { item, quantity, choices };
};

type Repriced = { readonly quote: Quote; readonly lines: readonly SavedLine[]; readonly differences: readonly Difference[] };
type Ids = ReturnType<typeof newIds>;

/** The cart at the prices of now, after what its customer says to the differences. */
const reprice = async (
  session: Session,
  facts: Facts,
  cart: SavedCart,
  answer: Answer,
  ids: Ids,
  now: Instant,
): Promise<Result<Repriced, Refusal>> => {
  const shop = await shopOf(facts, cart.shop);
  if (!shop.ok) return shop;
  const lines = takenAs(cart.lines, shop.value, now, answer);
  if (!lines.ok) return lines;
  const wanted = { shop: cart.shop, lines: lines.value.map(orderedAs), ...(cart.to && { to: cart.to }) };
  const quote = await priced(facts, wanted, ids, now, session.settings.quoteHoldMs);
  if (!quote.ok) return quote;
  const { missing, prices } = differencesSince(cart.lines, shop.value, now);
  return ok({ quote: quote.value, lines: lines.value, differences: [...missing, ...prices] });
};

/** Prices a cart, holds the price and remembers it. Prices that changed are in it, and said; nothing is charged. */
export const quoteCart = async (
  session: Session,
  id: ShopId,
  { drop }: Pick<Answer, 'drop'> = {},
): Promise<Result<QuotedCart, Refusal>> => {
  const customer = customerOf(session);
  if (!customer.ok) return customer;
  const ids = newIds(session, customer.value);
  return run(session, async (facts, now) => {
    const before = await savedCart(facts, customer.value, id, now);
    if (!before) return empty;
    const done = await reprice(session, facts, before, { accept: 'changes', drop }, ids, now);
    if (!done.ok) return done;
    const { quote, lines, differences } = done.value;
    const cart: SavedCart = { ...before, lines, quoted: quote.quote };
    return ok({
      append: [{ stream: quoteStream(quote.quote), order: quote.order, events: [{ type: 'QuoteIssued', data: quote } as const] }],
      documents: [{ key: cartDocument(customer.value, id), body: cart }],
      value: { ...(await viewOf(facts, cart, now)), quote, differences },
    });
  });
};

export type ToPay = { readonly quote: Quote; readonly isNew: boolean };
type Wanted = Answer & { readonly quote?: QuoteId | undefined };

/** An answer is about what has changed, and a quote that ran out may be issued again when nothing has. */
const mayReprice = (held: Refusal, { accept, drop }: Answer): boolean => {
  switch (held.code) {
    case 'QUOTE_EXPIRED':
      return true;
    case 'PRICE_CHANGED':
      return accept !== undefined;
    case 'AVAILABILITY_CHANGED':
    case 'REQUIREMENTS_NOT_MET':
      return drop !== undefined;
    default:
      return false;
  }
};

/** The quote that was seen, while it holds; else the cart as it is now, if that is what was seen or its customer has answered. */
export const quoteToPay = async (
  session: Session,
  facts: Facts,
  cart: SavedCart,
  wanted: Wanted,
  ids: Ids,
  now: Instant,
): Promise<Result<ToPay, Refusal>> => {
  const seen = wanted.quote ?? cart.quoted;
  const held = seen && (await heldQuote(facts, seen, session, now));
  if (held?.ok) return ok({ quote: held.value, isNew: false });
  // A price that was named is not another one under the same name.
  if (held && (!mayReprice(held.error, wanted) || (wanted.quote !== undefined && wanted.quote !== cart.quoted))) return held;
  if (cart.lines.length === 0) return empty;
  const done = await reprice(session, facts, cart, wanted, ids, now);
  return done.ok ? ok({ quote: done.value.quote, isNew: true }) : done;
};
