import * as delivering from './delivery/decide-delivery.ts';
import type { DomainEvent } from './events.ts';
import type { Facts } from './facts.ts';
import type { Plan, Work } from './handle.ts';
import {
  deliveryStream,
  type Instant,
  later,
  type OrderId,
  orderStream,
  type PaymentId,
  paymentStream,
  type RiderId,
  type StreamId,
  ticketStream,
} from './kinds.ts';
import { withStop } from './kitchen/ask-for-paper.ts';
import * as kitchen from './kitchen/decide-ticket.ts';
import * as ordering from './ordering/decide-order.ts';
import * as paying from './payment/decide-payment.ts';
import type { CancelReason, CustomerReason, DeliveryFailure, Party, ShopReason } from './reasons.ts';
import type { Refusal } from './refusal.ts';
import { ok, type Result } from './result.ts';

type Decided = Result<readonly DomainEvent[], Refusal>;

const planned = (stream: StreamId, order: OrderId, decided: Decided): Result<Plan<void>, Refusal> =>
  decided.ok ? ok({ append: [{ stream, order, events: decided.value }], value: undefined }) : decided;

const food = async (facts: Facts, id: OrderId) => ({ ticket: await facts.ticket(id), delivery: await facts.delivery(id) });

const onOrder =
  (id: OrderId, decide: (facts: Facts, now: Instant) => Promise<Decided>): Work<void> =>
  async (facts, now) =>
    planned(orderStream(id), id, await decide(facts, now));

export const cancelByCustomer = (id: OrderId, reason: CustomerReason): Work<void> =>
  onOrder(id, async (facts, now) => ordering.cancelByCustomer(await facts.order(id), await food(facts, id), reason, now));

export const cancelByShop = (id: OrderId, reason: ShopReason, note?: string): Work<void> =>
  onOrder(id, async (facts) => ordering.cancelByShop(await facts.order(id), await food(facts, id), reason, note));

export const cancelBySystem = (id: OrderId, reason: CancelReason): Work<void> =>
  onOrder(id, async (facts) => ordering.cancelBySystem(await facts.order(id), reason));

export const rejectOrder = (id: OrderId, reason: ShopReason): Work<void> =>
  onOrder(id, async (facts) => ordering.rejectOrder(await facts.order(id), reason));

export const completeOrder = (id: OrderId): Work<void> => onOrder(id, async (facts) => ordering.completeOrder(await facts.order(id)));

const onTicket =
  (id: OrderId, decide: (facts: Facts, now: Instant, settings: Parameters<Work<void>>[2]) => Promise<Decided>): Work<void> =>
  async (facts, now, settings) =>
    planned(ticketStream(id), id, await decide(facts, now, settings));

export const openTicket = (id: OrderId): Work<void> =>
  onTicket(id, async (facts, now, settings) => kitchen.openTicket(await facts.ticket(id), await facts.order(id), settings, now));

export const acceptOrder = (id: OrderId, readyInMs: number | undefined): Work<void> =>
  onTicket(id, async (facts, now, settings) =>
    kitchen.acceptOrder(await facts.ticket(id), await facts.order(id), later(now, readyInMs ?? settings.readyInMs), now),
  );

export const rejectTicket = (id: OrderId, reason: ShopReason): Work<void> =>
  onTicket(id, async (facts) => kitchen.rejectTicket(await facts.ticket(id), await facts.order(id), reason));

export const startCooking = (id: OrderId): Work<void> =>
  onTicket(id, async (facts) => kitchen.startCooking(await facts.ticket(id), await facts.order(id)));

export const finishCooking = (id: OrderId): Work<void> =>
  onTicket(id, async (facts) => kitchen.finishCooking(await facts.ticket(id), await facts.order(id)));

export const recallTicket = (id: OrderId): Work<void> =>
  onTicket(id, async (facts, now, settings) =>
    kitchen.recallTicket(await facts.ticket(id), await facts.order(id), await facts.delivery(id), settings.recallMs, now),
  );

export const delayOrder = (id: OrderId, minutes: number): Work<void> =>
  onTicket(id, async (facts) => kitchen.delayOrder(await facts.ticket(id), await facts.order(id), minutes));

export const cancelTicket = (id: OrderId, by: Party, reason: CancelReason): Work<void> =>
  withStop(
    id,
    onTicket(id, async (facts) => kitchen.cancelTicket(await facts.ticket(id), by, reason)),
  );

export const remindAcceptance = (id: OrderId, remindAt: readonly Instant[]): Work<void> =>
  onTicket(id, async (facts, now) => kitchen.remindAcceptance(await facts.ticket(id), await facts.order(id), remindAt, now));

export const bumpAlarm = (id: OrderId, screen?: string): Work<void> =>
  onTicket(id, async (facts) => kitchen.bumpAlarm(await facts.ticket(id), await facts.order(id), await facts.delivery(id), screen));

export const lapseAlarm = (id: OrderId): Work<void> =>
  onTicket(id, async (facts) => kitchen.lapseAlarm(await facts.ticket(id), await facts.order(id), await facts.delivery(id)));

/** The lease ends for the customer even while the kitchen has not been heard of at all. */
export const expireAcceptance =
  (id: OrderId): Work<void> =>
  async (facts, now, settings) => {
    const [ticket, order] = [await facts.ticket(id), await facts.order(id)];
    const unheard = ticket.status === 'none' && order.status === 'placed' && now > later(order.agreed.acceptBy, settings.acceptGraceMs);
    if (unheard) return planned(orderStream(id), id, ordering.cancelBySystem(order, 'ACCEPT_TIMEOUT'));
    return planned(ticketStream(id), id, kitchen.expireAcceptance(ticket, settings.acceptGraceMs, now));
  };

const onDelivery =
  (id: OrderId, decide: (facts: Facts) => Promise<Decided>): Work<void> =>
  async (facts) =>
    planned(deliveryStream(id), id, await decide(facts));

export const requestDelivery = (id: OrderId): Work<void> =>
  onDelivery(id, async (facts) => delivering.requestDelivery(await facts.delivery(id), await facts.ticket(id), await facts.order(id)));

export const claimDelivery = (id: OrderId, rider: RiderId): Work<void> =>
  onDelivery(id, async (facts) => delivering.claimDelivery(await facts.delivery(id), await facts.order(id), rider));

export const releaseDelivery = (id: OrderId, rider: RiderId): Work<void> =>
  onDelivery(id, async (facts) => delivering.releaseDelivery(await facts.delivery(id), rider));

export const pickUp = (id: OrderId, rider: RiderId): Work<void> =>
  onDelivery(id, async (facts) => delivering.pickUp(await facts.delivery(id), await facts.ticket(id), await facts.order(id), rider));

export const deliver = (id: OrderId, rider: RiderId): Work<void> =>
  onDelivery(id, async (facts) => delivering.deliver(await facts.delivery(id), rider));

export const failDelivery = (id: OrderId, rider: RiderId, reason: DeliveryFailure): Work<void> =>
  onDelivery(id, async (facts) => delivering.failDelivery(await facts.delivery(id), rider, reason));

export const cancelDelivery = (id: OrderId, reason: CancelReason): Work<void> =>
  onDelivery(id, async (facts) => delivering.cancelDelivery(await facts.delivery(id), reason));

type PaymentDecision = (payment: Awaited<ReturnType<Facts['payment']>>, now: Instant, settings: Parameters<Work<void>>[2]) => Decided;
const onPayment =
  (id: PaymentId, order: OrderId, decide: PaymentDecision): Work<void> =>
  async (facts, now, settings) =>
    planned(paymentStream(id), order, decide(await facts.payment(id), now, settings));

export const declinePayment = (id: PaymentId, order: OrderId, reason: string): Work<void> =>
  onPayment(id, order, (payment) => paying.declinePayment(payment, reason));

export const doubtPayment = (id: PaymentId, order: OrderId, cause: Parameters<typeof paying.doubtPayment>[1]): Work<void> =>
  onPayment(id, order, (payment, now, settings) => paying.doubtPayment(payment, cause, settings, now));

/** A process that died between asking and hearing: doubt begins, once its attempt is old enough. */
export const watchPayment = (id: PaymentId, order: OrderId, attempt: number): Work<void> =>
  onPayment(id, order, (payment, now, settings) => {
    const gone = payment.status === 'requested' && payment.asked.attempt === attempt && now >= later(payment.at, settings.paymentWatchMs);
    return gone ? paying.doubtPayment(payment, 'process-lost', settings, now) : ok([]);
  });

export const deferPayment = (
  id: PaymentId,
  order: OrderId,
  cause: Parameters<typeof paying.deferPayment>[1],
  retryAt: Instant,
): Work<void> => onPayment(id, order, (payment) => paying.deferPayment(payment, cause, retryAt));

export const requestVoid = (id: PaymentId, order: OrderId, reason: string): Work<void> =>
  onPayment(id, order, (payment) => paying.requestVoid(payment, reason));

export const voidPayment = (id: PaymentId, order: OrderId, tookMoney: boolean): Work<void> =>
  onPayment(id, order, (payment) => paying.voidPayment(payment, tookMoney));

export const expireHold = (id: PaymentId, order: OrderId): Work<void> =>
  onPayment(id, order, (payment, now) => paying.expireHold(payment, now));

export const requestRefund = (id: PaymentId, order: OrderId, reason: CancelReason): Work<void> =>
  onPayment(id, order, (payment) => paying.requestRefund(payment, reason));

export const recordRefund = (id: PaymentId, order: OrderId, reference: string): Work<void> =>
  onPayment(id, order, (payment) => paying.recordRefund(payment, reference));

export const recordRefundFailure = (id: PaymentId, order: OrderId, cause: string, retryAt: Instant): Work<void> =>
  onPayment(id, order, (payment) => paying.recordRefundFailure(payment, cause, retryAt));

export const callForAttention = (id: PaymentId, order: OrderId, cause: string): Work<void> =>
  onPayment(id, order, (payment) => paying.callForAttention(payment, cause));

export const settleRefundManually = (id: PaymentId, order: OrderId, note: string): Work<void> =>
  onPayment(id, order, (payment) => paying.settleRefundManually(payment, note));

/** Approval and order in one commit; relied on: the payment, the quote, and that no order stands yet for it. */
export const approvePayment =
  (id: PaymentId, approved: { readonly reference: string; readonly amount: number }): Work<OrderId> =>
  async (facts, now) => {
    const payment = await facts.payment(id);
    const quote = payment.status === 'none' ? undefined : await facts.quote(payment.asked.quote);
    if (payment.status === 'none' || !quote) throw new Error(`no payment or quote to approve: ${id}`);
    const order = await facts.order(quote.order);
    const decided = paying.approvePayment(payment, order, quote, approved, payment.asked.acceptLeaseMs, now);
    if (!decided.ok) return decided;
    const [money, placed] = [decided.value.filter((e) => e.type !== 'OrderPlaced'), decided.value.filter((e) => e.type === 'OrderPlaced')];
    return ok({
      append: [
        { stream: paymentStream(id), order: quote.order, events: money },
        { stream: orderStream(quote.order), order: quote.order, events: placed },
      ],
      value: quote.order,
    });
  };
