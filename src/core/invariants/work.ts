import type { EventType, Recorded } from '../events.ts';
import type { Dossier, Invariant } from './evidence.ts';
import { fallOf, first, unless } from './looking.ts';

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
