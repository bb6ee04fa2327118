import type { DomainEvent } from '../events.ts';
import type { Instant, RiderId } from '../kinds.ts';
import type { Ticket } from '../kitchen/ticket.ts';
import type { Order } from '../ordering/order.ts';
import type { CancelReason, DeliveryFailure } from '../reasons.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import type { Delivery } from './delivery.ts';

type Decided = Result<readonly DomainEvent[], Refusal>;
const nothing: Decided = ok([]);

const refuse = (command: string, { status, ...rest }: { readonly status: string; readonly at?: Instant }): Decided =>
  no({ code: 'INVALID_TRANSITION', command, state: status, ...(rest.at !== undefined && { at: rest.at }) });

/** The same rider asks again for what is done already. */
const isWith = (delivery: Delivery, rider: RiderId, states: readonly Delivery['status'][]): boolean =>
  states.includes(delivery.status) && 'rider' in delivery && delivery.rider === rider;

const notYours: Decided = no({ code: 'NOT_ALLOWED', need: 'the rider who claimed it' });

export const requestDelivery = (delivery: Delivery, ticket: Ticket, order: Order): Decided => {
  if (delivery.status !== 'none' || order.status !== 'placed' || !('readyBy' in ticket)) return nothing;
  return ok([{ type: 'DeliveryRequested', data: { order: ticket.order, shop: ticket.shop, readyBy: ticket.readyBy } }]);
};

/** One rider at most; the second one is told. */
export const claimDelivery = (delivery: Delivery, order: Order, rider: RiderId): Decided => {
  if (isWith(delivery, rider, ['claimed', 'picked', 'delivered'])) return nothing;
  if (order.status !== 'placed') return refuse('claim', order);
  if (delivery.status !== 'waiting') return refuse('claim', delivery);
  return ok([{ type: 'DeliveryClaimed', data: { order: delivery.order, rider } }]);
};

export const releaseDelivery = (delivery: Delivery, rider: RiderId): Decided => {
  if (delivery.status === 'waiting') return nothing;
  if (delivery.status !== 'claimed') return refuse('release', delivery);
  if (delivery.rider !== rider) return notYours;
  return ok([{ type: 'DeliveryReleased', data: { order: delivery.order, rider } }]);
};

/** Nobody carries away what is not cooked, or what was canceled: relies on ticket and order. */
export const pickUp = (delivery: Delivery, ticket: Ticket, order: Order, rider: RiderId): Decided => {
  if (isWith(delivery, rider, ['picked', 'delivered'])) return nothing;
  if (order.status !== 'placed') return refuse('pick', order);
  if (delivery.status !== 'claimed') return refuse('pick', delivery);
  if (delivery.rider !== rider) return notYours;
  if (ticket.status !== 'cooked') return refuse('pick', ticket);
  return ok([{ type: 'DeliveryStarted', data: { order: delivery.order, rider } }]);
};

export const deliver = (delivery: Delivery, rider: RiderId): Decided => {
  if (delivery.status === 'delivered' && delivery.rider === rider) return nothing;
  if (delivery.status !== 'picked') return refuse('deliver', delivery);
  if (delivery.rider !== rider) return notYours;
  return ok([{ type: 'Delivered', data: { order: delivery.order, rider } }]);
};

export const failDelivery = (delivery: Delivery, rider: RiderId, reason: DeliveryFailure): Decided => {
  if (delivery.status === 'failed' && delivery.rider === rider) return nothing;
  if (delivery.status !== 'picked') return refuse('fail', delivery);
  if (delivery.rider !== rider) return notYours;
  return ok([{ type: 'DeliveryFailed', data: { order: delivery.order, rider, reason } }]);
};

export const cancelDelivery = (delivery: Delivery, reason: CancelReason): Decided => {
  if (delivery.status !== 'waiting' && delivery.status !== 'claimed') return nothing;
  const rider = delivery.status === 'claimed' ? { rider: delivery.rider } : {};
  return ok([{ type: 'DeliveryCanceled', data: { order: delivery.order, ...rider, reason } }]);
};
