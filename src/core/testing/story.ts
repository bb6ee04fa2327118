import type { AlarmKind, Charge, DomainEvent, EventOf } from '../events.ts';
import {
  type CustomerId,
  deliveryStream,
  type Instant,
  type ItemId,
  instant,
  type OrderId,
  orderStream,
  type PaymentId,
  paymentStream,
  type QuoteId,
  quoteStream,
  type RiderId,
  type ShopId,
  type StreamId,
  ticketStream,
} from '../kinds.ts';
import { won } from '../money.ts';
import type { Quote } from '../ordering/quote.ts';
import type { CancelReason, Party, ShopReason } from '../reasons.ts';

/** One event of a told story: where, when, what. */
export type Fact = { readonly stream: StreamId; readonly at: Instant; readonly event: DomainEvent };

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** Noon in Seoul, a Sunday; every story begins here. */
export const noon = Date.UTC(2026, 10, 22, 3);
export const after = (ms: number): Instant => instant(noon + ms);

export const order = 'ord_standard' as OrderId;
export const payment = 'pay_standard' as PaymentId;
export const customer = 'cus_mina' as CustomerId;
export const shop = 'shop_hanki' as ShopId;
export const rider = 'rdr_fast' as RiderId;
export const otherRider = 'rdr_slow' as RiderId;

/** The shop answers by 12:08. */
export const acceptBy = after(8 * minute);
export const readyBy = after(21 * minute);
/** The price holds until 12:10. */
export const heldUntil = after(10 * minute);

export const quote: Quote = {
  quote: 'quo_standard' as QuoteId,
  order,
  customer,
  shop,
  shopName: '한끼 김치찌개',
  lines: [{ item: 'kimchi-jjigae' as ItemId, name: '김치찌개', quantity: 2, price: won(9000), choices: [], total: won(18_000) }],
  subtotal: won(18_000),
  fee: won(2000),
  discount: won(0),
  total: won(20_000),
  issuedAt: after(0),
  expiresAt: heldUntil,
};
export const charge: Charge = { payment, order, customer, shop, amount: won(20_000) };
export const chargeKey = `${payment}-1`;
export const refundKey = `${payment}-refund`;

const fact = (stream: StreamId, ms: number, event: DomainEvent): Fact => ({ stream, at: after(ms), event });
/** The same fact at another time. */
export const at = (ms: number, told: Fact): Fact => ({ ...told, at: after(ms) });

const onOrder = (ms: number, event: DomainEvent) => fact(orderStream(order), ms, event);
const onTicket = (ms: number, event: DomainEvent) => fact(ticketStream(order), ms, event);
const onRide = (ms: number, event: DomainEvent) => fact(deliveryStream(order), ms, event);
const onMoney = (ms: number, event: DomainEvent) => fact(paymentStream(payment), ms, event);

export const quoted = (changed: Partial<Quote> = {}): Fact =>
  fact(quoteStream(quote.quote), 0, { type: 'QuoteIssued', data: { ...quote, ...changed } });

// Money.
export const requested = (attempt = 1, changed: Partial<EventOf<'PaymentRequested'>['data']> = {}): Fact => {
  const key = `${payment}-${attempt}`;
  const terms = { quote: quote.quote, method: 'card-ok', attempt, key, gateway: 'fake', heldUntil, acceptLeaseMs: 8 * minute };
  return onMoney(0, { type: 'PaymentRequested', data: { ...charge, ...terms, ...changed } });
};
export const approved = (reference = 'ref-1'): Fact =>
  onMoney(0, { type: 'PaymentApproved', data: { ...charge, key: chargeKey, reference } });
export const declined = (reason = 'insufficient-funds'): Fact => onMoney(0, { type: 'PaymentDeclined', data: { ...charge, reason } });
export const doubted = (cause: EventOf<'PaymentOutcomeUnknown'>['data']['cause'] = 'time-out', ms = 5 * second): Fact =>
  onMoney(ms, { type: 'PaymentOutcomeUnknown', data: { ...charge, key: chargeKey, cause, knowBy: after(ms + 40 * second) } });
export const deferred = (cause: EventOf<'PaymentDeferred'>['data']['cause'] = 'breaker-open', retryMs = 30 * second): Fact =>
  onMoney(0, { type: 'PaymentDeferred', data: { ...charge, cause, retryAt: after(retryMs), heldUntil } });
export const voidAsked = (reason = 'never-confirmed'): Fact =>
  onMoney(35 * second, { type: 'PaymentVoidRequested', data: { ...charge, key: chargeKey, reason } });
export const voided = (reason = 'never-confirmed', tookMoney = false): Fact =>
  onMoney(40 * second, { type: 'PaymentVoided', data: { ...charge, key: chargeKey, reason, tookMoney } });
export const refundAsked = (reason: CancelReason = 'CHANGED_MIND'): Fact =>
  onMoney(31 * second, { type: 'RefundRequested', data: { ...charge, key: refundKey, chargeKey, reason } });
export const refunded = (reference = 'back-1'): Fact =>
  onMoney(40 * second, { type: 'Refunded', data: { ...charge, key: refundKey, reference } });
export const refundFailed = (cause = 'uncertain', retryMs = 34 * second): Fact =>
  onMoney(32 * second, { type: 'RefundFailed', data: { ...charge, key: refundKey, cause, retryAt: after(retryMs) } });
export const attention = (cause = 'refused: closed'): Fact =>
  onMoney(36 * second, { type: 'RefundNeedsAttention', data: { ...charge, key: refundKey, cause } });
export const settledManually = (note = 'paid in cash'): Fact =>
  onMoney(38 * second, { type: 'RefundSettledManually', data: { ...charge, key: refundKey, note } });

// The order.
const { issuedAt: _issuedAt, expiresAt: _expiresAt, ...agreed } = quote;
export const placed = (): Fact => onOrder(0, { type: 'OrderPlaced', data: { ...agreed, payment, acceptBy } });
export const canceled = (by: Party = 'customer', reason: CancelReason = 'CHANGED_MIND', liable: Party | 'rider' = by): Fact =>
  onOrder(30 * second, { type: 'OrderCanceled', data: { order, payment, by, reason, liable } });
export const rejected = (reason: ShopReason = 'TOO_BUSY'): Fact =>
  onOrder(30 * second, { type: 'OrderRejected', data: { order, payment, by: 'shop', reason, liable: 'shop' } });
export const completed = (): Fact => onOrder(31 * minute, { type: 'OrderCompleted', data: { order } });

// The kitchen.
export const remindAt = [after(minute), after(3 * minute), after(6 * minute)];
export const opened = (): Fact => onTicket(second, { type: 'TicketOpened', data: { order, shop, acceptBy, remindAt } });
export const accepted = (ready: Instant = readyBy): Fact =>
  onTicket(minute, { type: 'OrderAccepted', data: { order, shop, readyBy: ready } });
export const cooking = (): Fact => onTicket(2 * minute, { type: 'CookStarted', data: { order } });
export const cooked = (): Fact => onTicket(15 * minute, { type: 'CookFinished', data: { order } });
export const recalled = (): Fact => onTicket(16 * minute, { type: 'TicketRecalled', data: { order } });
export const delayed = (minutes: number): Fact =>
  onTicket(5 * minute, { type: 'OrderDelayed', data: { order, minutes, readyBy: after(21 * minute + minutes * minute) } });
export const ticketRejected = (reason: ShopReason = 'TOO_BUSY'): Fact =>
  onTicket(20 * second, { type: 'TicketRejected', data: { order, reason } });
export const ticketCanceled = (from: string, by: Party = 'customer', reason: CancelReason = 'CHANGED_MIND'): Fact =>
  onTicket(31 * second, { type: 'TicketCanceled', data: { order, by, reason, from } });
export const bumped = (alarm: AlarmKind): Fact => onTicket(32 * minute, { type: 'TicketBumped', data: { order, shop, alarm } });
export const lapsed = (alarm: AlarmKind): Fact => onTicket(13 * hour, { type: 'AlarmLapsed', data: { order, shop, alarm } });
export const reminded = (number: number): Fact =>
  onTicket(number * minute, { type: 'AcceptanceReminded', data: { order, shop, number, acceptBy } });
export const expired = (): Fact => onTicket(8 * minute + 6 * second, { type: 'AcceptanceExpired', data: { order, shop, acceptBy } });

// The road.
export const rideAsked = (): Fact => onRide(minute, { type: 'DeliveryRequested', data: { order, shop, readyBy } });
export const claimed = (by: RiderId = rider): Fact => onRide(10 * minute, { type: 'DeliveryClaimed', data: { order, rider: by } });
export const released = (by: RiderId = rider): Fact => onRide(11 * minute, { type: 'DeliveryReleased', data: { order, rider: by } });
export const picked = (by: RiderId = rider): Fact => onRide(18 * minute, { type: 'DeliveryStarted', data: { order, rider: by } });
export const delivered = (by: RiderId = rider): Fact => onRide(30 * minute, { type: 'Delivered', data: { order, rider: by } });
export const failed = (by: RiderId = rider): Fact =>
  onRide(30 * minute, { type: 'DeliveryFailed', data: { order, rider: by, reason: 'CUSTOMER_ABSENT' } });
export const rideCanceled = (by?: RiderId, reason: CancelReason = 'CHANGED_MIND'): Fact =>
  onRide(31 * second, { type: 'DeliveryCanceled', data: { order, ...(by && { rider: by }), reason } });

/** How far a standard order has come: each stage with all that led to it. */
const paid = [quoted(), requested(), approved(), placed()];
const toCooked = [...paid, opened(), accepted(), rideAsked(), cooking(), cooked()];
export const stages = {
  placed: paid,
  awaiting: [...paid, opened()],
  accepted: [...paid, opened(), accepted(), rideAsked()],
  cooking: [...paid, opened(), accepted(), rideAsked(), cooking()],
  cooked: toCooked,
  claimed: [...toCooked, claimed()],
  delivering: [...toCooked, claimed(), picked()],
  delivered: [...toCooked, claimed(), picked(), delivered()],
  completed: [...toCooked, claimed(), picked(), delivered(), completed()],
} as const satisfies Record<string, readonly Fact[]>;
