import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';

export type Sqlite = Database.Database;
export type Statement<Parameters extends unknown[], Row> = Database.Statement<Parameters, Row>;

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

export type OpenOptions = {
  readonly nativeBinding?: string;
  readonly fileMustExist?: boolean;
  /** Looks at the file before anything in it is changed; throws to refuse it. */
  readonly inspect?: (db: Sqlite) => void;
};

/**
 * The only place that opens SQLite files. The driver waits only here, for recovery and the last close of others, and not for long:
 * while it waits, no signal is heard. Who opens tries again, `patiently`.
 */
export const openDatabase = (file: string, { inspect, ...options }: OpenOptions = {}): Sqlite => {
  const db = new Database(file, { timeout: 250, ...options });
  try {
    inspect?.(db);
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

/**
 * For looking and copying: whatever SQL is asked of it, the file cannot be written through it. It is for files that no other connection of
 * this process has open.
 */
export const openReadOnly = (file: string): Sqlite => {
  const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 250 });
  try {
    insist(db, 'trusted_schema', 0);
    insist(db, 'cell_size_check', 1);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** SQLite's own name of what went wrong; '' for errors of other kinds. */
export const sqliteCodeOf = (error: unknown): string => (error instanceof Database.SqliteError ? error.code : '');
const isBusy = (error: unknown): boolean => sqliteCodeOf(error).startsWith('SQLITE_BUSY');
const isDiskFailure = (error: unknown): boolean => /^SQLITE_(IOERR|FULL)/.test(sqliteCodeOf(error));

const never = new Int32Array(new SharedArrayBuffer(4));
/**
 * Exponential from 0.2 to 4 ms, with full jitter: short enough to be fair, long enough not to burn.
 * A timer takes a millisecond at least, and most locks are held for less: the first few pauses block instead.
 */
const pause = async (attempt: number): Promise<void> => {
  const ms = 0.05 + Math.random() * Math.min(4, 0.2 * 2 ** attempt);
  if (attempt < 3) Atomics.wait(never, 0, 0, ms);
  else await sleep(ms);
};

// Not `performance.now`, which makes a fresh process load a module of 1.5 ms for it.
const monotonicMs = (): number => process.uptime() * 1000;

/** Tries again while another process has the file locked, until the deadline. `work` must leave nothing behind when it throws. */
export const patiently = async <T>(name: string, work: () => T, waitMs: number): Promise<T> => {
  const deadline = monotonicMs() + waitMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (monotonicMs() > deadline) throw new DatabaseBusy(`${name} is locked by another process`);
      await pause(attempt);
    }
  }
};

type Frame = { readonly begin: Statement<[], unknown>; readonly commit: Statement<[], unknown>; readonly rollback: Statement<[], unknown> };
const frames = new WeakMap<Sqlite, Frame>();
const frameOf = (db: Sqlite): Frame => {
  const known = frames.get(db);
  if (known) return known;
  const frame = { begin: db.prepare<[]>('begin immediate'), commit: db.prepare<[]>('commit'), rollback: db.prepare<[]>('rollback') };
  frames.set(db, frame);
  return frame;
};

const whole = <T>(db: Sqlite, { begin, commit, rollback }: Frame, work: () => T): T => {
  begin.run();
  try {
    const result = work();
    commit.run();
    return result;
  } catch (error) {
    if (isDiskFailure(error)) throw new OutcomeUnknown(`${db.name}: ${sqliteCodeOf(error)} while writing`, { cause: error });
    if (db.inTransaction) rollback.run();
    throw error;
  }
};

/** Runs `work`, which may not wait for anything, inside one `begin immediate` … `commit`, all in one turn. */
export const inTransaction = <T>(db: Sqlite, work: () => T, waitMs = 5000): Promise<T> => {
  const frame = frameOf(db);
  return patiently(db.name, () => whole(db, frame, work), waitMs);
};

/** A read that retries while another process holds the file for recovery. */
export const reading = <T>(db: Sqlite, read: () => T, waitMs = 5000): Promise<T> => patiently(db.name, read, waitMs);
