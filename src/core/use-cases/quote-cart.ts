import type { SavedCart } from '../cart/cart.ts';
import type { Answer } from '../cart/changes.ts';
import type { Facts } from '../facts.ts';
import { cartDocument, type Instant, later, type QuoteId, type ShopId } from '../kinds.ts';
import type { Quote } from '../ordering/quote.ts';
import { revalidate } from '../ordering/revalidate.ts';
import type { Difference, Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { type CartView, customerOf, savedCart, viewOf } from './carts.ts';
import { run, type Session } from './deps.ts';
import { issuePlan } from './issue-plan.ts';
import { heldQuote, type Ids, isAnswered, newIds, reprice, shopOf, type ToPay } from './quotes.ts';

export type QuotedCart = CartView & {
  readonly quote: Quote;
  /** What is not as it was seen when it was put in, or quoted before: it is in the quote already. */
  readonly differences: readonly Difference[];
};

const empty = no({ code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'empty' }] } as const);
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
    const seen = before.quoted && (await facts.quote(before.quoted));
    const done = await reprice(session, facts, { ...before, fee: seen?.fee }, { accept: 'changes', drop }, ids, now);
    if (!done.ok) return done;
    const { quote, lines, differences } = done.value;
    const cart: SavedCart = { ...before, lines, quoted: quote.quote };
    const { append, documents } = issuePlan(quote);
    return ok({
      append,
      documents: [...documents, { key: cartDocument(customer.value, id), body: cart }],
      value: { ...(await viewOf(facts, cart, now)), quote, differences },
    });
  });
};

type Wanted = Answer & { readonly quote?: QuoteId | undefined };

/** A quote that ran out: what it said counts still, as what was seen. */
const sinceExpiry = async (facts: Facts, id: QuoteId, now: Instant): Promise<Result<void, Refusal>> => {
  const quote = await facts.quote(id);
  if (!quote) return no({ code: 'NOT_FOUND', what: 'quote', id });
  const shop = await shopOf(facts, quote.shop);
  return shop.ok ? revalidate({ ...quote, expiresAt: later(now, 1) }, shop.value, now) : shop;
};

/** With the cart as it is afterwards: without what its customer goes without. */
export type CartToPay = ToPay & { readonly cart: SavedCart };

/** The quote that was seen, while it holds; else the cart as it is now, if that is what was seen or its customer has answered. */
export const quoteToPay = async (
  session: Session,
  facts: Facts,
  cart: SavedCart,
  wanted: Wanted,
  ids: Ids,
  now: Instant,
): Promise<Result<CartToPay, Refusal>> => {
  const seen = wanted.quote ?? cart.quoted;
  if (seen) {
    const held = await heldQuote(facts, seen, session, now);
    if (held.ok) return ok({ quote: held.value, isNew: false, cart });
    const isExpired = held.error.code === 'QUOTE_EXPIRED';
    // What the cart holds by now is another thing than what was quoted.
    if (seen !== cart.quoted) return held;
    const since = isExpired ? await sinceExpiry(facts, seen, now) : held;
    if (!since.ok && !isAnswered(since.error, wanted)) return since;
  }
  if (cart.lines.length === 0) return empty;
  const fee = seen && (await facts.quote(seen))?.fee;
  const done = await reprice(session, facts, { ...cart, fee }, wanted, ids, now);
  if (!done.ok) return done;
  const { quote, lines } = done.value;
  return ok({ quote, isNew: true, cart: { ...cart, lines } });
};
