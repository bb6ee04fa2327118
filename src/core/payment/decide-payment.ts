import type { DomainEvent, EventOf, OrderPlaced, UnknownCause } from '../events.ts';
import { type Instant, later } from '../kinds.ts';
import { won } from '../money.ts';
import type { Order } from '../ordering/order.ts';
import type { Quote } from '../ordering/quote.ts';
import type { CancelReason } from '../reasons.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import type { Settings } from '../settings.ts';
import { chargeOf, type Payment, type Requested } from './payment.ts';

type Decided = Result<readonly DomainEvent[], Refusal>;
const nothing: Decided = ok([]);

const wrongState = (command: string, payment: Payment): Refusal => ({
  code: 'INVALID_TRANSITION',
  command,
  state: payment.status,
  ...(payment.status !== 'none' && { at: payment.at }),
});
const refuse = (command: string, payment: Payment): Decided => no(wrongState(command, payment));

/** A new key for every attempt; stored with the attempt before the gateway hears of it. */
export const requestPayment = (
  payment: Payment,
  ask: {
    readonly quote: Quote;
    readonly payment: Requested['payment'];
    readonly method: string;
    readonly gateway: string;
    readonly acceptLeaseMs: number;
  },
): Result<EventOf<'PaymentRequested'>, Refusal> => {
  if (payment.status !== 'none' && payment.status !== 'deferred') return no(wrongState('pay', payment));
  const attempt = payment.status === 'deferred' ? payment.asked.attempt + 1 : 1;
  const { quote } = ask;
  const data: Requested = {
    payment: ask.payment,
    order: quote.order,
    customer: quote.customer,
    shop: quote.shop,
    amount: quote.total,
    quote: quote.quote,
    method: ask.method,
    attempt,
    key: `${ask.payment}-${attempt}`,
    gateway: ask.gateway,
    heldUntil: quote.expiresAt,
    acceptLeaseMs: ask.acceptLeaseMs,
  };
  return ok({ type: 'PaymentRequested', data });
};

const placed = (quote: Quote, asked: Requested, acceptLeaseMs: number, now: Instant): OrderPlaced => {
  const { order, customer, shop, shopName, lines, subtotal, fee, discount, total } = quote;
  const acceptBy = later(now, acceptLeaseMs);
  return {
    type: 'OrderPlaced',
    data: { order, quote: quote.quote, payment: asked.payment, customer, shop, shopName, lines, subtotal, fee, discount, total, acceptBy },
  };
};

/** The money is there: in the same breath there is an order. Never one without the other. */
export const approvePayment = (
  payment: Payment,
  order: Order,
  quote: Quote,
  approved: { readonly reference: string; readonly amount: number },
  acceptLeaseMs: number,
  now: Instant,
): Decided => {
  if (payment.status !== 'requested' && payment.status !== 'unknown') return refuse('approve', payment);
  const { asked } = payment;
  if (order.status !== 'none') return no({ code: 'ALREADY_ORDERED', order: quote.order });
  if (approved.amount !== asked.amount || quote.total !== asked.amount) {
    return no({ code: 'MISCONFIGURED', what: `the gateway took ${approved.amount}, asked were ${asked.amount}` });
  }
  return ok([
    { type: 'PaymentApproved', data: { ...chargeOf(asked), key: asked.key, reference: approved.reference } },
    placed(quote, asked, acceptLeaseMs, now),
  ]);
};

export const declinePayment = (payment: Payment, reason: string): Decided => {
  if (payment.status === 'declined') return nothing;
  if (payment.status !== 'requested' && payment.status !== 'unknown' && payment.status !== 'deferred') return refuse('decline', payment);
  return ok([{ type: 'PaymentDeclined', data: { ...chargeOf(payment.asked), reason } }]);
};

/** When we will know at the latest in the ordinary course: the confirm window, and one slow answer. */
export const doubtPayment = (payment: Payment, cause: UnknownCause, settings: Settings, now: Instant): Decided => {
  if (payment.status !== 'requested') return nothing;
  const knowBy = later(now, settings.confirmWindowMs + 2 * settings.gatewayTimeoutMs);
  return ok([{ type: 'PaymentOutcomeUnknown', data: { ...chargeOf(payment.asked), key: payment.asked.key, cause, knowBy } }]);
};

export const deferPayment = (payment: Payment, cause: 'breaker-open' | 'overloaded' | 'unreachable', retryAt: Instant): Decided => {
  if (payment.status !== 'requested') return refuse('defer', payment);
  const { asked } = payment;
  return ok([{ type: 'PaymentDeferred', data: { ...chargeOf(asked), cause, retryAt, heldUntil: asked.heldUntil } }]);
};

/** Stored before the gateway is asked: nobody may place an order with money that is on its way back. */
export const requestVoid = (payment: Payment, reason: string): Decided =>
  payment.status === 'unknown'
    ? ok([{ type: 'PaymentVoidRequested', data: { ...chargeOf(payment.asked), key: payment.asked.key, reason } }])
    : nothing;

export const voidPayment = (payment: Payment, tookMoney: boolean): Decided => {
  if (payment.status === 'voided') return nothing;
  if (payment.status !== 'voiding') return refuse('void', payment);
  const { asked, reason } = payment;
  return ok([{ type: 'PaymentVoided', data: { ...chargeOf(asked), key: asked.key, reason, tookMoney } }]);
};

/** The hold ran out before anybody came back to pay. */
export const expireHold = (payment: Payment, now: Instant): Decided => {
  if (payment.status !== 'deferred' || now < payment.heldUntil) return nothing;
  return ok([{ type: 'PaymentDeclined', data: { ...chargeOf(payment.asked), reason: 'quote-expired' } }]);
};

export const requestRefund = (payment: Payment, reason: CancelReason): Decided => {
  if (payment.status !== 'approved' || payment.refund.status !== 'none') return nothing;
  const { asked } = payment;
  const data = { ...chargeOf(asked), key: `${asked.payment}-refund`, chargeKey: asked.key, reason };
  // A free order has nothing to give back.
  if (asked.amount === won(0))
    return ok([
      { type: 'RefundRequested', data },
      { type: 'Refunded', data: { ...chargeOf(asked), key: data.key, reference: 'free' } },
    ]);
  return ok([{ type: 'RefundRequested', data }]);
};

const isOpen = (payment: Payment): payment is Extract<Payment, { status: 'approved' }> & { refund: { key: string } } =>
  payment.status === 'approved' && ['requested', 'failed', 'needs-attention'].includes(payment.refund.status);

export const recordRefund = (payment: Payment, reference: string): Decided =>
  isOpen(payment) ? ok([{ type: 'Refunded', data: { ...chargeOf(payment.asked), key: payment.refund.key, reference } }]) : nothing;

/** Said once, at the first failure: later ones are only attempts. */
export const recordRefundFailure = (payment: Payment, cause: string, retryAt: Instant): Decided =>
  isOpen(payment) && payment.refund.status === 'requested'
    ? ok([{ type: 'RefundFailed', data: { ...chargeOf(payment.asked), key: payment.refund.key, cause, retryAt } }])
    : nothing;

export const callForAttention = (payment: Payment, cause: string): Decided =>
  isOpen(payment) && payment.refund.status !== 'needs-attention'
    ? ok([{ type: 'RefundNeedsAttention', data: { ...chargeOf(payment.asked), key: payment.refund.key, cause } }])
    : nothing;

export const settleRefundManually = (payment: Payment, note: string): Decided => {
  if (payment.status === 'approved' && payment.refund.status === 'settled-manually') return nothing;
  return isOpen(payment)
    ? ok([{ type: 'RefundSettledManually', data: { ...chargeOf(payment.asked), key: payment.refund.key, note } }])
    : refuse('settle', payment);
};
