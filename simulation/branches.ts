import type { Commit } from '../src/core/ports.ts';
import type { Counters } from './counters.ts';

/** What the saga made of an event: `kitchen: OrderPlaced → TicketOpened`. */
export const noteBranch = (counters: Counters, { settle, events }: Commit): void => {
  for (const { type } of events) counters.add(`event ${type}`);
  if (settle.length !== 1) return;
  const [one] = settle;
  if (!one || one.outcome.kind === 'release') return;
  const made = events.length === 0 ? one.outcome.kind : events.map(({ type }) => type).join(' + ');
  counters.add(`${one.delivery.consumer}: ${one.delivery.event.type} → ${made}`);
};
