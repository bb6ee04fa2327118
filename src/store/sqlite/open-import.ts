import { createHash, type Hash } from 'node:crypto';
import { no, ok, type Result } from '../../core/result.ts';
import { inTransaction, openDatabase, type Sqlite } from '../../sqlite/open.ts';
import { createEmpty } from './files.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { type Header, type LineFault, readHeader, readLine, type TransferLine, transferFormat, type Work } from './transfer-lines.ts';

/** Line numbers count from 1, as editors do. */
export type BadLine = { readonly line: number; readonly what: LineFault };
export type Imported = { readonly header: Header; readonly lines: number; readonly droppedMessages: number };
export type ImportOptions = {
  /** Messages that waited to be sent are sent from here. Otherwise they are left behind: one that is told twice is worse than one that is late. */
  readonly keepMessages: boolean;
};

const waitMs = 5000;
const atOnce = 1000;

const isMessage = ({ consumer }: Work): boolean => consumer.startsWith('notify.');

const prepare = (db: Sqlite) => ({
  event: db.prepare<unknown[]>(
    'insert into events (position, stream, version, type, schema, at, "order", causation, actor_role, actor_id, trace, data, hash) ' +
      'values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  ),
  document: db.prepare<unknown[]>('insert into documents (key, version, body, written_at) values (?, 1, ?, ?)'),
  work: db.prepare<unknown[]>(
    'insert into outbox (consumer, partition, position, due_at, attempt, faults, parked, error) values (?, ?, ?, ?, ?, ?, ?, ?)',
  ),
  /** Only the first row of a partition is ready, and only when it is not parked. */
  ready: db.prepare(
    'update outbox as o set ready_at = due_at where parked = 0 and position = ' +
      '(select min(position) from outbox f where f.consumer = o.consumer and f.partition = o.partition)',
  ),
});
type Inserts = ReturnType<typeof prepare>;

const insert = (into: Inserts, line: TransferLine, options: ImportOptions): 'kept' | 'dropped' => {
  if (line.kind === 'event') {
    const e = line.event;
    const names = [e.position, e.stream, e.version, e.type, e.schema, e.at, e.order, e.causation, e.actor_role, e.actor_id, e.trace];
    into.event.run(...names, e.data, e.hash);
  } else if (line.kind === 'document') into.document.run(line.document.key, line.document.body, line.document.writtenAt);
  else if (line.kind === 'work') {
    const { consumer, partition, position, dueAt, attempt, faults, parked, error } = line.work;
    if (isMessage(line.work) && !options.keepMessages) return 'dropped';
    into.work.run(consumer, partition, position, dueAt, attempt, faults, parked ? 1 : 0, error);
  }
  return 'kept';
};

type Progress = { header: Header | undefined; lines: number; dropped: number; ended: boolean; readonly digest: Hash };

const takeFirst = (text: string, progress: Progress): LineFault | undefined => {
  const header = readHeader(text);
  if (!header.ok) return header.error;
  const { format, schema } = header.value;
  if (format > transferFormat || schema > schemaVersion) return { fault: 'newer' };
  progress.header = header.value;
  return undefined;
};

const takeOne = (text: string, progress: Progress, into: Inserts, options: ImportOptions): LineFault | undefined => {
  if (progress.ended) return { fault: 'behind-end' };
  if (!progress.header) return takeFirst(text, progress);
  const line = readLine(text);
  if (!line.ok) return line.error;
  if (line.value.kind === 'end') {
    progress.ended = true;
    const { lines, sha256 } = line.value.end;
    return lines === progress.lines && sha256 === progress.digest.copy().digest('hex') ? undefined : { fault: 'not-as-exported' };
  }
  try {
    if (insert(into, line.value, options) === 'dropped') progress.dropped++;
    return undefined;
  } catch (error) {
    return { fault: 'refused', said: error instanceof Error ? error.message : String(error) };
  }
};

/** One turn of lines in one transaction; the first that is wrong ends it all. */
const takeAll = (batch: readonly string[], progress: Progress, into: Inserts, options: ImportOptions): BadLine | undefined => {
  for (const text of batch) {
    const what = takeOne(text, progress, into, options);
    if (what !== undefined) return { line: progress.lines + 1, what };
    progress.digest.update(`${text}\n`);
    progress.lines++;
  }
  return undefined;
};

async function* batches(lines: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** Fills a draft with what was exported: the same events at the same positions. The views are folded anew by whoever opens it. */
export const importInto = async (
  draft: string,
  lines: AsyncIterable<string>,
  options: ImportOptions,
): Promise<Result<Imported, BadLine>> => {
  createEmpty(draft);
  const db = openDatabase(draft);
  try {
    await migrate(db, waitMs);
    const into = prepare(db);
    const progress: Progress = { header: undefined, lines: 0, dropped: 0, ended: false, digest: createHash('sha256') };
    for await (const batch of batches(lines)) {
      const wrong = await inTransaction(db, () => takeAll(batch, progress, into, options), waitMs);
      if (wrong) return no(wrong);
    }
    if (!progress.header || !progress.ended) return no({ line: progress.lines + 1, what: { fault: 'cut-off' } });
    await inTransaction(db, () => into.ready.run(), waitMs);
    return ok({ header: progress.header, lines: progress.lines, droppedMessages: progress.dropped });
  } finally {
    db.close();
  }
};
