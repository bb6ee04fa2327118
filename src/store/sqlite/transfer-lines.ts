import { no, ok, type Result } from '../../core/result.ts';
import { type ChainedRow, type EventRow, toRecorded } from './codec.ts';
import { packData } from './pack-data.ts';

/** The shape of the lines. One that is higher was written by a newer program. */
export const transferFormat = 1;

export type Header = {
  readonly baedal: 'export';
  readonly format: number;
  readonly schema: number;
  readonly exportedAt: string;
  readonly events: number;
  readonly documents: number;
  readonly work: number;
};
export type KeptDocument = { readonly key: string; readonly body: string; readonly writtenAt: number | null };
export type Work = {
  readonly consumer: string;
  readonly partition: string;
  readonly position: number;
  readonly dueAt: number;
  readonly attempt: number;
  readonly faults: number;
  readonly parked: boolean;
  readonly error: string | null;
};
/** The last line: how many stood before it, and their digest. */
export type End = { readonly lines: number; readonly sha256: string };
export type TransferLine =
  | { readonly kind: 'event'; readonly event: ChainedRow }
  | { readonly kind: 'document'; readonly document: KeptDocument }
  | { readonly kind: 'work'; readonly work: Work }
  | { readonly kind: 'end'; readonly end: End };

export const eventLine = (row: ChainedRow): object => {
  const { id: _id, ...event } = toRecorded(row);
  return { event: { ...event, hash: Buffer.from(row.hash).toString('hex') } };
};
export const documentLine = ({ key, body, writtenAt }: KeptDocument): object => ({ document: { key, body: JSON.parse(body), writtenAt } });

type Fields = ReadonlyMap<string, unknown>;
const fieldsOf = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;
const text = (fields: Fields, name: string): string | undefined => {
  const value = fields.get(name);
  return typeof value === 'string' ? value : undefined;
};
const whole = (fields: Fields, name: string): number | undefined => {
  const value = fields.get(name);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
};
/** The fields that must be there, or the name of the first that is not as it must be. */
const all = <T extends Readonly<Record<string, unknown>>>(found: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } | string => {
  const missing = Object.entries(found).find(([, value]) => value === undefined);
  return missing ? missing[0] : (found as { readonly [K in keyof T]: Exclude<T[K], undefined> });
};

/** What is wrong with a line; `said` is SQLite's. */
export type LineFault =
  | { readonly fault: 'no-export' | 'newer' | 'not-one' | 'behind-end' | 'not-as-exported' | 'cut-off' }
  | { readonly fault: 'field'; readonly of: 'event' | 'document' | 'work' | 'header' | 'end'; readonly field: string }
  | { readonly fault: 'refused'; readonly said: string };

type Read<T> = Result<T, LineFault>;
const bad = (of: Extract<LineFault, { readonly fault: 'field' }>['of'], field: string) => no({ fault: 'field', of, field } as const);

const readEvent = (fields: Fields): Read<ChainedRow> => {
  const actor = fieldsOf(fields.get('actor')) ?? new Map<string, unknown>();
  const data = fieldsOf(fields.get('data'));
  const found = all({
    position: whole(fields, 'position'),
    stream: text(fields, 'stream'),
    version: whole(fields, 'version'),
    type: text(fields, 'type'),
    schema: whole(fields, 'schema'),
    at: whole(fields, 'at'),
    causation: text(fields, 'causation'),
    role: text(actor, 'role'),
    id: text(actor, 'id'),
    data,
    hash: text(fields, 'hash'),
  });
  if (typeof found === 'string') return bad('event', found);
  const { role, id, data: said, hash, ...rest } = found;
  const row: Omit<EventRow, 'data'> = {
    ...rest,
    order: text(fields, 'order') ?? null,
    trace: text(fields, 'trace') ?? null,
    actor_role: role,
    actor_id: id,
  };
  return ok({ ...row, data: packData(Object.fromEntries(said), row), hash: Buffer.from(hash, 'hex') });
};

const readDocument = (fields: Fields): Read<KeptDocument> => {
  const key = text(fields, 'key');
  const body = fields.get('body');
  if (key === undefined || key === '') return bad('document', 'key');
  return body === undefined
    ? bad('document', 'body')
    : ok({ key, body: JSON.stringify(body), writtenAt: whole(fields, 'writtenAt') ?? null });
};

const readWork = (fields: Fields): Read<Work> => {
  const parked = fields.get('parked');
  const found = all({
    consumer: text(fields, 'consumer'),
    partition: text(fields, 'partition'),
    position: whole(fields, 'position'),
    dueAt: whole(fields, 'dueAt'),
    attempt: whole(fields, 'attempt'),
    faults: whole(fields, 'faults'),
    parked: typeof parked === 'boolean' ? parked : undefined,
  });
  return typeof found === 'string' ? bad('work', found) : ok({ ...found, error: text(fields, 'error') ?? null });
};

const parsed = (line: string): Fields | undefined => {
  try {
    return fieldsOf(JSON.parse(line));
  } catch {
    return undefined;
  }
};

export const readHeader = (line: string): Read<Header> => {
  const fields = parsed(line);
  if (fields?.get('baedal') !== 'export') return no({ fault: 'no-export' });
  const counts = all({
    format: whole(fields, 'format'),
    schema: whole(fields, 'schema'),
    exportedAt: text(fields, 'exportedAt'),
    events: whole(fields, 'events'),
    documents: whole(fields, 'documents'),
    work: whole(fields, 'work'),
  });
  return typeof counts === 'string' ? bad('header', counts) : ok({ baedal: 'export', ...counts });
};

export const readLine = (line: string): Read<TransferLine> => {
  const fields = parsed(line);
  const [kind, value] = [...(fields ?? [])][0] ?? [];
  const inner = fieldsOf(value);
  if (fields?.size !== 1 || !inner) return no({ fault: 'not-one' });
  switch (kind) {
    case 'event': {
      const event = readEvent(inner);
      return event.ok ? ok({ kind, event: event.value }) : event;
    }
    case 'document': {
      const document = readDocument(inner);
      return document.ok ? ok({ kind, document: document.value }) : document;
    }
    case 'work': {
      const work = readWork(inner);
      return work.ok ? ok({ kind, work: work.value }) : work;
    }
    case 'end': {
      const end = all({ lines: whole(inner, 'lines'), sha256: text(inner, 'sha256') });
      return typeof end === 'string' ? bad('end', end) : ok({ kind, end });
    }
    default:
      return no({ fault: 'not-one' });
  }
};
