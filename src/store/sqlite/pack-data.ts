import type { EventType } from '../../core/events.ts';

type Envelope = { readonly type: EventType | string; readonly order: string | null; readonly causation: string };
type Data = Readonly<Record<string, unknown>>;

/** What an event's data says that stands in a column beside it already: a message names the event that caused it, the others their order. */
const repeated = ({ type, order, causation }: Envelope): readonly [field: string, value: string] | undefined => {
  if (type === 'MessageSent' || type === 'MessageFailed') return ['event', causation];
  return order === null ? undefined : ['order', order];
};

/** The data as it is kept. Null stands for a field that is not there at all. */
export const packData = (data: Data, envelope: Envelope): string => {
  const [field, value] = repeated(envelope) ?? [];
  if (field === undefined) return JSON.stringify(data);
  const { [field]: said, ...rest } = data;
  if (said === value) return JSON.stringify(rest);
  return JSON.stringify(said === undefined ? { [field]: null, ...rest } : data);
};

/** The data as it was. */
export const unpackData = (text: string, envelope: Envelope): Data => {
  const kept: Data = JSON.parse(text);
  const [field, value] = repeated(envelope) ?? [];
  if (field === undefined) return kept;
  if (!(field in kept)) return { [field]: value, ...kept };
  if (kept[field] !== null) return kept;
  const { [field]: _none, ...rest } = kept;
  return rest;
};
