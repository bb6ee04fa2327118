import type { Commit } from '../src/core/ports.ts';
import type { Counters } from './counters.ts';

const eventNames = new Map<string, string>();
const eventName = (type: string): string => {
  const known = eventNames.get(type) ?? `event ${type}`;
  eventNames.set(type, known);
  return known;
};

const names = new Map<string, Map<string, Map<string, string>>>();
const inner = <V>(map: Map<string, Map<string, V>>, key: string): Map<string, V> => {
  const known = map.get(key) ?? new Map<string, V>();
  map.set(key, known);
  return known;
};
// Millions of them are named in a run: each name is made once.
const branchName = (consumer: string, type: string, made: string): string => {
  const known = inner(inner(names, consumer), type);
  const name = known.get(made) ?? `${consumer}: ${type} → ${made}`;
  known.set(made, name);
  return name;
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
