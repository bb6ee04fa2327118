import type { OrderId } from '../kinds.ts';
import type { Won } from '../money.ts';

export type Approval = {
  readonly key: string;
  readonly amount: Won;
  readonly method: string;
  readonly order: OrderId;
  readonly timeoutMs: number;
};
export type Approved = { readonly kind: 'approved'; readonly amount: Won; readonly reference: string };
export type Uncertain = { readonly kind: 'uncertain'; readonly cause: 'time-out' | 'network' | 'server-error' };
/** The gateway surely took nothing: it said it is too busy, or it could not be reached at all. */
export type Unavailable = { readonly kind: 'unavailable'; readonly cause: 'overloaded' | 'unreachable'; readonly retryAfterMs?: number };
export type Misconfigured = { readonly kind: 'misconfigured'; readonly what: string };
export type ApproveResult =
  | Approved
  | Uncertain
  | Unavailable
  | Misconfigured
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'pending' };
export type LookUpResult =
  | Approved
  | Uncertain
  | Unavailable
  | Misconfigured
  | { readonly kind: 'declined'; readonly reason: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'none' }
  | { readonly kind: 'voided' };
/** `tookMoney`: a charge stood and was reversed. Afterwards the key can never charge. */
export type VoidResult = { readonly kind: 'voided'; readonly tookMoney: boolean } | Uncertain | Unavailable | Misconfigured;
export type RefundResult =
  | { readonly kind: 'refunded'; readonly amount: Won; readonly reference: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | Uncertain
  | Unavailable
  | Misconfigured;

/** The truth about money is outside. Every call may be repeated with the same key and changes nothing then. */
export interface PaymentGateway {
  readonly name: string;
  approve(approval: Approval): Promise<ApproveResult>;
  lookUp(key: string): Promise<LookUpResult>;
  void(key: string): Promise<VoidResult>;
  refund(ask: { readonly key: string; readonly chargeKey: string; readonly amount: Won }): Promise<RefundResult>;
}
