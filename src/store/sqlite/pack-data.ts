type Envelope = { readonly type: string; readonly stream: string; readonly order: string | null; readonly causation: string };
type Data = Readonly<Record<string, unknown>>;
type Kept = Record<string, unknown>;

const isMessage = ({ type }: Envelope): boolean => type === 'MessageSent' || type === 'MessageFailed';
/** Streams whose events name themselves in a field of the same name. */
const selfNamed: readonly string[] = ['payment', 'quote', 'shop'];

/** What an event's data says that stands in a column beside it already: a message its cause, the others their order and their stream's own id. */
const repeated = (envelope: Envelope): readonly (readonly [field: string, value: string])[] => {
  const { stream, order, causation } = envelope;
  if (isMessage(envelope)) return [['event', causation]];
  const kind = selfNamed.find((name) => stream.startsWith(name) && stream[name.length] === '/');
  const own = kind === undefined ? [] : [[kind, stream.slice(kind.length + 1)] as const];
  return order === null ? own : [...own, ['order', order]];
};

/** `message/<order>/<role>`: of the recipient only the id is left to say. */
const roleIn = ({ stream }: Envelope): string | undefined => stream.split('/')[2];
const recipientOf = (data: Data): Data | undefined => {
  const { recipient } = data;
  return typeof recipient === 'object' && recipient !== null ? { ...recipient } : undefined;
};

/** The data as it is kept. Null stands for a field that is not there at all. */
export const packData = (data: Data, envelope: Envelope): string => {
  const kept: Kept = { ...data };
  for (const [field, value] of repeated(envelope)) {
    // Undefined is not written.
    if (kept[field] === value) kept[field] = undefined;
    else if (kept[field] === undefined) kept[field] = null;
  }
  if (isMessage(envelope)) {
    const { role, id, ...rest } = recipientOf(data) ?? {};
    if (role === roleIn(envelope) && typeof id === 'string' && Object.keys(rest).length === 0) kept['recipient'] = id;
  }
  return JSON.stringify(kept);
};

/** The data as it was. */
export const unpackData = (text: string, envelope: Envelope): Data => {
  const data: Kept = JSON.parse(text);
  for (const [field, value] of repeated(envelope)) {
    if (data[field] === undefined) data[field] = value;
    else if (data[field] === null) delete data[field];
  }
  if (isMessage(envelope) && typeof data['recipient'] === 'string') data['recipient'] = { role: roleIn(envelope), id: data['recipient'] };
  return data;
};
