import type { Commit } from '../src/core/ports.ts';
import type { Counters } from './counters.ts';

const eventNames = new Map<string, string>();
const eventName = (type: string): string => {
  const known = eventNames.get(type);
  if (known !== undefined) return known;
  const made = `event ${type}`;
  eventNames.set(type, made);
  return made;
};

const names = new Map<string, Map<string, Map<string, string>>>();
const inner = <V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> => {
  const known = map.get(key);
  if (known) return known;
  const made = new Map<string, V>();
  map.set(key, made);
  return made;
};
// Millions of them are named in a run: each name is made once.
const branchName = (consumer: string, type: string, made: string): string => {
  const known = inner(inner(names, consumer), type);
  const name = known.get(made);
  if (name !== undefined) return name;
  const first = `${consumer}: ${type} → ${made}`;
  known.set(made, first);
  return first;
};

/** What the saga made of an event: `kitchen: OrderPlaced → TicketOpened`. */
export const noteBranch = (counters: Counters, { settle, events }: Commit): void => {
  for (const { type } of events) counters.add(eventName(type));
  const [one] = settle;
  if (settle.length !== 1 || !one || one.outcome.kind === 'release') return;
  const [first, ...more] = events;
  const made = !first ? one.outcome.kind : more.length === 0 ? first.type : events.map(({ type }) => type).join(' + ');
  counters.add(branchName(one.delivery.consumer, one.delivery.event.type, made));
};
