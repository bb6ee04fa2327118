import type { Instant, PaymentId } from '../kinds.ts';
import type { Won } from '../money.ts';
import type { QuotedLine } from '../ordering/quote.ts';
import type { Payment } from '../payment/payment.ts';
import { type Attempt, lineName, type SavedCart, type SavedLine, type Wish, wishName, wishOf, withoutNotes, withQuantity } from './cart.ts';

/** What was bought is gone; what came to the cart meanwhile stays. */
const withoutBought = (lines: readonly SavedLine[], { lines: bought }: Attempt): readonly SavedLine[] => {
  const quantities = new Map<string, number>();
  for (const wish of bought) quantities.set(wishName(wish), (quantities.get(wishName(wish)) ?? 0) + wish.quantity);
  return lines.flatMap((line) => {
    const taken = quantities.get(lineName(line)) ?? 0;
    if (taken === 0) return [line];
    return line.quantity > taken ? [withQuantity(line, line.quantity - taken)] : [];
  });
};

/** Nobody else may begin to pay for this cart. What was held too long can no longer be paid. */
export const isUnderWay = (payment: Payment, now: Instant): boolean => {
  if (payment.status === 'deferred') return now < payment.heldUntil;
  return payment.status === 'requested' || payment.status === 'unknown' || payment.status === 'voiding';
};

/** The cart as its payment leaves it: found again after a crash, it says what became of the money. */
export const settled = (cart: SavedCart, payment: Payment, now: Instant): SavedCart => {
  const { attempt, ...rest } = cart;
  if (!attempt || isUnderWay(payment, now)) return cart;
  if (payment.status !== 'approved') return rest;
  const { quoted: _quoted, ...unquoted } = withoutNotes(rest);
  const { order, payment: id } = payment.asked;
  return { ...unquoted, lines: withoutBought(cart.lines, attempt), ordered: { order, payment: id, at: payment.at } };
};

/** A payment that is under way: no other may begin. `lookAt` is when more is known, or when it can be tried again. */
export type OpenPayment = {
  readonly payment: PaymentId;
  readonly state: 'paying' | 'unknown' | 'deferred';
  readonly total: Won;
  readonly lookAt: Instant;
  readonly heldUntil: Instant;
};

export const openPaymentOf = (payment: Payment, now: Instant): OpenPayment | undefined => {
  if (payment.status === 'none' || !isUnderWay(payment, now)) return undefined;
  const { asked } = payment;
  const open = { payment: asked.payment, total: asked.amount, heldUntil: asked.heldUntil } as const;
  if (payment.status === 'deferred') return { ...open, state: 'deferred', lookAt: payment.retryAt };
  return 'knowBy' in payment ? { ...open, state: 'unknown', lookAt: payment.knowBy } : { ...open, state: 'paying', lookAt: payment.at };
};

/** The lines of a quote with the notes that stand in the cart, each note once. */
export const withNotes = (quoted: readonly QuotedLine[], lines: readonly SavedLine[]): readonly Wish[] => {
  const left = [...lines];
  return quoted.map((one) => {
    const wish = wishOf(one);
    const at = left.findIndex((line) => wishName({ ...wishOf(line), note: '' }) === wishName({ ...wish, note: '' }));
    const note = left[at]?.note;
    if (at >= 0) left.splice(at, 1);
    return { ...wish, ...(note !== undefined && { note }) };
  });
};
