import type { Recorded } from '../events.ts';
import { oneOrderAQuote, pricesStay } from './agreement.ts';
import type { Dossier, Invariant } from './evidence.ts';
import { atMostOne, every, fallOf, first, kindOf, unless } from './looking.ts';
import { mayFollow } from './transitions.ts';

const followsTheTable = ({ events }: Dossier): readonly string[] => {
  const last = new Map<string, Recorded>();
  const complaints: string[] = [];
  for (const event of events) {
    const before = last.get(event.stream)?.type ?? 'nothing';
    last.set(event.stream, event);
    const table = mayFollow.get(kindOf(event));
    if (table && !table[event.type]?.includes(before)) complaints.push(`${event.id} is ${event.type} after ${before}`);
  }
  return complaints;
};

const hasNoGaps = ({ events }: Dossier): readonly string[] => {
  const versions = new Map<string, number>();
  return unless(
    events,
    ({ stream, version }) => {
      const wanted = (versions.get(stream) ?? 0) + 1;
      versions.set(stream, version);
      return version === wanted;
    },
    ({ id }) => `${id} does not follow on what is recorded before it`,
  );
};

const endsOnce = (dossier: Dossier): readonly string[] =>
  atMostOne('end', every(dossier, 'OrderCanceled', 'OrderRejected', 'OrderCompleted'));

const cancelOrCook = (dossier: Dossier): readonly string[] => {
  const fall = fallOf(dossier);
  if (!fall) return [];
  const cooked = every(dossier, 'CookStarted', 'CookFinished', 'TicketRecalled');
  return [
    ...unless(
      cooked,
      ({ position }) => position < fall.position,
      ({ id, type }) => `${id} (${type}) comes after ${fall.id}, which ended the order`,
    ),
    ...unless(
      fall.type === 'OrderCanceled' && fall.data.by === 'customer' ? cooked : [],
      ({ position }) => position > fall.position,
      ({ id }) => `${fall.id}: the customer canceled after ${id}`,
    ),
  ];
};

const isHeldBy = (dossier: Dossier, moment: Recorded, rider: string): boolean => {
  const before = every(dossier, 'DeliveryClaimed', 'DeliveryReleased').filter(({ position }) => position < moment.position);
  const last = before.at(-1);
  return last?.type === 'DeliveryClaimed' && last.data.rider === rider;
};

const oneRider = (dossier: Dossier): readonly string[] => {
  const fall = fallOf(dossier);
  const rides = every(dossier, 'DeliveryStarted', 'Delivered', 'DeliveryFailed');
  const accepted = first(dossier, 'OrderAccepted');
  const cooked = first(dossier, 'CookFinished');
  return [
    ...atMostOne('DeliveryRequested', every(dossier, 'DeliveryRequested')),
    ...unless(
      rides,
      (ride) => isHeldBy(dossier, ride, ride.data.rider),
      ({ id, data }) => `${id}: ${data.rider} did not hold the ride`,
    ),
    ...unless(
      every(dossier, 'DeliveryRequested', 'DeliveryClaimed', 'DeliveryStarted'),
      ({ position }) => accepted !== undefined && accepted.position < position,
      ({ id }) => `${id} before the order was accepted`,
    ),
    ...unless(
      every(dossier, 'DeliveryRequested', 'DeliveryClaimed', 'DeliveryStarted'),
      ({ position }) => !fall || position < fall.position,
      ({ id }) => `${id} although ${fall?.id} had ended the order`,
    ),
    ...unless(
      every(dossier, 'DeliveryStarted'),
      ({ position }) => cooked !== undefined && cooked.position < position,
      ({ id }) => `${id}: carried away before it was cooked`,
    ),
  ];
};

const inTime = (dossier: Dossier): readonly string[] => {
  const opened = first(dossier, 'TicketOpened');
  if (!opened) return [];
  const { acceptBy } = opened.data;
  return [
    ...unless(
      every(dossier, 'OrderAccepted'),
      ({ at }) => at <= acceptBy,
      ({ id }) => `${id} came after the time for it`,
    ),
    ...unless(
      every(dossier, 'AcceptanceExpired'),
      ({ at }) => at > acceptBy,
      ({ id }) => `${id} came before the time was up`,
    ),
  ];
};

const endsSayWhy = (dossier: Dossier): readonly string[] => {
  const fall = fallOf(dossier);
  if (!fall) return [];
  const { by, reason, liable } = fall.data;
  const told = by !== undefined && reason !== undefined && liable !== undefined && fall.at > 0;
  const ended = dossier.view?.ended;
  const isSeen = !ended || (ended.by === by && ended.reason === reason && ended.liable === liable);
  return [
    ...(told ? [] : [`${fall.id} lacks party, reason, liability or time`]),
    ...(isSeen ? [] : [`the view shows another end than ${fall.id}`]),
  ];
};

const order = { of: 'order', needs: [] } as const;

export const lifecycleInvariants: readonly Invariant[] = [
  {
    ...order,
    ids: ['I5', 'D7'],
    name: 'published-transitions',
    sentence: 'Only transitions of the published table.',
    check: followsTheTable,
  },
  {
    ...order,
    ids: ['I8'],
    name: 'versions-without-gaps',
    sentence: 'The versions of a stream are 1, 2, 3 … in order of position.',
    check: hasNoGaps,
  },
  { ...order, ids: ['D7'], name: 'one-end', sentence: 'An order ends once: completed, canceled or rejected.', check: endsOnce },
  {
    ...order,
    ids: ['D6', 'I5'],
    name: 'cancel-or-cook',
    sentence: 'A customer cancels before cooking starts, or not at all; nothing is cooked after an end.',
    check: cancelOrCook,
  },
  {
    ...order,
    ids: ['D4'],
    name: 'prices-stay',
    sentence: 'What was quoted is what is charged, placed and shown; it adds up.',
    check: pricesStay,
  },
  { ...order, ids: ['D2'], name: 'one-order-a-quote', sentence: 'One order a quote, one taken payment an order.', check: oneOrderAQuote },
  {
    ...order,
    ids: ['D8'],
    name: 'one-rider',
    sentence: 'One ride, one rider at a time, only for accepted, cooked food of an order that stands.',
    check: oneRider,
  },
  { ...order, ids: ['D6'], name: 'accepted-in-time', sentence: 'Accepted in time, expired only after it.', check: inTime },
  {
    ...order,
    ids: ['D12'],
    name: 'ends-say-why',
    sentence: 'Every end by somebody has party, reason, liability and time, and is shown so.',
    check: endsSayWhy,
  },
];
