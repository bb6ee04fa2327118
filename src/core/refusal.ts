import type { ChangedSince } from './catalog/changes-since.ts';
import type { Problem } from './catalog/problem.ts';
import type { ChoiceId, Instant, ItemId, OptionGroupId, OrderId, PaymentId, ShopId } from './kinds.ts';
import type { Won } from './money.ts';

/** What about one line or the whole cart is not as it was quoted, or cannot be had. `line` counts from 0. */
export type Difference =
  | { readonly kind: 'item-gone'; readonly line: number; readonly item: ItemId; readonly name?: string }
  | { readonly kind: 'choice-gone'; readonly line: number; readonly item: ItemId; readonly choice: ChoiceId; readonly name?: string }
  | { readonly kind: 'item-sold-out'; readonly line: number; readonly item: ItemId; readonly name: string; readonly until: Instant }
  | {
      readonly kind: 'choice-sold-out';
      readonly line: number;
      readonly item: ItemId;
      readonly choice: ChoiceId;
      readonly name: string;
      readonly until: Instant;
    }
  | {
      readonly kind: 'price-changed';
      readonly line: number;
      readonly item: ItemId;
      readonly name: string;
      readonly was: Won;
      readonly now: Won;
    }
  | { readonly kind: 'fee-changed'; readonly was: Won; readonly now: Won };

/** Why a cart cannot be ordered as it is. */
export type Unmet =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-many-lines'; readonly lines: number; readonly max: number }
  | { readonly kind: 'quantity'; readonly line: number; readonly quantity: number }
  | {
      readonly kind: 'options';
      readonly line: number;
      readonly item: ItemId;
      readonly group: OptionGroupId;
      readonly name: string;
      readonly min: number;
      readonly max: number;
      readonly chosen: number;
    }
  | { readonly kind: 'choice-twice'; readonly line: number; readonly item: ItemId; readonly choice: ChoiceId }
  | { readonly kind: 'minimum'; readonly minimum: Won; readonly subtotal: Won; readonly missing: Won };

/** What stops a checkout before any money moves. */
export type CheckoutRefusal =
  | { readonly code: 'PRICE_CHANGED'; readonly differences: readonly Difference[] }
  | { readonly code: 'AVAILABILITY_CHANGED'; readonly differences: readonly Difference[] }
  | { readonly code: 'CLOSED'; readonly why: 'hours' | 'holiday' | 'paused' | 'closed'; readonly opensAt?: Instant }
  | { readonly code: 'OUT_OF_SERVICE_AREA'; readonly metres: number; readonly areaMetres: number }
  | { readonly code: 'REQUIREMENTS_NOT_MET'; readonly unmet: readonly Unmet[] }
  | { readonly code: 'QUOTE_EXPIRED'; readonly expiredAt: Instant };

/** Every "no" that a use case can give; the code is public, the rest is its detail. */
export type Refusal =
  | CheckoutRefusal
  | {
      readonly code: 'NOT_FOUND';
      readonly what:
        | 'order'
        | 'payment'
        | 'quote'
        | 'shop'
        | 'item'
        | 'choice'
        | 'ticket'
        | 'delivery'
        | 'cart-line'
        | 'address'
        | 'card'
        | 'usual'
        | 'group'
        | 'holiday'
        | 'event';
      readonly id: string;
    }
  | { readonly code: 'NOT_ALLOWED'; readonly need: string }
  | { readonly code: 'INVALID_INPUT'; readonly field: string; readonly problem: string }
  | { readonly code: 'INVALID_DOCUMENT'; readonly problems: readonly Problem[] }
  | { readonly code: 'ALREADY_EXISTS'; readonly what: 'shop'; readonly id: string }
  /** What others changed behind `version`; nothing when that version is none of this house. */
  | {
      readonly code: 'CHANGED_MEANWHILE';
      readonly shop: ShopId;
      readonly version: number;
      readonly current: number;
      readonly since: readonly ChangedSince[];
    }
  /** `at` is when the state was reached; `deadline` when the time for it ran out. */
  | {
      readonly code: 'INVALID_TRANSITION';
      readonly command: string;
      readonly state: string;
      readonly at?: Instant;
      readonly deadline?: Instant;
    }
  | { readonly code: 'TOO_LATE_COOK_STARTED'; readonly startedAt: Instant; readonly requestedAt: Instant }
  | { readonly code: 'PAYMENT_DECLINED'; readonly payment: PaymentId; readonly reason: string }
  | { readonly code: 'PAYMENT_UNKNOWN'; readonly payment: PaymentId; readonly retryAt: Instant }
  | {
      readonly code: 'PAYMENT_DEFERRED';
      readonly payment: PaymentId;
      readonly retryAt: Instant;
      readonly heldUntil: Instant;
      readonly total: Won;
    }
  | { readonly code: 'IDEMPOTENCY_CONFLICT'; readonly key: string }
  /** Another cart of that shop would be overwritten. */
  | { readonly code: 'CART_NOT_EMPTY'; readonly shop: ShopId; readonly lines: number }
  | { readonly code: 'ALREADY_ORDERED'; readonly order: OrderId }
  | { readonly code: 'MISCONFIGURED'; readonly what: string }
  | { readonly code: 'BUSY' };

export type RefusalCode = Refusal['code'];
