import type { Recorded } from '../events.ts';
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
import { every, unless } from './looking.ts';

type Message = { readonly event: string; readonly recipient: { readonly role: string }; readonly template: string };
const idOf = ({ event, recipient, template }: Message): string => `${event}:${recipient.role}:${template}`;

const ids = new WeakMap<Message, string>();
/** The id under which a recorded message went out. Five checks ask for it: it is made once. */
const idOfRecorded = (data: Message): string => {
  const known = ids.get(data) ?? idOf(data);
  ids.set(data, known);
  return known;
};

const onceAMessage = (dossier: Dossier): readonly string[] => {
  const byId = Map.groupBy(every(dossier, 'MessageSent', 'MessageFailed'), ({ data }) => idOfRecorded(data));
  return [...byId].flatMap(([id, records]) => {
    const channels = records.map(({ data }) => data.channel);
    return new Set(channels).size === channels.length ? [] : [`${id} is recorded twice`];
  });
};

const sentMeansHeard = (dossier: Dossier): readonly string[] => {
  const heard = new Set(dossier.heard.map(({ id }) => id));
  return unless(
    every(dossier, 'MessageSent'),
    ({ data }) => heard.has(idOfRecorded(data)),
    ({ id, data }) => `${id} says that ${idOfRecorded(data)} was sent, and nobody got it`,
  );
};

const heardMeansRecorded = (dossier: Dossier): readonly string[] => {
  const recorded = new Set(every(dossier, 'MessageSent', 'MessageFailed').map(({ data }) => idOfRecorded(data)));
  return unless(
    dossier.heard,
    ({ id }) => recorded.has(id),
    ({ id }) => `${id} was heard, and no record of it is left`,
  );
};

/** A sender that stood still for an hour cannot be held back from sending what another has given up since: that one does not count. */
const heardInOrder = (dossier: Dossier): readonly string[] => {
  const sent = new Set(every(dossier, 'MessageSent').map(({ data }) => idOfRecorded(data)));
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
  const told = new Set(every(dossier, 'MessageSent', 'MessageFailed').map(({ data }) => idOfRecorded(data)));
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

const order = { of: 'order' } as const;

export const messageInvariants: readonly Invariant[] = [
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
];
