import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';

export type Sqlite = Database.Database;

/** The file could not be locked within the deadline: nothing was written, trying again is safe. */
export class DatabaseBusy extends Error {
  override readonly name = 'DatabaseBusy';
}

/** The disk failed while committing: what was asked may or may not be durable. Leave at once and look again by key. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** better-sqlite3 opens WAL files as NORMAL, which loses acknowledged orders at a power cut: so it is set, and read back. */
const insist = (db: Sqlite, pragma: string, value: number | string) => {
  db.pragma(`${pragma} = ${value}`);
  const found = db.pragma(pragma, { simple: true });
  if (found !== value) throw new Error(`${db.name}: ${pragma} is ${String(found)}, wanted ${value}`);
};

/** The only place that opens SQLite files. The driver waits only here, for recovery and the last close of others. */
export const openDatabase = (file: string, options: { readonly nativeBinding?: string } = {}): Sqlite => {
  const db = new Database(file, { timeout: 2000, ...options });
  try {
    if (db.pragma('journal_mode', { simple: true }) !== 'wal' && file !== ':memory:') db.pragma('journal_mode = wal');
    insist(db, 'synchronous', 2);
    insist(db, 'foreign_keys', 1);
    insist(db, 'trusted_schema', 0);
    insist(db, 'cell_size_check', 1);
    db.pragma('cache_size = -16000');
    db.pragma('temp_store = memory');
    db.pragma('mmap_size = 2147418112');
    // The driver's own wait starves other writers by a factor of thousands; ours is below.
    db.pragma('busy_timeout = 0');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

const codeOf = (error: unknown): string => (error instanceof Database.SqliteError ? error.code : '');
const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY');

/** Exponential from 0.2 ms to `capMs`, with full jitter: short enough to be fair, long enough not to burn. */
const pauseMs = (attempt: number, capMs: number): number => 0.05 + Math.random() * Math.min(capMs, 0.2 * 2 ** attempt);

const patiently = async <T>(db: Sqlite, work: () => T, waitMs: number): Promise<T> => {
  const deadline = performance.now() + waitMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (performance.now() > deadline) throw new DatabaseBusy(`${db.name} is locked by another process`);
      await sleep(pauseMs(attempt, 4));
    }
  }
};

/** Runs `work`, which may not wait for anything, inside one `begin immediate` … `commit`. */
export const inTransaction = async <T>(db: Sqlite, work: () => T, waitMs = 5000): Promise<T> => {
  await patiently(db, () => db.exec('begin immediate'), waitMs);
  let result: T;
  try {
    result = work();
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
  try {
    db.exec('commit');
  } catch (error) {
    if (/^SQLITE_(IOERR|FULL)/.test(codeOf(error))) throw new OutcomeUnknown(`${db.name}: ${codeOf(error)} at commit`);
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
  return result;
};

/** A read that retries while another process holds the file for recovery. */
export const reading = <T>(db: Sqlite, read: () => T, waitMs = 5000): Promise<T> => patiently(db, read, waitMs);
