import type { EventType } from '../src/core/events.ts';
import { saga } from '../src/core/saga.ts';
import type { Counters } from './counters.ts';
import { callFaults, type Port, weathers } from './faults.ts';

/** Every kind of event there is: the compiler refuses a forgotten one. */
const events: { readonly [T in EventType]: true } = {
  QuoteIssued: true,
  PaymentRequested: true,
  PaymentApproved: true,
  PaymentDeclined: true,
  PaymentOutcomeUnknown: true,
  PaymentDeferred: true,
  PaymentVoidRequested: true,
  PaymentVoided: true,
  RefundRequested: true,
  Refunded: true,
  RefundFailed: true,
  RefundNeedsAttention: true,
  RefundSettledManually: true,
  OrderPlaced: true,
  OrderCanceled: true,
  OrderRejected: true,
  OrderCompleted: true,
  TicketOpened: true,
  OrderAccepted: true,
  CookStarted: true,
  CookFinished: true,
  TicketRecalled: true,
  OrderDelayed: true,
  TicketRejected: true,
  TicketCanceled: true,
  TicketBumped: true,
  AlarmLapsed: true,
  AcceptanceReminded: true,
  AcceptanceExpired: true,
  DeliveryRequested: true,
  DeliveryClaimed: true,
  DeliveryReleased: true,
  DeliveryStarted: true,
  Delivered: true,
  DeliveryFailed: true,
  DeliveryCanceled: true,
  ShopOpened: true,
  ShopPaused: true,
  ShopClosed: true,
  ItemSoldOut: true,
  ItemRestored: true,
  MenuChanged: true,
  MessageSent: true,
  MessageFailed: true,
};

const branches = [
  'kitchen: OrderPlaced → TicketOpened',
  'kitchen: OrderPlaced → TicketOpened + AcceptanceExpired',
  'kitchen: OrderPlaced → done',
  'kitchen: OrderCanceled → TicketCanceled',
  'kitchen: OrderCanceled → done',
  'kitchen: OrderRejected → done',
  'kitchen.remind: TicketOpened → AcceptanceReminded',
  'kitchen.remind: TicketOpened → done',
  'kitchen.alarm: TicketCanceled → AlarmLapsed',
  'kitchen.alarm: TicketCanceled → done',
  'ordering: TicketRejected → OrderRejected',
  'ordering: TicketRejected → done',
  'ordering: AcceptanceExpired → OrderCanceled',
  'ordering: AcceptanceExpired → done',
  'ordering: Delivered → OrderCompleted',
  'ordering: DeliveryFailed → OrderCanceled',
  'ordering.expire: OrderPlaced → AcceptanceExpired',
  'ordering.expire: OrderPlaced → OrderCanceled',
  'ordering.expire: OrderPlaced → done',
  'delivery: OrderAccepted → DeliveryRequested',
  'delivery: OrderAccepted → done',
  'delivery: OrderCanceled → DeliveryCanceled',
  'delivery: OrderCanceled → done',
  'payment: OrderCanceled → RefundRequested',
  'payment: OrderRejected → RefundRequested',
  'payment.refund: RefundRequested → Refunded',
  'payment.refund: RefundRequested → RefundFailed',
  'payment.refund: RefundRequested → RefundNeedsAttention',
  'payment.refund: RefundRequested → again',
  'payment.watch: PaymentRequested → PaymentOutcomeUnknown',
  'payment.watch: PaymentRequested → done',
  'payment.settle: PaymentOutcomeUnknown → PaymentApproved + OrderPlaced',
  'payment.settle: PaymentOutcomeUnknown → PaymentDeclined',
  'payment.settle: PaymentOutcomeUnknown → PaymentVoidRequested',
  'payment.settle: PaymentOutcomeUnknown → again',
  'payment.settle: PaymentOutcomeUnknown → done',
  'payment.void: PaymentVoidRequested → PaymentVoided',
  'payment.void: PaymentVoidRequested → again',
  'payment.hold: PaymentDeferred → PaymentDeclined',
  'payment.hold: PaymentDeferred → done',
  'notify.customer: OrderPlaced → MessageSent',
  'notify.customer: OrderPlaced → MessageFailed',
  'notify.customer: OrderPlaced → again',
  'notify.owner: TicketOpened → MessageSent',
  'notify.rider: DeliveryCanceled → MessageSent',
  'notify.payments-back: PaymentDeferred → MessageSent',
  'notify.payments-back: PaymentDeferred → again',
  'notify.payments-back: PaymentDeferred → done',
] as const;

const crashed: readonly Port[] = [
  'store.load',
  'store.document',
  'store.commit',
  'store.claim',
  'store.next-due',
  'reads.order',
  'reads.payment',
  'outbox.waiting',
  'gateway.approve',
  'gateway.look-up',
  'gateway.void',
  'gateway.refund',
  'messenger.send',
];

const people = [
  'pays twice at once',
  'two cards at once',
  'presses twice at once',
  'same key after a death',
  'same key again',
  'same key, other body',
  'orders again while unknown',
  'cancels as cooking starts',
  'a stranger looks',
] as const;

const troubles = [
  'conflicts',
  'leases lost',
  'rows lease-lost',
  'rows park',
  'rows release',
  'rows redriven',
  'daemons left after a disk failure',
] as const;

const refusals = [
  'PRICE_CHANGED',
  'AVAILABILITY_CHANGED',
  'CLOSED',
  'OUT_OF_SERVICE_AREA',
  'REQUIREMENTS_NOT_MET',
  'QUOTE_EXPIRED',
  'PAYMENT_DECLINED',
  'PAYMENT_UNKNOWN',
  'PAYMENT_DEFERRED',
  'IDEMPOTENCY_CONFLICT',
  'INVALID_TRANSITION',
  'TOO_LATE_COOK_STARTED',
  'ALREADY_ORDERED',
  'NOT_ALLOWED',
] as const;

/** What a full run must have met at least once: a harness that injects nothing is green, too. */
const sometimes: readonly string[] = [
  ...callFaults,
  ...weathers,
  ...['crash-before', 'crash-inside', 'crash-after'].flatMap((crash) => crashed.map((port) => `${crash} at ${port}`)),
  ...Object.keys(events).map((type) => `event ${type}`),
  ...branches,
  ...people,
  ...troubles,
  ...refusals.map((code) => `refused ${code}`),
];

/** Every reaction of the saga: what each consumer does about each kind of event. Views are folded in batches, and held against their events. */
const reactions: readonly string[] = saga
  .filter(({ how }) => how.kind !== 'project')
  .flatMap(({ name, on }) => on.map((type) => `${name}: ${type}`));

export const wantedInAll = sometimes.length + reactions.length;

/** What should have happened in a full run, and did not. */
export const missedIn = (counters: Counters): readonly string[] => {
  const made = [...counters.all().keys()];
  return [
    ...sometimes.filter((name) => counters.of(name) === 0),
    ...reactions.filter((reaction) => !made.some((name) => name.startsWith(`${reaction} → `))),
  ];
};
