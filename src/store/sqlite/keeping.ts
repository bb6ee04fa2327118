import { beginEpoch, epochsDocument, readEpochs } from '../../core/epochs.ts';
import type { DocumentKey, Instant } from '../../core/kinds.ts';
import { patiently, type Sqlite } from '../../sqlite/open.ts';
import type { Read } from './reads.ts';
import type { Statements } from './statements.ts';
import type { Write } from './write.ts';

/** What is in the file, in numbers. */
export type Counts = {
  readonly schema: number;
  readonly events: number;
  readonly streams: number;
  readonly documents: number;
  readonly work: number;
  readonly lastPosition: number;
  readonly lastAt?: number;
};

/** What an operator does to the file itself. */
export type Keeping = {
  /** What SQLite finds wrong with the file, ten things at most. */
  faults(): Promise<readonly string[]>;
  counts(): Promise<Counts>;
  /** Removes documents, and their bytes from the file and its log; `scrubbed` is false while others read and keep the log. */
  erase(keys: readonly DocumentKey[]): Promise<{ readonly erased: number; readonly scrubbed: boolean }>;
  /** The file was brought here from elsewhere: no daemon of before runs, and what happens from here on is marked. */
  settleIn(now: Instant): Promise<void>;
};

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (db: Sqlite, sql: string): readonly Row[] => db.prepare<[], Row>(sql).all();

export const faultsOf = (db: Sqlite): readonly string[] => [
  ...rowsOf(db, 'pragma integrity_check(10)')
    .map((row) => String(row['integrity_check']))
    .filter((one) => one !== 'ok'),
  ...rowsOf(db, 'pragma foreign_key_check')
    .slice(0, 10)
    .map((row) => `${String(row['table'])}: a row points to no ${String(row['parent'])}`),
];

export const countsOf = (db: Sqlite): Counts => {
  const found = db
    .prepare<[], { events: number; streams: number; documents: number; work: number; lastPosition: number; lastAt: number | null }>(
      'select count(*) as events, count(distinct stream) as streams, coalesce(max(position), 0) as lastPosition, max(at) as lastAt, ' +
        '(select count(*) from documents) as documents, (select count(*) from outbox) as work from events',
    )
    .get();
  if (!found) throw new Error(`${db.name} does not count`);
  const { lastAt, ...counts } = found;
  return { schema: Number(db.pragma('user_version', { simple: true })), ...counts, ...(lastAt !== null && { lastAt }) };
};

/** Deleted rows leave their bytes behind, in free room and in the log: what is to be forgotten is written over everywhere. */
const scrub = async (db: Sqlite, waitMs: number): Promise<boolean> => {
  await patiently(db.name, () => db.exec('vacuum'), waitMs);
  const [result] = db.prepare<[], { readonly busy: number }>('pragma wal_checkpoint(truncate)').all();
  return result?.busy === 0;
};

type House = { readonly db: Sqlite; readonly statements: Statements; readonly read: Read; readonly write: Write; readonly waitMs: number };

export const createKeeping = ({ db, statements: s, read, write, waitMs }: House): Keeping => ({
  faults: () => read(() => faultsOf(db)),
  counts: () => read(() => countsOf(db)),
  erase: async (keys) => {
    db.pragma('secure_delete = on');
    const erased = await write(() => keys.reduce((sum, key) => sum + s.removeDocument().run(key).changes, 0));
    return { erased, scrubbed: await scrub(db, waitMs) };
  },
  settleIn: (now) =>
    write(() => {
      db.prepare('delete from daemons').run();
      db.prepare("update meta set value = ? where key = 'epoch'").run(String(now));
      const body = s.documentUnless().get(new Uint8Array(0), epochsDocument)?.body ?? '[]';
      const epochs = beginEpoch(readEpochs(JSON.parse(body)), { after: countsOf(db).lastPosition, mark: now.toString(36) });
      s.writeDocument().run(epochsDocument, JSON.stringify(epochs), now);
    }),
});
