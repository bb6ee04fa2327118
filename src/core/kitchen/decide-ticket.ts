import type { Delivery } from '../delivery/delivery.ts';
import type { AlarmKind, DomainEvent } from '../events.ts';
import { type Instant, instant, later } from '../kinds.ts';
import type { Order } from '../ordering/order.ts';
import type { CancelReason, Party, ShopReason } from '../reasons.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import type { Settings } from '../settings.ts';
import type { Ticket } from './ticket.ts';

type Decided = Result<readonly DomainEvent[], Refusal>;
const nothing: Decided = ok([]);

const refuse = (command: string, ticket: Ticket, deadline?: Instant): Decided =>
  ticket.status === 'none'
    ? no({ code: 'INVALID_TRANSITION', command, state: 'none' })
    : no({ code: 'INVALID_TRANSITION', command, state: ticket.status, at: ticket.at, ...(deadline !== undefined && { deadline }) });

/** The kitchen may act only while the order stands: the caller relies on the order's version too. */
const fallen = (command: string, order: Order): Decided | undefined =>
  order.status === 'placed'
    ? undefined
    : no({ code: 'INVALID_TRANSITION', command, state: order.status, ...(order.status !== 'none' && { at: order.at }) });

/** A shop that was away too long finds the ticket already expired; an order that fell meanwhile never gets one. */
export const openTicket = (ticket: Ticket, order: Order, settings: Settings, now: Instant): Decided => {
  if (ticket.status !== 'none' || order.status !== 'placed') return nothing;
  const { order: id, shop, acceptBy } = order.agreed;
  const remindAt = settings.acceptRemindMs.map((ms) => later(order.at, ms)).filter((at) => at < acceptBy);
  const opened: DomainEvent = { type: 'TicketOpened', data: { order: id, shop, acceptBy, remindAt } };
  if (now <= later(acceptBy, settings.acceptGraceMs)) return ok([opened]);
  return ok([opened, { type: 'AcceptanceExpired', data: { order: id, shop, acceptBy } }]);
};

export const acceptOrder = (ticket: Ticket, order: Order, readyBy: Instant, now: Instant): Decided => {
  const down = fallen('accept', order);
  if (down) return down;
  if (ticket.status === 'accepted' || ticket.status === 'cooking' || ticket.status === 'cooked') return nothing;
  if (ticket.status !== 'awaiting') return refuse('accept', ticket);
  if (now > ticket.acceptBy) return refuse('accept', ticket, ticket.acceptBy);
  return ok([{ type: 'OrderAccepted', data: { order: ticket.order, shop: ticket.shop, readyBy } }]);
};

export const rejectTicket = (ticket: Ticket, order: Order, reason: ShopReason): Decided => {
  if (ticket.status === 'rejected') return nothing;
  const down = fallen('reject', order);
  if (down) return down;
  if (ticket.status !== 'awaiting') return refuse('reject', ticket);
  return ok([{ type: 'TicketRejected', data: { order: ticket.order, reason } }]);
};

export const startCooking = (ticket: Ticket, order: Order): Decided => {
  const down = fallen('cook', order);
  if (down) return down;
  if (ticket.status === 'cooking' || ticket.status === 'cooked') return nothing;
  if (ticket.status !== 'accepted') return refuse('cook', ticket);
  return ok([{ type: 'CookStarted', data: { order: ticket.order } }]);
};

export const finishCooking = (ticket: Ticket, order: Order): Decided => {
  const down = fallen('finish', order);
  if (down) return down;
  if (ticket.status === 'cooked') return nothing;
  if (ticket.status !== 'cooking') return refuse('finish', ticket);
  return ok([{ type: 'CookFinished', data: { order: ticket.order } }]);
};

/** Back to the pan, while the food is still in the house. */
export const recallTicket = (ticket: Ticket, order: Order, delivery: Delivery, recallMs: number, now: Instant): Decided => {
  const down = fallen('recall', order);
  if (down) return down;
  if (ticket.status === 'cooking') return nothing;
  if (ticket.status !== 'cooked') return refuse('recall', ticket);
  if (delivery.status === 'picked' || delivery.status === 'delivered' || delivery.status === 'failed') {
    return no({ code: 'INVALID_TRANSITION', command: 'recall', state: delivery.status, at: delivery.at });
  }
  const deadline = later(ticket.cookedAt, recallMs);
  if (now > deadline) return refuse('recall', ticket, deadline);
  return ok([{ type: 'TicketRecalled', data: { order: ticket.order } }]);
};

export const delayOrder = (ticket: Ticket, order: Order, minutes: number): Decided => {
  const down = fallen('delay', order);
  if (down) return down;
  if (ticket.status !== 'accepted' && ticket.status !== 'cooking') return refuse('delay', ticket);
  const readyBy = instant(ticket.readyBy + minutes * 60_000);
  return ok([{ type: 'OrderDelayed', data: { order: ticket.order, minutes, readyBy } }]);
};

/** The order fell: a ticket that the kitchen may be looking at says so. */
export const cancelTicket = (ticket: Ticket, by: Party, reason: CancelReason): Decided => {
  if (ticket.status === 'none' || ticket.status === 'rejected' || ticket.status === 'canceled' || ticket.status === 'expired')
    return nothing;
  return ok([{ type: 'TicketCanceled', data: { order: ticket.order, by, reason, from: ticket.status } }]);
};

/** Every reminder whose time has come, as one: after a pause nobody wants three at once. */
export const remindAcceptance = (ticket: Ticket, order: Order, remindAt: readonly Instant[], now: Instant): Decided => {
  if (ticket.status !== 'awaiting' || order.status !== 'placed') return nothing;
  const number = remindAt.filter((at) => at <= now).length;
  if (number <= ticket.reminded || now > ticket.acceptBy) return nothing;
  const { order: id, shop, acceptBy } = ticket;
  return ok([{ type: 'AcceptanceReminded', data: { order: id, shop, number, acceptBy } }]);
};

/** Only after the grace, so that no owner who pressed in time loses to a clock. */
export const expireAcceptance = (ticket: Ticket, graceMs: number, now: Instant): Decided => {
  if (ticket.status !== 'awaiting' || now <= later(ticket.acceptBy, graceMs)) return nothing;
  const { order, shop, acceptBy } = ticket;
  return ok([{ type: 'AcceptanceExpired', data: { order, shop, acceptBy } }]);
};

type Standing = { readonly ticket: Exclude<Ticket, { readonly status: 'none' }>; readonly alarm: AlarmKind };

/** A ticket that the kitchen took on must not vanish: its end is an alarm, whether or not the ticket has heard of it yet. */
const alarmOf = (ticket: Ticket, order: Order, delivery: Delivery): Standing | undefined => {
  if (ticket.status === 'none') return undefined;
  if (delivery.status === 'failed') return { ticket, alarm: 'delivery-failed' };
  const wasAccepted = ticket.status === 'canceled' ? ticket.wasAccepted : 'readyBy' in ticket;
  const hasFallen = order.status === 'canceled' || order.status === 'rejected';
  return hasFallen && wasAccepted ? { ticket, alarm: 'stop-cooking' } : undefined;
};

/** Seen by somebody. What fell before the kitchen took it on never rang, so there is nothing to take away. */
export const bumpAlarm = (ticket: Ticket, order: Order, delivery: Delivery, screen?: string): Decided => {
  const standing = alarmOf(ticket, order, delivery);
  if (!standing) return order.status === 'canceled' || order.status === 'rejected' ? nothing : refuse('bump', ticket);
  if (standing.ticket.bumpedAt !== undefined) return nothing;
  const { order: id, shop } = standing.ticket;
  return ok([{ type: 'TicketBumped', data: { order: id, shop, alarm: standing.alarm, ...(screen !== undefined && { screen }) } }]);
};

/** Seen by nobody for so long that the food is past saving: off the board, but on the record. */
export const lapseAlarm = (ticket: Ticket, order: Order, delivery: Delivery): Decided => {
  const standing = alarmOf(ticket, order, delivery);
  if (!standing || standing.ticket.bumpedAt !== undefined) return nothing;
  const { order: id, shop } = standing.ticket;
  return ok([{ type: 'AlarmLapsed', data: { order: id, shop, alarm: standing.alarm } }]);
};
