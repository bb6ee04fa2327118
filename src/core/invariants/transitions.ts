import type { EventType } from '../events.ts';

type Follows = { readonly [T in EventType]?: readonly (EventType | 'nothing')[] };

const payment: Follows = {
  PaymentRequested: ['nothing', 'PaymentDeferred'],
  PaymentApproved: ['PaymentRequested', 'PaymentOutcomeUnknown'],
  PaymentDeclined: ['PaymentRequested', 'PaymentOutcomeUnknown', 'PaymentDeferred'],
  PaymentOutcomeUnknown: ['PaymentRequested'],
  PaymentDeferred: ['PaymentRequested'],
  PaymentVoidRequested: ['PaymentOutcomeUnknown'],
  PaymentVoided: ['PaymentVoidRequested'],
  RefundRequested: ['PaymentApproved'],
  RefundFailed: ['RefundRequested'],
  RefundNeedsAttention: ['RefundRequested', 'RefundFailed'],
  Refunded: ['RefundRequested', 'RefundFailed', 'RefundNeedsAttention'],
  RefundSettledManually: ['RefundRequested', 'RefundFailed', 'RefundNeedsAttention'],
};

const order: Follows = {
  OrderPlaced: ['nothing'],
  OrderCanceled: ['OrderPlaced'],
  OrderRejected: ['OrderPlaced'],
  OrderCompleted: ['OrderPlaced'],
};

const cooking = ['OrderAccepted', 'OrderDelayed', 'CookStarted', 'TicketRecalled'] as const;
const ticket: Follows = {
  TicketOpened: ['nothing'],
  AcceptanceReminded: ['TicketOpened', 'AcceptanceReminded'],
  AcceptanceExpired: ['TicketOpened', 'AcceptanceReminded'],
  OrderAccepted: ['TicketOpened', 'AcceptanceReminded'],
  TicketRejected: ['TicketOpened', 'AcceptanceReminded'],
  OrderDelayed: cooking,
  CookStarted: ['OrderAccepted', 'OrderDelayed'],
  CookFinished: ['CookStarted', 'TicketRecalled', 'OrderDelayed'],
  TicketRecalled: ['CookFinished'],
  // Who looks at the board may know of the end before the ticket hears of it.
  TicketCanceled: ['TicketOpened', 'AcceptanceReminded', ...cooking, 'CookFinished', 'TicketBumped'],
  TicketBumped: ['TicketCanceled', ...cooking, 'CookFinished'],
  AlarmLapsed: ['TicketCanceled'],
};

const delivery: Follows = {
  DeliveryRequested: ['nothing'],
  DeliveryClaimed: ['DeliveryRequested', 'DeliveryReleased'],
  DeliveryReleased: ['DeliveryClaimed'],
  DeliveryStarted: ['DeliveryClaimed'],
  Delivered: ['DeliveryStarted'],
  DeliveryFailed: ['DeliveryStarted'],
  DeliveryCanceled: ['DeliveryRequested', 'DeliveryClaimed', 'DeliveryReleased'],
};

/** The published table: after what an event may come, in its own stream. Streams of shops and messages have no order. */
export const mayFollow = new Map<string, Follows>([
  ['payment', payment],
  ['order', order],
  ['ticket', ticket],
  ['delivery', delivery],
  ['quote', { QuoteIssued: ['nothing'] }],
]);
