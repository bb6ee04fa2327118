import { createHash } from 'node:crypto';
import type { Sqlite } from '../../sqlite/open.ts';
import type { ChainedRow } from './codec.ts';
import { checkFile } from './guard.ts';
import { countsOf } from './keeping.ts';
import { lookInto } from './look-into.ts';
import { documentLine, eventLine, type Header, type KeptDocument, transferFormat, type Work } from './transfer-lines.ts';

const events =
  'select position, stream, version, type, schema, at, "order", causation, actor_role, actor_id, trace, data, hash from events order by position';
const documents = 'select key, body, written_at as writtenAt from documents order by key';
const work =
  'select consumer, partition, position, due_at as dueAt, attempt, faults, parked, error from outbox order by position, consumer, partition';

const headerOf = (db: Sqlite, now: number): Header => {
  const { schema, events: count, documents: kept, work: waiting } = countsOf(db);
  return {
    baedal: 'export',
    format: transferFormat,
    schema,
    exportedAt: new Date(now).toISOString(),
    events: count,
    documents: kept,
    work: waiting,
  };
};

function* rowsOf(db: Sqlite, now: number): Generator<object> {
  yield headerOf(db, now);
  for (const row of db.prepare<[], ChainedRow>(events).iterate()) yield eventLine(row);
  for (const row of db.prepare<[], KeptDocument>(documents).iterate()) yield documentLine(row);
  for (const { parked, ...row } of db.prepare<[], Omit<Work, 'parked'> & { parked: number }>(work).iterate())
    yield { work: { ...row, parked: parked === 1 } };
}

/** Everything that there is, as of one moment, line by line; others may write meanwhile. `write` answers with the line that it made. */
export const exportHouse = (file: string, now: number, write: (row: object) => string): Promise<number> => {
  checkFile(file, { create: false, allowWideAccess: true });
  return lookInto(file, (db) => {
    db.exec('begin');
    const digest = createHash('sha256');
    let lines = 0;
    for (const row of rowsOf(db, now)) {
      digest.update(write(row));
      lines++;
    }
    write({ end: { lines, sha256: digest.digest('hex') } });
    return lines + 1;
  });
};
