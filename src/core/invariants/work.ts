import type { EventType, Recorded } from '../events.ts';
import { won } from '../money.ts';
import {
  announceToCustomer,
  announceToOwner,
  announceToRider,
  type Subject,
  toldToCustomer,
  toldToOwner,
  toldToRider,
} from '../notification/announce.ts';
import type { Dossier, Heard, Invariant } from './evidence.ts';
import { every, fallOf, first, unless } from './looking.ts';

const isSameReaction = (a: Recorded, b: Recorded): boolean =>
  a.type === b.type &&
  a.stream === b.stream &&
  (a.type !== 'AcceptanceReminded' || b.type !== a.type || a.data.number === b.data.number) &&
  (!('template' in a.data) || !('template' in b.data) || a.data.template === b.data.template);

/** One reaction each: what the saga makes of an event is made once. */
const onceAnEvent = ({ events }: Dossier): readonly string[] => {
  const caused = Map.groupBy(events, ({ causation }) => causation);
  const twice = events.filter((event) => {
    const siblings = event.causation.includes('@') ? (caused.get(event.causation) ?? []) : [];
    return siblings.some((other) => other.position < event.position && isSameReaction(other, event));
  });
  return twice.map(({ id, type, stream, causation }) => `${id}: ${causation} → ${type} in ${stream}, a second time`);
};

const onceAMessage = (dossier: Dossier): readonly string[] => {
  const ids = every(dossier, 'MessageSent', 'MessageFailed').map(
    ({ data }) => `${data.event} to ${data.recipient.role} by ${data.channel}: ${data.template}`,
  );
  return unless(
    [...new Set(ids)],
    (id) => ids.filter((other) => other === id).length === 1,
    (id) => `${id} is recorded twice`,
  );
};

type Message = { readonly event: string; readonly recipient: { readonly role: string }; readonly template: string };
const idOf = ({ event, recipient, template }: Message): string => `${event}:${recipient.role}:${template}`;

const sentMeansHeard = (dossier: Dossier): readonly string[] => {
  const heard = new Set(dossier.heard.map(({ id }) => id));
  return unless(
    every(dossier, 'MessageSent'),
    ({ data }) => heard.has(idOf(data)),
    ({ id, data }) => `${id} says that ${idOf(data)} was sent, and nobody got it`,
  );
};

const heardMeansRecorded = (dossier: Dossier): readonly string[] => {
  const recorded = new Set(every(dossier, 'MessageSent', 'MessageFailed').map(({ data }) => idOf(data)));
  return unless(
    dossier.heard,
    ({ id }) => recorded.has(id),
    ({ id }) => `${id} was heard, and no record of it is left`,
  );
};

/** A sender that stood still for an hour cannot be held back from sending what another has given up since: that one does not count. */
const heardInOrder = (dossier: Dossier): readonly string[] => {
  const sent = new Set(every(dossier, 'MessageSent').map(({ data }) => idOf(data)));
  const positions = new Map<string, number>(dossier.events.map(({ id, position }) => [id, position]));
  const last = new Map<string, number>();
  return unless(
    dossier.heard.filter(({ id, template }) => template !== 'payments-back' && sent.has(id)),
    ({ id, role }: Heard) => {
      const position = positions.get(id.slice(0, id.indexOf(':'))) ?? 0;
      const isLater = position > (last.get(role) ?? 0);
      last.set(role, position);
      return isLater;
    },
    ({ id }) => `${id} was heard after something later`,
  );
};

const someone: Subject = { lang: 'ko', zone: 'Asia/Seoul', shopName: '-', lines: [], total: won(0) };
const tellers = [
  { role: 'customer', types: toldToCustomer, announce: announceToCustomer },
  { role: 'owner', types: toldToOwner, announce: announceToOwner },
  { role: 'rider', types: toldToRider, announce: announceToRider },
] as const;

const isAnswered = (event: Recorded): boolean => event.type === 'PaymentDeclined' && event.actor.role !== 'system';
/** By its template: another message about the same event does not say what happened. */
const everyoneIsTold = (dossier: Dossier): readonly string[] => {
  const told = new Set(every(dossier, 'MessageSent', 'MessageFailed').map(({ data }) => idOf(data)));
  return tellers.flatMap(({ role, types, announce }) =>
    unless(
      every(dossier, ...types).filter((event) => !isAnswered(event)),
      (event) => {
        const template = announce(event, someone)?.template.code;
        return template === undefined || told.has(idOf({ event: event.id, recipient: { role }, template }));
      },
      ({ id, type }) => `${id} (${type}): the ${role} was neither told nor given up`,
    ),
  );
};

const nothingWaits = (dossier: Dossier): readonly string[] =>
  unless(
    dossier.waiting,
    ({ parked }) => parked,
    ({ consumer, event, error }) => `${event.id} still waits for ${consumer}${error === undefined ? '' : ` (${error})`}`,
  );

type Consequence = { readonly after: EventType; readonly wants: readonly EventType[]; readonly unlessFallen: boolean };
const consequences: readonly Consequence[] = [
  { after: 'OrderPlaced', wants: ['TicketOpened'], unlessFallen: true },
  { after: 'OrderAccepted', wants: ['DeliveryRequested'], unlessFallen: true },
  { after: 'Delivered', wants: ['OrderCompleted'], unlessFallen: false },
  { after: 'TicketRejected', wants: ['OrderRejected', 'OrderCanceled'], unlessFallen: false },
  { after: 'AcceptanceExpired', wants: ['OrderCanceled', 'OrderRejected'], unlessFallen: false },
  { after: 'DeliveryFailed', wants: ['OrderCanceled'], unlessFallen: false },
];

const sagaIsComplete = (dossier: Dossier): readonly string[] => {
  const fall = fallOf(dossier);
  const missing = consequences.filter(
    ({ after, wants, unlessFallen }) => first(dossier, after) && !first(dossier, ...wants) && !(unlessFallen && fall),
  );
  const view = dossier.view;
  const cooksOn = fall && view && ['awaiting', 'accepted', 'cooking', 'cooked'].includes(view.ticket);
  const ridesOn = fall && view && ['waiting', 'claimed'].includes(view.delivery);
  return [
    ...missing.map(({ after, wants }) => `${after} was never followed by ${wants.join(' or ')}`),
    ...(cooksOn ? [`the kitchen still sees a ticket (${view.ticket}) after ${fall.id}`] : []),
    ...(ridesOn ? [`riders still see a ride (${view.delivery}) after ${fall.id}`] : []),
  ];
};

const order = { of: 'order' } as const;

export const workInvariants: readonly Invariant[] = [
  {
    ...order,
    ids: ['D9'],
    needs: [],
    name: 'once-an-event',
    sentence: 'An event takes effect at most once a consumer.',
    check: onceAnEvent,
  },
  {
    ...order,
    ids: ['D9', 'I7'],
    needs: [],
    name: 'once-a-message',
    sentence: 'One record for each event, recipient and channel.',
    check: onceAMessage,
  },
  {
    ...order,
    ids: ['D9'],
    needs: ['heard'],
    name: 'sent-means-heard',
    sentence: 'What is recorded as sent has reached the channel.',
    check: sentMeansHeard,
  },
  {
    ...order,
    ids: ['I7'],
    needs: ['heard', 'rest'],
    name: 'heard-means-recorded',
    sentence: 'What a phone got is recorded.',
    check: heardMeansRecorded,
  },
  {
    ...order,
    ids: ['I7'],
    needs: ['heard'],
    name: 'heard-in-order',
    sentence: 'Nobody hears of an order in another order than it happened.',
    check: heardInOrder,
  },
  {
    ...order,
    ids: ['I6'],
    needs: ['rest'],
    name: 'everyone-is-told',
    sentence: 'Every change is told to each who needs to know, or given up with a record.',
    check: everyoneIsTold,
  },
  {
    ...order,
    ids: ['I6'],
    needs: ['rest'],
    name: 'nothing-left-waiting',
    sentence: 'Every outbox row is handled, or parked where people see it.',
    check: nothingWaits,
  },
  {
    ...order,
    ids: ['I6', 'D8'],
    needs: ['rest'],
    name: 'saga-complete',
    sentence: 'Whatever must follow has followed, in the kitchen, on the road and for the money.',
    check: sagaIsComplete,
  },
];
