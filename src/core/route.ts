import type { EventType, Unrecorded } from './events.ts';
import type { OutboxRow } from './ports.ts';
import { type Consumer, saga } from './saga.ts';
import type { Settings } from './settings.ts';

const byType = new Map<EventType, readonly Consumer[]>();
for (const consumer of saga) {
  for (const type of consumer.on) byType.set(type, [...(byType.get(type) ?? []), consumer]);
}

const wanting = (event: Unrecorded): readonly Consumer[] =>
  (byType.get(event.type) ?? []).filter((consumer) => consumer.wants === undefined || consumer.wants(event));

/** One outbox row for every consumer that wants the event; an order's events share a partition. */
export const routeEvents = (events: readonly Unrecorded[], settings: Settings): readonly OutboxRow[] =>
  events.flatMap((event) =>
    wanting(event).map((consumer) => ({
      event: event.id,
      consumer: consumer.name,
      partition: event.order ?? event.stream,
      dueAt: consumer.due?.(event, settings) ?? event.at,
    })),
  );

/** Whether an event goes into the views: the same for the running daemon and for a rebuild. */
export const goesToViews = (event: Unrecorded): boolean => wanting(event).some((consumer) => consumer.how.kind === 'project');
