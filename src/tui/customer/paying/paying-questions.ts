import type { App } from '../../../core/app.ts';
import type { Instant, PaymentId, ShopId } from '../../../core/kinds.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Result } from '../../../core/result.ts';
import type { CartView } from '../../../core/use-cases/carts.ts';
import type { Placed } from '../../../core/use-cases/checkout.ts';
import type { CartCheckout } from '../../../core/use-cases/checkout-cart.ts';
import type { PaymentView } from '../../../core/views/payment-view.ts';
import type { PayingEvent, Reading } from './paying-state.ts';

/** A cart as its customer has just agreed to it, a cart whose payment was begun before, or a payment that was found open. */
export type Subject =
  | { readonly shop: ShopId; readonly wanted?: CartCheckout }
  | { readonly payment: PaymentId; readonly shop?: undefined; readonly wanted?: undefined };

export type PayingApp = Pick<App, 'cart' | 'checkoutCart' | 'openPayments' | 'pay' | 'rememberUsed'>;
export type How = Pick<CartCheckout, 'contact' | 'method'>;

/** What can be asked about one payment; each answer is an event of its state. */
export type Questions = {
  /** Begins it, finds it, or goes on with it: repeating is safe. */
  readonly ask: (known: PaymentId | undefined) => Promise<PayingEvent>;
  /** After a decline: the same order at the same price, once more. */
  readonly payWith: (declined: PaymentId | undefined, how: How) => Promise<PayingEvent>;
  /** Only looks at the books; undefined when the payment is no longer open there. */
  readonly read: (payment: PaymentId) => Promise<PayingEvent | undefined>;
};

const mostOpen = 100;

const readingOfRow = ({ payment, amount, now }: PaymentView): Reading | undefined => {
  if (now.state === 'unknown') return { state: 'unknown', payment, knowBy: now.knowBy };
  if (now.state === 'deferred') return { state: 'deferred', payment, total: amount, retryAt: now.retryAt, heldUntil: now.heldUntil };
  return undefined;
};

const readingOfCart = ({ open }: CartView): Reading | undefined => {
  if (!open) return undefined;
  const { payment, state, lookAt, total, heldUntil } = open;
  if (state === 'paying') return { state, payment };
  return state === 'unknown' ? { state, payment, knowBy: lookAt } : { state, payment, total, retryAt: lookAt, heldUntil };
};

const answered = (result: Result<Placed, Refusal>, now: Instant): PayingEvent =>
  result.ok ? { type: 'placed', order: result.value.view.order } : { type: 'refused', refusal: result.error, now };

export const createQuestions = (subject: Subject, app: PayingApp, now: () => Instant): Questions => {
  // A payment that was found open turns out to be of a cart, or not.
  let shop = subject.shop;
  let wanted = subject.wanted;

  const checkOut = async (of: ShopId, agreed: CartCheckout): Promise<PayingEvent> => {
    const placed = await app.checkoutCart(of, agreed);
    // It is ordered: that the next time starts from this address and card is worth less than saying so.
    if (placed.ok) await app.rememberUsed({ address: agreed.contact.address, method: agreed.method });
    return answered(placed, now());
  };
  const inCart = async (of: ShopId): Promise<PayingEvent> => {
    const view = await app.cart(of);
    if (!view.ok) return { type: 'refused', refusal: view.error, now: now() };
    const reading = readingOfCart(view.value);
    if (reading) return { type: 'read', reading, now: now() };
    const { ordered, lines } = view.value.cart;
    return ordered && lines.length === 0 ? { type: 'placed', order: ordered.order } : { type: 'found-nothing' };
  };
  const rowOf = async (payment: PaymentId): Promise<PaymentView | undefined> => {
    const open = await app.openPayments(mostOpen);
    return open.ok ? open.value.find((row) => row.payment === payment) : undefined;
  };
  const read = async (payment: PaymentId): Promise<PayingEvent | undefined> => {
    const row = await rowOf(payment);
    const reading = row && readingOfRow(row);
    return reading && { type: 'read', reading, now: now() };
  };
  const find = async (payment: PaymentId): Promise<PayingEvent> => {
    const row = await rowOf(payment);
    const cart = row && (await app.cart(row.shop));
    if (row && cart?.ok && cart.value.open?.payment === payment) shop = row.shop;
    const reading = row && readingOfRow(row);
    return reading ? { type: 'read', reading, now: now() } : answered(await app.pay(payment), now());
  };
  return {
    read,
    ask: async (known) => {
      if (known !== undefined) return answered(await app.pay(known), now());
      if (shop !== undefined) return wanted ? checkOut(shop, wanted) : inCart(shop);
      return 'payment' in subject ? find(subject.payment) : { type: 'found-nothing' };
    },
    payWith: async (declined, how) => {
      if (shop === undefined) return declined ? answered(await app.pay(declined, how.method), now()) : { type: 'found-nothing' };
      // The very quote that was seen: the price is the same, however often it takes.
      wanted = { ...(wanted?.quote && { quote: wanted.quote }), ...how };
      return checkOut(shop, wanted);
    },
  };
};
