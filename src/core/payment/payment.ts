import type { Charge, DomainEvent, EventOf } from '../events.ts';
import type { Instant } from '../kinds.ts';

export type Requested = EventOf<'PaymentRequested'>['data'];

/** One payment: attempts to take the money of one quote, of which at most one succeeds; and the way back. */
export type Payment =
  | { readonly status: 'none' }
  | { readonly status: 'requested'; readonly asked: Requested; readonly at: Instant }
  | { readonly status: 'unknown'; readonly asked: Requested; readonly at: Instant; readonly since: Instant; readonly knowBy: Instant }
  | { readonly status: 'voiding'; readonly asked: Requested; readonly at: Instant; readonly knowBy: Instant; readonly reason: string }
  | { readonly status: 'deferred'; readonly asked: Requested; readonly at: Instant; readonly retryAt: Instant; readonly heldUntil: Instant }
  | { readonly status: 'declined' | 'voided'; readonly asked: Requested; readonly at: Instant; readonly reason: string }
  | { readonly status: 'approved'; readonly asked: Requested; readonly at: Instant; readonly refund: Refund };

export type Refund =
  | { readonly status: 'none' }
  | { readonly status: 'requested' | 'failed' | 'needs-attention'; readonly key: string; readonly at: Instant }
  | { readonly status: 'refunded' | 'settled-manually'; readonly key: string; readonly at: Instant };

export const noPayment: Payment = { status: 'none' };

export const chargeOf = ({ payment, order, customer, shop, amount }: Charge): Charge => ({ payment, order, customer, shop, amount });

const refundStates = {
  RefundRequested: 'requested',
  RefundFailed: 'failed',
  RefundNeedsAttention: 'needs-attention',
  Refunded: 'refunded',
  RefundSettledManually: 'settled-manually',
} as const;

export const evolvePayment = (payment: Payment, event: DomainEvent, at: Instant): Payment => {
  if (event.type === 'PaymentRequested') return { status: 'requested', asked: event.data, at };
  if (payment.status === 'none') return payment;
  const { asked } = payment;
  switch (event.type) {
    case 'PaymentApproved':
      return { status: 'approved', asked, at, refund: { status: 'none' } };
    case 'PaymentDeclined':
      return { status: 'declined', asked, at, reason: event.data.reason };
    case 'PaymentVoided':
      return { status: 'voided', asked, at, reason: event.data.reason };
    case 'PaymentVoidRequested':
      return { status: 'voiding', asked, at, knowBy: 'knowBy' in payment ? payment.knowBy : at, reason: event.data.reason };
    case 'PaymentOutcomeUnknown':
      return { status: 'unknown', asked, at, since: payment.at, knowBy: event.data.knowBy };
    case 'PaymentDeferred':
      return { status: 'deferred', asked, at, retryAt: event.data.retryAt, heldUntil: event.data.heldUntil };
    case 'RefundRequested':
    case 'RefundFailed':
    case 'RefundNeedsAttention':
    case 'Refunded':
    case 'RefundSettledManually':
      return payment.status === 'approved'
        ? { ...payment, refund: { status: refundStates[event.type], key: event.data.key, at } }
        : payment;
    default:
      return payment;
  }
};
