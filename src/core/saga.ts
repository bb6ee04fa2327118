import * as command from './commands.ts';
import type { EventType, Recorded, Unrecorded } from './events.ts';
import type { Work } from './handle.ts';
import { type Instant, later } from './kinds.ts';
import { toldToCustomer, toldToOwner, toldToRider } from './notification/announce.ts';
import { tellCustomer, tellOwner, tellRider } from './notification/tell.ts';
import { tellPaymentsBack } from './notification/tell-payments-back.ts';
import { performRefund } from './payment/perform-refund.ts';
import { performVoid } from './payment/perform-void.ts';
import { settleUnknown } from './payment/settle-unknown.ts';
import type { Perform } from './performers.ts';
import type { Settings } from './settings.ts';
import { isShown, shownInViews } from './views/shown.ts';

/** At most one command for one event; `again` names the time of the next look at the same event. */
export type Reaction = { readonly work?: Work<unknown>; readonly again?: Instant };

export type How =
  /** Another context answers, in the commit that takes the event off the outbox. */
  | { readonly kind: 'react'; readonly run: (event: Recorded, now: Instant) => Reaction }
  /** Something outside happens, at least once, under a stable key. */
  | { readonly kind: 'perform'; readonly run: Perform }
  /** The views fold it. */
  | { readonly kind: 'project' };

export type Consumer = {
  /** Public: outbox, `daemon --only`. The part before the dot is its context. */
  readonly name: string;
  readonly on: readonly EventType[];
  /** Only these of them. */
  readonly wants?: (event: Unrecorded) => boolean;
  /** A deadline: due later than the event. */
  readonly due?: (event: Unrecorded, settings: Settings) => Instant;
  readonly how: How;
};

type Of<T extends EventType> = Extract<Recorded, { readonly type: T }>;
const isOf = <T extends EventType>(event: { readonly type: EventType }, on: readonly T[]): event is Of<T> =>
  on.some((type) => type === event.type);

const react = <T extends EventType>(
  name: string,
  on: readonly T[],
  run: (event: Of<T>, now: Instant) => Work<unknown> | Reaction,
  due?: (event: Of<T>, settings: Settings) => Instant,
): Consumer => ({
  name,
  on,
  ...(due && { due: (event, settings) => (isOf(event, on) ? due(event, settings) : event.at) }),
  how: {
    kind: 'react',
    run: (event, now) => {
      const reaction = isOf(event, on) ? run(event, now) : {};
      return typeof reaction === 'function' ? { work: reaction } : reaction;
    },
  },
});

const perform = (name: string, on: readonly EventType[], run: Perform, rest: Pick<Consumer, 'wants' | 'due'> = {}): Consumer => ({
  name,
  on,
  ...rest,
  how: { kind: 'perform', run },
});

const nextReminder = ({ data }: Of<'TicketOpened'>, now: Instant): Reaction => {
  const again = data.remindAt.find((at) => at > now);
  return { work: command.remindAcceptance(data.order, data.remindAt), ...(again !== undefined && { again }) };
};

/** A person who sees the answer needs no message of it; what is found out later does. */
const foundOutLater = (event: Unrecorded): boolean => event.type !== 'PaymentDeclined' || event.actor.role === 'system';

/** Whenever … then …: the whole of what follows from what. */
export const saga: readonly Consumer[] = [
  // The kitchen hears of the order, and of its end.
  react('kitchen', ['OrderPlaced', 'OrderCanceled', 'OrderRejected'], ({ type, data }) =>
    type === 'OrderPlaced' ? command.openTicket(data.order) : command.cancelTicket(data.order, data.by, data.reason),
  ),
  react('kitchen.remind', ['TicketOpened'], nextReminder, ({ data, at }) => data.remindAt[0] ?? at),

  // An alarm that nobody saw ends some day, and not in silence.
  {
    ...react(
      'kitchen.alarm',
      ['TicketCanceled'],
      ({ data }) => command.lapseAlarm(data.order),
      ({ at }, settings) => later(at, settings.alarmLapseMs),
    ),
    wants: (event) => event.type === 'TicketCanceled' && event.data.from !== 'awaiting',
  },

  // What the shop and the road say decides the order.
  react('ordering', ['TicketRejected', 'AcceptanceExpired', 'Delivered', 'DeliveryFailed'], ({ type, data }) => {
    if (type === 'TicketRejected') return command.rejectOrder(data.order, data.reason);
    if (type === 'Delivered') return command.completeOrder(data.order);
    return command.cancelBySystem(data.order, type === 'AcceptanceExpired' ? 'ACCEPT_TIMEOUT' : 'DELIVERY_FAILED');
  }),
  react(
    'ordering.expire',
    ['OrderPlaced'],
    ({ data }) => command.expireAcceptance(data.order),
    // One past the grace: at the grace itself an acceptance still counts.
    ({ data }, settings) => later(data.acceptBy, settings.acceptGraceMs + 1),
  ),

  // The ride follows the acceptance, and falls with the order.
  react('delivery', ['OrderAccepted', 'OrderCanceled', 'OrderRejected'], ({ type, data }) =>
    type === 'OrderAccepted' ? command.requestDelivery(data.order) : command.cancelDelivery(data.order, data.reason),
  ),

  // Money goes back when the order falls; doubt about money ends by asking the gateway.
  react('payment', ['OrderCanceled', 'OrderRejected'], ({ data }) => command.requestRefund(data.payment, data.order, data.reason)),
  perform('payment.refund', ['RefundRequested'], performRefund),
  react(
    'payment.watch',
    ['PaymentRequested'],
    ({ data }) => command.watchPayment(data.payment, data.order, data.attempt),
    ({ at }, settings) => later(at, settings.paymentWatchMs),
  ),
  perform('payment.settle', ['PaymentOutcomeUnknown'], settleUnknown, { due: ({ at }, settings) => later(at, settings.lookUpFirstMs) }),
  perform('payment.void', ['PaymentVoidRequested'], performVoid),
  react(
    'payment.hold',
    ['PaymentDeferred'],
    ({ data }) => command.expireHold(data.payment, data.order),
    ({ data }) => data.heldUntil,
  ),

  // Every change of status is told, to each who needs to know.
  perform('notify.customer', toldToCustomer, tellCustomer, { wants: foundOutLater }),
  perform('notify.owner', toldToOwner, tellOwner),
  perform('notify.rider', toldToRider, tellRider),
  perform('notify.payments-back', ['PaymentDeferred'], tellPaymentsBack, {
    due: (event) => (event.type === 'PaymentDeferred' ? event.data.retryAt : event.at),
  }),

  // The status view, the kitchen's board, the riders' board, the open payments.
  { name: 'views', on: shownInViews, wants: isShown, how: { kind: 'project' } },
];

/** What `--only kitchen` or `--only kitchen.remind` names. */
export const consumersNamed = (name: string): readonly string[] =>
  saga.map((consumer) => consumer.name).filter((known) => known === name || known.startsWith(`${name}.`));
