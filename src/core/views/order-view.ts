import type { CustomerId, Instant, OrderId, PaymentId, RiderId, ShopId } from '../kinds.ts';
import type { Won } from '../money.ts';
import type { QuotedLine } from '../ordering/quote.ts';
import type { CancelReason, DeliveryFailure, Party } from '../reasons.ts';

/** What one word tells the customer about the food. */
export type OrderStatus =
  | 'placed'
  | 'accepted'
  | 'cooking'
  | 'cooked'
  | 'delivering'
  | 'delivered'
  | 'canceled'
  | 'rejected'
  | 'expired'
  | 'delivery-failed';
/** What one word tells about the money. */
export type MoneyStatus = 'paid' | 'refund-pending' | 'refunded' | 'refund-failed';

export type OrderFacet = 'placed' | 'completed' | 'canceled' | 'rejected';
export type TicketFacet = 'none' | 'awaiting' | 'accepted' | 'cooking' | 'cooked' | 'rejected' | 'canceled' | 'expired';
export type DeliveryFacet = 'none' | 'waiting' | 'claimed' | 'picked' | 'delivered' | 'failed' | 'canceled';

/**
 * One order as the ordering front shows it, composed of what each context said of itself.
 * `seen` holds the version of every stream that went in, so order across streams does not matter.
 */
export type OrderView = {
  readonly order: OrderId;
  readonly customer: CustomerId;
  readonly shop: ShopId;
  readonly shopName: string;
  readonly payment: PaymentId;
  readonly lines: readonly QuotedLine[];
  readonly fee: Won;
  readonly total: Won;
  readonly placedAt: Instant;
  readonly acceptBy: Instant;
  readonly updatedAt: Instant;
  readonly seen: { readonly order: number; readonly ticket: number; readonly delivery: number; readonly payment: number };
  readonly ordering: OrderFacet;
  readonly ticket: TicketFacet;
  readonly delivery: DeliveryFacet;
  readonly refund: 'none' | 'requested' | 'refunded' | 'failed';
  readonly acceptedAt?: Instant;
  readonly readyBy?: Instant;
  readonly cookStartedAt?: Instant;
  readonly cookedAt?: Instant;
  readonly claimedAt?: Instant;
  readonly pickedAt?: Instant;
  readonly deliveredAt?: Instant;
  readonly endedAt?: Instant;
  readonly rider?: RiderId;
  readonly ended?: { readonly by: Party; readonly reason: CancelReason; readonly liable: Party | 'rider' };
  readonly failure?: DeliveryFailure;
  readonly failedAt?: Instant;
  /** What the kitchen was at when the ticket fell. */
  readonly stoppedAt?: StoppedAt;
  /** Somebody saw the alarm of its end, or it lapsed. */
  readonly bumpedAt?: Instant;
};
/** How far a ticket had come that the kitchen had taken on. */
export type StoppedAt = 'accepted' | 'cooking' | 'cooked';

export const statusOf = (view: OrderView): OrderStatus => {
  if (view.delivery === 'failed') return 'delivery-failed';
  if (view.ended?.reason === 'ACCEPT_TIMEOUT') return 'expired';
  if (view.ordering === 'canceled' || view.ordering === 'rejected') return view.ordering;
  if (view.delivery === 'delivered' || view.ordering === 'completed') return 'delivered';
  if (view.delivery === 'picked') return 'delivering';
  if (view.ticket === 'none' || view.ticket === 'awaiting' || view.ticket === 'canceled') return 'placed';
  return view.ticket;
};

const isUndone = (status: OrderStatus): boolean =>
  status === 'canceled' || status === 'rejected' || status === 'expired' || status === 'delivery-failed';

export const moneyOf = (view: OrderView): MoneyStatus => {
  if (view.refund === 'refunded') return 'refunded';
  if (view.refund === 'failed') return 'refund-failed';
  return view.refund === 'requested' || isUndone(statusOf(view)) ? 'refund-pending' : 'paid';
};

/** The customer may cancel exactly until cooking starts. */
export const isCancelable = (view: OrderView): boolean => ['placed', 'accepted'].includes(statusOf(view));

/** Something is still to come: food, or money back. */
export const isActive = (view: OrderView): boolean => {
  const status = statusOf(view);
  return isUndone(status) ? moneyOf(view) !== 'refunded' : status !== 'delivered';
};

/** Fell after the kitchen took it on, or never arrived; and nobody there has said that they know. */
export const isAlarm = (view: OrderView): boolean =>
  view.bumpedAt === undefined &&
  view.acceptedAt !== undefined &&
  (view.delivery === 'failed' || view.ordering === 'canceled' || view.ordering === 'rejected');

/** The kitchen has it in its hands, from the ring of the bell until the rider takes it. */
export const isInKitchen = (view: OrderView): boolean =>
  ['awaiting', 'accepted', 'cooking', 'cooked'].includes(view.ticket) &&
  !isUndone(statusOf(view)) &&
  !['picked', 'delivered'].includes(view.delivery);

/** What a kitchen's screen shows: its work, and what it must hear of. */
export const isOnKitchenBoard = (view: OrderView): boolean => isInKitchen(view) || isAlarm(view);

export const isRiding = (view: OrderView): boolean =>
  ['waiting', 'claimed', 'picked'].includes(view.delivery) && view.ordering === 'placed';
