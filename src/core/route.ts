import type { EventType, Unrecorded } from './events.ts';
import type { OutboxRow } from './ports.ts';
import { type Consumer, saga } from './saga.ts';
import type { Settings } from './settings.ts';

const byType = new Map<EventType, readonly Consumer[]>();
for (const consumer of saga) {
  for (const type of consumer.on) byType.set(type, [...(byType.get(type) ?? []), consumer]);
}

const isWanted = (consumer: Consumer, event: Unrecorded): boolean => consumer.wants === undefined || consumer.wants(event);

/** One outbox row for every consumer that wants the event; an order's events share a partition. */
export const routeEvents = (events: readonly Unrecorded[], settings: Settings): readonly OutboxRow[] => {
  const rows: OutboxRow[] = [];
  for (const event of events) {
    const partition = event.order ?? event.stream;
    for (const consumer of byType.get(event.type) ?? []) {
      if (!isWanted(consumer, event)) continue;
      rows.push({ event: event.id, consumer: consumer.name, partition, dueAt: consumer.due?.(event, settings) ?? event.at });
    }
  }
  return rows;
};

/** Whether an event goes into the views: the same for the running daemon and for a rebuild. */
export const goesToViews = (event: Unrecorded): boolean =>
  (byType.get(event.type) ?? []).some((consumer) => consumer.how.kind === 'project' && isWanted(consumer, event));
