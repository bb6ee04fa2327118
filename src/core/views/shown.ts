import type { EventType, Unrecorded } from '../events.ts';

/** Every event that changes what a customer, a kitchen, a rider or an operator sees. */
export const shownInViews: readonly EventType[] = [
  'OrderPlaced',
  'OrderCanceled',
  'OrderRejected',
  'OrderCompleted',
  'TicketOpened',
  'OrderAccepted',
  'CookStarted',
  'CookFinished',
  'TicketRecalled',
  'OrderDelayed',
  'TicketRejected',
  'TicketCanceled',
  'TicketBumped',
  'AlarmLapsed',
  'AcceptanceExpired',
  'DeliveryRequested',
  'DeliveryClaimed',
  'DeliveryReleased',
  'DeliveryStarted',
  'Delivered',
  'DeliveryFailed',
  'DeliveryCanceled',
  'PaymentRequested',
  'PaymentApproved',
  'PaymentDeclined',
  'PaymentOutcomeUnknown',
  'PaymentDeferred',
  'PaymentVoided',
  'RefundRequested',
  'Refunded',
  'RefundFailed',
  'RefundNeedsAttention',
  'RefundSettledManually',
];

/** A payment's first request shows nothing; a later one ends its being held. */
export const isShown = (event: Unrecorded): boolean => event.type !== 'PaymentRequested' || event.data.attempt > 1;
