import type { DomainEvent, EventType, Recorded } from '../events.ts';
import { type EventId, messageStream, shopStream } from '../kinds.ts';
import { recorded } from './given.ts';
import * as story from './story.ts';
import { after, type Fact, order, shop } from './story.ts';

const ofShop = (event: DomainEvent): Fact => ({ stream: shopStream(shop), at: after(0), event });
const ofMessage = (event: DomainEvent): Fact => ({ stream: messageStream(order, 'customer'), at: after(0), event });
const about = {
  event: 'order/ord_standard@1' as EventId,
  recipient: { role: 'customer', id: story.customer },
  channel: 'kakao',
  template: 'order-placed',
  attempts: 1,
} as const;

const facts: { readonly [T in EventType]: Fact } = {
  QuoteIssued: story.quoted(),
  PaymentRequested: story.requested(),
  PaymentApproved: story.approved(),
  PaymentDeclined: story.declined(),
  PaymentOutcomeUnknown: story.doubted(),
  PaymentDeferred: story.deferred(),
  PaymentVoidRequested: story.voidAsked(),
  PaymentVoided: story.voided(),
  RefundRequested: story.refundAsked(),
  Refunded: story.refunded(),
  RefundFailed: story.refundFailed(),
  RefundNeedsAttention: story.attention(),
  RefundSettledManually: story.settledManually(),
  OrderPlaced: story.placed(),
  OrderCanceled: story.canceled(),
  OrderRejected: story.rejected(),
  OrderCompleted: story.completed(),
  TicketOpened: story.opened(),
  OrderAccepted: story.accepted(),
  CookStarted: story.cooking(),
  CookFinished: story.cooked(),
  TicketRecalled: story.recalled(),
  OrderDelayed: story.delayed(10),
  TicketRejected: story.ticketRejected(),
  TicketCanceled: story.ticketCanceled('awaiting'),
  TicketBumped: story.bumped('stop-cooking'),
  AlarmLapsed: story.lapsed('stop-cooking'),
  AcceptanceReminded: story.reminded(1),
  AcceptanceExpired: story.expired(),
  DeliveryRequested: story.rideAsked(),
  DeliveryClaimed: story.claimed(),
  DeliveryReleased: story.released(),
  DeliveryStarted: story.picked(),
  Delivered: story.delivered(),
  DeliveryFailed: story.failed(),
  DeliveryCanceled: story.rideCanceled(story.rider),
  ShopOpened: ofShop({ type: 'ShopOpened', data: { shop } }),
  ShopPaused: ofShop({ type: 'ShopPaused', data: { shop, until: after(story.hour) } }),
  ShopClosed: ofShop({ type: 'ShopClosed', data: { shop } }),
  ItemSoldOut: ofShop({ type: 'ItemSoldOut', data: { shop, item: 'kimchi-jjigae', until: after(story.hour) } }),
  ItemRestored: ofShop({ type: 'ItemRestored', data: { shop, item: 'kimchi-jjigae' } }),
  MenuChanged: ofShop({ type: 'MenuChanged', data: { shop } }),
  MessageSent: ofMessage({ type: 'MessageSent', data: { ...about, lang: 'ko' } }),
  MessageFailed: ofMessage({ type: 'MessageFailed', data: { ...about, outcome: 'gave-up', cause: 'blocked' } }),
};

/** One of every kind there is: the compiler refuses a forgotten one. */
export const everyEvent: readonly Recorded[] = Object.values(facts).flatMap((fact) => recorded([fact]));
export const everyType: readonly EventType[] = everyEvent.map(({ type }) => type);
