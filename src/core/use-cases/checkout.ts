import { authorize } from '../authorize.ts';
import type { Answer } from '../cart/changes.ts';
import type { Facts } from '../facts.ts';
import type { Work } from '../handle.ts';
import { type CustomerId, type Instant, keyDocument, type OrderId, type PaymentId, type QuoteId } from '../kinds.ts';
import type { Contact } from '../ordering/contact.ts';
import type { Cart } from '../ordering/quote.ts';
import type { Requested } from '../payment/payment.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { isOfTheStore } from '../store-errors.ts';
import type { OrderView } from '../views/order-view.ts';
import { collect, hear } from './collect.ts';
import { findOrder } from './current-order.ts';
import { becauseOf, run, type Session } from './deps.ts';
import { heldQuote, type Ids, isAnswered, newIds, priced, reprice, shopOf, type ToPay } from './quotes.ts';
import { requestPlan } from './request-payment.ts';

export type Checkout = {
  /** What to order: a cart, or a quote that was issued before and is paid at exactly its price. */
  readonly of: { readonly cart: Cart } | { readonly quote: QuoteId };
  readonly contact: Omit<Contact, 'customer'>;
  readonly method: string;
  /** What the customer says to the changes since a quote was issued; without it they are refused, with the differences. */
  readonly answer?: Answer;
  /** Makes it safe to repeat: the same key gives the same order, another body under it is an error. */
  readonly key?: string;
};
export type Placed = { readonly view: OrderView; readonly payment: PaymentId };

/** `asked`: ours to collect. Without it the key was used before, and the first one's outcome counts. */
type Repeated = { readonly payment: PaymentId; readonly asked?: Requested };
type Remembered = { readonly body: string; readonly payment: PaymentId };

const quoteFor = async (
  session: Session,
  facts: Facts,
  { of, answer = {} }: Checkout,
  ids: Ids,
  now: Instant,
): Promise<Result<ToPay, Refusal>> => {
  if ('cart' in of) {
    const quote = await priced(session, facts, of.cart, ids, now);
    return quote.ok ? ok({ quote: quote.value, isNew: true }) : quote;
  }
  const held = await heldQuote(facts, of.quote, session, now);
  if (held.ok) return ok({ quote: held.value, isNew: false });
  const before = await facts.quote(of.quote);
  if (!before || !isAnswered(held.error, answer)) return held;
  const done = await reprice(session, facts, before, answer, ids, now);
  return done.ok ? ok({ quote: done.value.quote, isNew: true }) : done;
};

/** Quote, request, contact and key in one commit: the gateway hears of nothing that is not stored. */
const requestWork = (session: Session, checkout: Checkout, ids: Ids & { readonly payment: PaymentId }): Work<Repeated> => {
  const body = session.env.digest(JSON.stringify([checkout.of, checkout.contact, checkout.method]));
  return async (facts, now) => {
    const key = checkout.key === undefined ? undefined : keyDocument(ids.customer, checkout.key);
    const before = key && ((await facts.document(key)) as Remembered | undefined);
    if (before && before.body !== body) return no({ code: 'IDEMPOTENCY_CONFLICT', key: checkout.key ?? '' });
    if (before) return ok({ append: [], value: { payment: before.payment } });

    const toPay = await quoteFor(session, facts, checkout, { quote: ids.quote, order: ids.order, customer: ids.customer }, now);
    if (!toPay.ok) return toPay;
    const shop = await shopOf(facts, toPay.value.quote.shop);
    if (!shop.ok) return shop;
    const { contact, method } = checkout;
    const plan = await requestPlan(session, facts, { ...toPay.value, shop: shop.value, payment: ids.payment, contact, method });
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
