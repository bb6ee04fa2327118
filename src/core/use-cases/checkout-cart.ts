import { isUnderWay, settled, withNotes } from '../cart/attempt.ts';
import { type SavedCart, type Wish, wishName, wishOf } from '../cart/cart.ts';
import type { Answer } from '../cart/changes.ts';
import type { Facts } from '../facts.ts';
import type { Plan, Work } from '../handle.ts';
import {
  type CustomerId,
  cartDocument,
  contactDocument,
  type Instant,
  type OrderId,
  type PaymentId,
  paymentStream,
  type QuoteId,
  type ShopId,
} from '../kinds.ts';
import type { Contact, LineNote } from '../ordering/contact.ts';
import type { Quote } from '../ordering/quote.ts';
import { declinePayment } from '../payment/decide-payment.ts';
import type { Payment, Requested } from '../payment/payment.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { isOfTheStore } from '../store-errors.ts';
import { customerOf, type Standing, standingOf } from './carts.ts';
import { type Placed, showPaid } from './checkout.ts';
import { collect } from './collect.ts';
import { becauseOf, run, type Session } from './deps.ts';
import { pay } from './pay.ts';
import { type CartToPay, quoteToPay } from './quote-cart.ts';
import { type Ids, newIds, shopOf } from './quotes.ts';
import { requestPlan } from './request-payment.ts';

export type CartCheckout = Answer & {
  readonly contact: Omit<Contact, 'customer' | 'lineNotes'>;
  readonly method: string;
  /** What the person has seen: exactly this is paid, at exactly its price, whatever the cart holds by now. */
  readonly quote?: QuoteId | undefined;
};

type Next =
  | { readonly is: 'ordered'; readonly order: OrderId; readonly payment: PaymentId }
  | { readonly is: 'under-way'; readonly payment: PaymentId }
  | { readonly is: 'asked'; readonly asked: Requested };

const sameLines = (a: readonly Wish[], b: readonly Wish[]): boolean => {
  const names = (all: readonly Wish[]) => all.map((one) => `${one.quantity} ${wishName(one)}`).sort();
  return names(a).join('\n') === names(b).join('\n');
};

/** A held payment is gone on with, unless its customer wants something else by now. */
const wantsAnother = ({ cart, payment }: Standing, { accept, drop, quote }: CartCheckout): boolean => {
  if (payment.status !== 'deferred') return false;
  if (accept !== undefined || drop !== undefined) return true;
  if (quote !== undefined) return quote !== payment.asked.quote;
  return !sameLines(cart.lines.map(wishOf), cart.attempt?.lines ?? []);
};

/** Ordered a moment ago: whoever presses Enter twice sees the order, and pays once. */
const orderedJustNow = ({ ordered, lines }: SavedCart, seen: Quote | undefined, now: Instant, withinMs: number): Next | undefined => {
  if (!ordered) return undefined;
  const isThis = seen ? seen.order === ordered.order : lines.length === 0 && now < ordered.at + withinMs;
  return isThis ? { is: 'ordered', order: ordered.order, payment: ordered.payment } : undefined;
};

type Going = Exclude<Payment, { readonly status: 'none' }>;
/** Where to may be another while a payment is held: no money has moved. */
const goOn = async (facts: Facts, { status, asked }: Going, { contact }: CartCheckout): Promise<Plan<Next>> => {
  const value: Next = { is: 'under-way', payment: asked.payment };
  if (status !== 'deferred') return { append: [], value };
  const key = contactDocument(asked.order);
  const { lineNotes } = ((await facts.document(key)) ?? {}) as Partial<Contact>;
  const body: Contact = { customer: asked.customer, ...contact, ...(lineNotes && { lineNotes }) };
  return { append: [], documents: [{ key, body }], value };
};

type Asking = {
  readonly session: Session;
  readonly wanted: CartCheckout;
  readonly ids: Ids;
  readonly payment: PaymentId;
};

const notesOf = (lines: readonly Wish[]): readonly LineNote[] =>
  lines.flatMap(({ note }, line) => (note === undefined ? [] : [{ line, note }]));

/** Quote, request, contact, and the cart that knows its payment, in one commit: what is repeated finds it. */
const ask = async (
  { session, wanted, payment }: Asking,
  facts: Facts,
  { quote, isNew, cart }: CartToPay,
): Promise<Result<Plan<Next>, Refusal>> => {
  const shop = await shopOf(facts, quote.shop);
  if (!shop.ok) return shop;
  const lines = withNotes(quote.lines, cart.lines);
  const lineNotes = notesOf(lines);
  const contact = { ...wanted.contact, ...(lineNotes.length > 0 && { lineNotes }) };
  const plan = await requestPlan(session, facts, { quote, isNew, shop: shop.value, payment, contact, method: wanted.method });
  if (!plan.ok) return plan;
  const { append, documents = [], value } = plan.value;
  const body: SavedCart = { ...cart, attempt: { payment, order: quote.order, lines } };
  const written = { key: cartDocument(quote.customer, cart.shop), body };
  return ok({ append, documents: [...documents, written], value: { is: 'asked', asked: value } });
};

/** The held payment ends in the commit in which the other begins: never two that could both be paid. */
const inPlaceOf = (payment: Payment, plan: Plan<Next>): Result<Plan<Next>, Refusal> => {
  const ended = declinePayment(payment, 'replaced');
  if (!ended.ok || payment.status === 'none') return ended.ok ? ok(plan) : ended;
  const { payment: id, order } = payment.asked;
  return ok({ ...plan, append: [{ stream: paymentStream(id), order, events: ended.value }, ...plan.append] });
};

const checkoutWork =
  (asking: Asking, shop: ShopId): Work<Next> =>
  async (facts, now, settings) => {
    const { session, wanted, ids } = asking;
    const standing = await standingOf(facts, ids.customer, shop);
    if (!standing) return no({ code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'empty' }] });
    const { payment } = standing;
    const replaces = wantsAnother(standing, wanted);
    if (isUnderWay(payment, now) && payment.status !== 'none' && !replaces) return ok(await goOn(facts, payment, wanted));
    const { attempt: _replaced, ...free } = standing.cart;
    const cart = replaces ? free : settled(standing.cart, payment, now);
    const seen = wanted.quote && (await facts.quote(wanted.quote));
    const ordered = orderedJustNow(cart, seen, now, settings.quoteHoldMs);
    if (ordered) return ok({ append: [], value: ordered });
    const quote = await quoteToPay(session, facts, cart, wanted, ids, now);
    if (!quote.ok) return quote;
    const plan = await ask(asking, facts, quote.value);
    return plan.ok && replaces ? inPlaceOf(payment, plan.value) : plan;
  };

/** What was bought leaves the cart. */
const takeOut = (session: Session, customer: CustomerId, shop: ShopId) =>
  run(session, async (facts, now) => {
    const standing = await standingOf(facts, customer, shop);
    if (!standing?.cart.attempt || isUnderWay(standing.payment, now)) return ok({ append: [], value: undefined });
    const body = settled(standing.cart, standing.payment, now);
    return ok({ append: [], documents: [{ key: cartDocument(customer, shop), body }], value: undefined });
  });

/** If it cannot be written now, or this process dies first, whoever looks next finds the payment and sees the same. */
const tidied = async (session: Session, customer: CustomerId, shop: ShopId): Promise<void> => {
  try {
    await takeOut(session, customer, shop);
  } catch (error) {
    if (!isOfTheStore(error)) throw error;
  }
};

/** Orders a cart and pays it: however often it is asked for at once, one order and one charge. */
export const checkoutCart = async (session: Session, shop: ShopId, wanted: CartCheckout): Promise<Result<Placed, Refusal>> => {
  const customer = customerOf(session);
  if (!customer.ok) return customer;
  const because = becauseOf(session);
  const ids = newIds(session, customer.value);
  const asking: Asking = { session, wanted, ids, payment: session.env.newId('payment') };
  const next = await run(session, checkoutWork(asking, shop), because);
  if (!next.ok) return next;
  if (next.value.is === 'ordered') return showPaid(session, next.value.payment, ok(next.value.order));
  const placed =
    next.value.is === 'under-way'
      ? await pay(session, next.value.payment, wanted.method)
      : await showPaid(session, asking.payment, await collect(session, next.value.asked, because));
  await tidied(session, customer.value, shop);
  return placed;
};
