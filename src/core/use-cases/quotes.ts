import { authorize } from '../authorize.ts';
import { type KeptLine, wishOf } from '../cart/cart.ts';
import { type Answer, takenAs } from '../cart/changes.ts';
import type { Location, Shop } from '../catalog/shop.ts';
import type { Facts } from '../facts.ts';
import { type CustomerId, type Instant, later, type QuoteId, type ShopId, shopDocument } from '../kinds.ts';
import type { Won } from '../money.ts';
import { issueQuote } from '../ordering/issue-quote.ts';
import { priceCart } from '../ordering/price-cart.ts';
import type { Cart, CartLine, Quote } from '../ordering/quote.ts';
import { differencesSince, revalidate } from '../ordering/revalidate.ts';
import type { Difference, Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { run, type Session } from './deps.ts';
import { issuePlan } from './issue-plan.ts';

export const shopOf = async (facts: Facts, id: Shop['id']): Promise<Result<Shop, Refusal>> => {
  const shop = await facts.document(shopDocument(id));
  return shop === undefined ? no({ code: 'NOT_FOUND', what: 'shop', id }) : ok(shop as Shop);
};

export type Ids = Pick<Quote, 'quote' | 'order' | 'customer'>;
export const newIds = ({ env }: Session, customer: CustomerId): Ids => ({ quote: env.newId('quote'), order: env.newId('order'), customer });

/** Priced now, and held. */
export const priced = async ({ settings }: Session, facts: Facts, cart: Cart, ids: Ids, now: Instant): Promise<Result<Quote, Refusal>> => {
  const shop = await shopOf(facts, cart.shop);
  if (!shop.ok) return shop;
  const price = priceCart(shop.value, cart, now);
  if (!price.ok) return price;
  return ok(issueQuote(shop.value, cart, price.value, { ...ids, issuedAt: now, expiresAt: later(now, settings.quoteHoldMs) }));
};

/** Prices a cart and holds the price. Nothing is charged, nothing is ordered. */
export const issue = async (session: Session, cart: Cart): Promise<Result<Quote, Refusal>> => {
  const allowed = authorize(session.actor, 'order');
  if (!allowed.ok) return allowed;
  const ids = newIds(session, session.actor.id as CustomerId);
  return run(session, async (facts, now) => {
    const quote = await priced(session, facts, cart, ids, now);
    if (!quote.ok) return quote;
    return ok({ ...issuePlan(quote.value), value: quote.value });
  });
};

/** A quote of one's own that can still be paid as it was agreed. */
export const heldQuote = async (facts: Facts, id: QuoteId, session: Session, now: Instant): Promise<Result<Quote, Refusal>> => {
  const quote = await facts.quote(id);
  if (!quote) return no({ code: 'NOT_FOUND', what: 'quote', id });
  const allowed = authorize(session.actor, 'pay', quote);
  if (!allowed.ok) return allowed;
  const order = await facts.order(quote.order);
  if (order.status !== 'none') return no({ code: 'ALREADY_ORDERED', order: quote.order });
  const shop = await shopOf(facts, quote.shop);
  if (!shop.ok) return shop;
  const still = revalidate(quote, shop.value, now);
  return still.ok ? ok(quote) : still;
};

/** `isNew`: issued in the commit that asks for its money. */
export type ToPay = { readonly quote: Quote; readonly isNew: boolean };

/** Whether the customer has said what to do about it. */
export const isAnswered = ({ code }: Refusal, { accept, drop }: Answer): boolean => {
  if (code === 'QUOTE_EXPIRED' || code === 'PRICE_CHANGED') return accept !== undefined;
  return (code === 'AVAILABILITY_CHANGED' || code === 'REQUIREMENTS_NOT_MET') && drop !== undefined;
};

const orderedAs = (line: KeptLine): CartLine => {
  const { item, quantity, choices } = wishOf(line);
  return { item, quantity, choices };
};

type Seen<L> = { readonly shop: ShopId; readonly lines: readonly L[]; readonly to?: Location; readonly fee?: Won | undefined };
type Repriced<L> = { readonly quote: Quote; readonly lines: readonly L[]; readonly differences: readonly Difference[] };

/** What was seen, at the prices of now, after what its customer says to the differences. */
export const reprice = async <L extends KeptLine>(
  session: Session,
  facts: Facts,
  seen: Seen<L>,
  answer: Answer,
  ids: Ids,
  now: Instant,
): Promise<Result<Repriced<L>, Refusal>> => {
  const shop = await shopOf(facts, seen.shop);
  if (!shop.ok) return shop;
  const lines = takenAs(seen.lines, shop.value, now, answer);
  if (!lines.ok) return lines;
  const wanted = { shop: seen.shop, lines: lines.value.map(orderedAs), ...(seen.to && { to: seen.to }) };
  const quote = await priced(session, facts, wanted, ids, now);
  if (!quote.ok) return quote;
  const { missing, prices } = differencesSince(seen.lines, shop.value, now);
  const { fee } = quote.value;
  const fees: readonly Difference[] = seen.fee === undefined || seen.fee === fee ? [] : [{ kind: 'fee-changed', was: seen.fee, now: fee }];
  // Going without a dish may cost the free delivery.
  if (fees.length > 0 && !answer.accept) return no({ code: 'PRICE_CHANGED', differences: fees });
  return ok({ quote: quote.value, lines: lines.value, differences: [...missing, ...prices, ...fees] });
};
