import { authorize } from '../authorize.ts';
import type { Shop } from '../catalog/shop.ts';
import type { Facts } from '../facts.ts';
import type { Work } from '../handle.ts';
import {
  type CustomerId,
  type Instant,
  keyDocument,
  later,
  type OrderId,
  type PaymentId,
  type QuoteId,
  quoteStream,
  shopDocument,
} from '../kinds.ts';
import type { Contact } from '../ordering/contact.ts';
import { issueQuote } from '../ordering/issue-quote.ts';
import { priceCart } from '../ordering/price-cart.ts';
import type { Cart, Quote } from '../ordering/quote.ts';
import { revalidate } from '../ordering/revalidate.ts';
import type { Requested } from '../payment/payment.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { isOfTheStore } from '../store-errors.ts';
import type { OrderView } from '../views/order-view.ts';
import { collect, hear } from './collect.ts';
import { findOrder } from './current-order.ts';
import { becauseOf, run, type Session } from './deps.ts';
import { requestPlan } from './request-payment.ts';

export type Checkout = {
  /** What to order: a cart, or a quote that was issued before and is paid at exactly its price. */
  readonly of: { readonly cart: Cart } | { readonly quote: QuoteId };
  readonly contact: Omit<Contact, 'customer'>;
  readonly method: string;
  /** Makes it safe to repeat: the same key gives the same order, another body under it is an error. */
  readonly key?: string;
};
export type Placed = { readonly view: OrderView; readonly payment: PaymentId };

export const shopOf = async (facts: Facts, id: Shop['id']): Promise<Result<Shop, Refusal>> => {
  const shop = await facts.document(shopDocument(id));
  return shop === undefined ? no({ code: 'NOT_FOUND', what: 'shop', id }) : ok(shop as Shop);
};

/** Priced now, and held. */
export const priced = async (facts: Facts, cart: Cart, ids: Pick<Quote, 'quote' | 'order' | 'customer'>, now: Instant, holdMs: number) => {
  const shop = await shopOf(facts, cart.shop);
  if (!shop.ok) return shop;
  const price = priceCart(shop.value, cart, now);
  return price.ok ? ok(issueQuote(shop.value, cart, price.value, { ...ids, issuedAt: now, expiresAt: later(now, holdMs) })) : price;
};

export const newIds = ({ env }: Session, customer: CustomerId) => ({ quote: env.newId('quote'), order: env.newId('order'), customer });

/** Prices a cart and holds the price. Nothing is charged, nothing is ordered. */
export const issue = async (session: Session, cart: Cart): Promise<Result<Quote, Refusal>> => {
  const allowed = authorize(session.actor, 'order');
  if (!allowed.ok) return allowed;
  const ids = newIds(session, session.actor.id as CustomerId);
  return run(session, async (facts, now, settings) => {
    const quote = await priced(facts, cart, ids, now, settings.quoteHoldMs);
    if (!quote.ok) return quote;
    const append = [{ stream: quoteStream(ids.quote), order: ids.order, events: [{ type: 'QuoteIssued', data: quote.value } as const] }];
    return ok({ append, value: quote.value });
  });
};

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

/** `asked`: ours to collect. Without it the key was used before, and the first one's outcome counts. */
type Repeated = { readonly payment: PaymentId; readonly asked?: Requested };
type Remembered = { readonly body: string; readonly payment: PaymentId };

/** Quote, request, contact and key in one commit: the gateway hears of nothing that is not stored. */
const requestWork = (
  session: Session,
  checkout: Checkout,
  ids: ReturnType<typeof newIds> & { readonly payment: PaymentId },
): Work<Repeated> => {
  const body = session.env.digest(JSON.stringify([checkout.of, checkout.contact, checkout.method]));
  return async (facts, now, settings) => {
    const key = checkout.key === undefined ? undefined : keyDocument(ids.customer, checkout.key);
    const before = key && ((await facts.document(key)) as Remembered | undefined);
    if (before && before.body !== body) return no({ code: 'IDEMPOTENCY_CONFLICT', key: checkout.key ?? '' });
    if (before) return ok({ append: [], value: { payment: before.payment } });

    const isNew = 'cart' in checkout.of;
    const quote =
      'cart' in checkout.of
        ? await priced(facts, checkout.of.cart, { quote: ids.quote, order: ids.order, customer: ids.customer }, now, settings.quoteHoldMs)
        : await heldQuote(facts, checkout.of.quote, session, now);
    if (!quote.ok) return quote;
    const shop = await shopOf(facts, quote.value.shop);
    if (!shop.ok) return shop;
    const { contact, method } = checkout;
    const plan = await requestPlan(session, facts, { quote: quote.value, isNew, shop: shop.value, payment: ids.payment, contact, method });
    if (!plan.ok) return plan;
    const { append, documents = [], value } = plan.value;
    const remembered = key ? [{ key, body: { body, payment: ids.payment } satisfies Remembered }] : [];
    return ok({ append, documents: [...documents, ...remembered], value: { payment: ids.payment, asked: value } });
  };
};

/** The order with the payment that paid it, which need not be the one that was asked about. */
const showPlaced = async (session: Session, order: OrderView['order']): Promise<Result<Placed, Refusal>> => {
  const view = await findOrder(session, order);
  return view ? ok({ view, payment: view.payment }) : no({ code: 'NOT_FOUND', what: 'order', id: order });
};

/** The money is taken: a file that cannot be read at this moment must not read as "order again". */
export const showPaid = async (session: Session, payment: PaymentId, paid: Result<OrderId, Refusal>): Promise<Result<Placed, Refusal>> => {
  if (!paid.ok) return paid;
  try {
    return await showPlaced(session, paid.value);
  } catch (error) {
    if (!isOfTheStore(error)) throw error;
    return no({ code: 'PAYMENT_UNKNOWN', payment, retryAt: session.env.now() });
  }
};

/** Orders and pays in one go. The order exists exactly when the money was taken. */
export const placeOrder = async (session: Session, checkout: Checkout): Promise<Result<Placed, Refusal>> => {
  const allowed = authorize(session.actor, 'order');
  if (!allowed.ok) return allowed;
  const because = becauseOf(session);
  const { quote, order, customer } = newIds(session, session.actor.id as CustomerId);
  const ids = { quote, order, customer, payment: session.env.newId('payment') };
  const requested = await run(session, requestWork(session, checkout, ids), because);
  if (!requested.ok) return requested;
  const { payment, asked } = requested.value;
  const paid = asked ? await collect(session, asked, because) : await hear(session, payment);
  return showPaid(session, payment, paid);
};
