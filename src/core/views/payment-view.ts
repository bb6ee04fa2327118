import type { Charge, UnknownCause, Unrecorded } from '../events.ts';
import type { Instant } from '../kinds.ts';

export type OpenPaymentState =
  | { readonly state: 'unknown'; readonly cause: UnknownCause; readonly knowBy: Instant }
  | { readonly state: 'deferred'; readonly retryAt: Instant; readonly heldUntil: Instant }
  | { readonly state: 'refund-pending' }
  | { readonly state: 'refund-failed'; readonly cause: string; readonly retryAt?: Instant };
export type ClosedPaymentState =
  | { readonly state: 'requested' }
  | { readonly state: 'approved' }
  | { readonly state: 'declined'; readonly reason: string }
  | { readonly state: 'voided'; readonly reason: string }
  | { readonly state: 'refunded' }
  | { readonly state: 'settled-manually' };

/** A payment that needed, or needs, a second look. One that was approved at once has no row. */
export type PaymentView = Charge & {
  readonly version: number;
  readonly updatedAt: Instant;
  readonly now: OpenPaymentState | ClosedPaymentState;
};

const openStates: readonly string[] = [
  'unknown',
  'deferred',
  'refund-pending',
  'refund-failed',
] satisfies readonly OpenPaymentState['state'][];
export const isOpenPayment = (view: PaymentView): boolean => openStates.includes(view.now.state);

type State = PaymentView['now'];
const after = (event: Unrecorded): State | undefined => {
  switch (event.type) {
    case 'PaymentRequested':
      return { state: 'requested' };
    case 'PaymentApproved':
      return { state: 'approved' };
    case 'PaymentDeclined':
      return { state: 'declined', reason: event.data.reason };
    case 'PaymentOutcomeUnknown':
      return { state: 'unknown', cause: event.data.cause, knowBy: event.data.knowBy };
    case 'PaymentDeferred':
      return { state: 'deferred', retryAt: event.data.retryAt, heldUntil: event.data.heldUntil };
    case 'PaymentVoided':
      return { state: 'voided', reason: event.data.reason };
    case 'RefundRequested':
      return { state: 'refund-pending' };
    case 'Refunded':
      return { state: 'refunded' };
    case 'RefundFailed':
      return { state: 'refund-failed', cause: event.data.cause, retryAt: event.data.retryAt };
    case 'RefundNeedsAttention':
      return { state: 'refund-failed', cause: event.data.cause };
    case 'RefundSettledManually':
      return { state: 'settled-manually' };
    default:
      return undefined;
  }
};

/** These start a row; what went well at once never needs one. */
const starts: readonly string[] = ['PaymentOutcomeUnknown', 'PaymentDeferred', 'RefundRequested'];

export const foldPayment = (view: PaymentView | undefined, event: Unrecorded): PaymentView | undefined => {
  const now = after(event);
  if (!now || !('payment' in event.data) || !('amount' in event.data)) return view;
  if (view ? event.version <= view.version : !starts.includes(event.type)) return view;
  const { payment, order, customer, shop, amount } = event.data;
  return { payment, order, customer, shop, amount, version: event.version, updatedAt: event.at, now };
};
