import type { Recorded } from '../core/events.ts';
import { iso, isoTimes } from './iso.ts';

/** CloudEvents 1.0, JSON format. Its own extensions have names of small letters and digits only, as the standard wants. */
export const cloudEvent = (event: Recorded) => ({
  specversion: '1.0',
  id: event.id,
  source: '/baedal',
  type: event.type,
  subject: event.stream,
  time: iso(event.at),
  datacontenttype: 'application/json',
  position: event.position,
  schemaversion: event.schema,
  streamversion: event.version,
  ...(event.order !== undefined && { order: event.order }),
  causation: event.causation,
  actor: event.actor.role,
  actorid: event.actor.id,
  ...(event.trace !== undefined && { trace: event.trace }),
  data: isoTimes(event.data),
});
