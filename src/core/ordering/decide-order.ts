import type { Delivery } from '../delivery/delivery.ts';
import type { DomainEvent } from '../events.ts';
import type { Instant } from '../kinds.ts';
import type { Ticket } from '../kitchen/ticket.ts';
import { type CancelReason, type Party, type ShopReason, shopReasons } from '../reasons.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import type { Agreed, Order } from './order.ts';

type Decided = Result<readonly DomainEvent[], Refusal>;
const nothing: Decided = ok([]);

const refuse = (command: string, order: Order): Decided =>
  order.status === 'none'
    ? no({ code: 'INVALID_TRANSITION', command, state: 'none' })
    : no({ code: 'INVALID_TRANSITION', command, state: order.status, at: order.at });

/** Who bears the cost: whoever's reason it is. */
export const liableFor = (by: Party, reason: CancelReason): Party | 'rider' => {
  if (reason === 'DELIVERY_FAILED') return 'rider';
  if (reason === 'ACCEPT_TIMEOUT' || shopReasons.some((known) => known === reason)) return 'shop';
  return by;
};

const canceled = (agreed: Agreed, by: Party, reason: CancelReason, note?: string): Decided => {
  const { order, payment } = agreed;
  return ok([{ type: 'OrderCanceled', data: { order, payment, by, reason, liable: liableFor(by, reason), ...(note && { note }) } }]);
};

/** The food's place decides, in the order of commits: the caller relies on the ticket's and the delivery's versions. */
export type Food = { readonly ticket: Ticket; readonly delivery: Delivery };

/** A customer may cancel until cooking starts. */
export const cancelByCustomer = (order: Order, food: Food, reason: CancelReason, now: Instant): Decided => {
  if (order.status === 'canceled' || order.status === 'rejected') return nothing;
  if (order.status !== 'placed') return refuse('cancel', order);
  const { ticket } = food;
  if (ticket.status === 'cooking' || ticket.status === 'cooked') {
    return no({ code: 'TOO_LATE_COOK_STARTED', startedAt: ticket.cookStartedAt, requestedAt: now });
  }
  return canceled(order.agreed, 'customer', reason);
};

/** A shop may cancel until the rider has it; afterwards only the delivery can fail. */
export const cancelByShop = (order: Order, food: Food, reason: CancelReason, note?: string): Decided => {
  if (order.status === 'canceled' || order.status === 'rejected') return nothing;
  if (order.status !== 'placed') return refuse('cancel', order);
  const { delivery } = food;
  if (delivery.status === 'picked' || delivery.status === 'delivered' || delivery.status === 'failed') {
    return no({ code: 'INVALID_TRANSITION', command: 'cancel', state: delivery.status, at: delivery.at });
  }
  return canceled(order.agreed, 'shop', reason, note);
};

/** The system's own ends: nobody accepted in time, or the delivery failed. Anything already ended stays as it is. */
export const cancelBySystem = (order: Order, reason: CancelReason): Decided =>
  order.status === 'placed' ? canceled(order.agreed, 'system', reason) : nothing;

export const rejectOrder = (order: Order, reason: ShopReason): Decided => {
  if (order.status !== 'placed') return nothing;
  const { order: id, payment } = order.agreed;
  return ok([{ type: 'OrderRejected', data: { order: id, payment, by: 'shop', reason, liable: 'shop' } }]);
};

export const completeOrder = (order: Order): Decided =>
  order.status === 'placed' ? ok([{ type: 'OrderCompleted', data: { order: order.agreed.order } }]) : nothing;
