import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { DatabaseBusy, inTransaction, OutcomeUnknown, openDatabase, type Sqlite } from '../../sqlite/open.ts';
import { prepareStatements, type Statements, schema, schemaVersion } from './statements.ts';

/** The file was written by a newer version. */
export class BankTooNew extends Error {
  override readonly name = 'BankTooNew';
}

/** The bank's own file. Work of one turn of the event loop shares one transaction. */
export type BankFile = {
  turn<T>(work: (statements: Statements) => T): Promise<T>;
  close(): Promise<void>;
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** The file is locked, broken, gone or not ours: what a caller of a real bank would see as a dead line. */
export const isOutOfReach = (error: unknown): boolean =>
  error instanceof DatabaseBusy ||
  error instanceof OutcomeUnknown ||
  /^(SQLITE_(BUSY|LOCKED|IOERR|FULL|CORRUPT|NOTADB|CANTOPEN|READONLY|PERM|PROTOCOL|AUTH)|E[A-Z0-9]+$)/.test(codeOf(error));

type Connection = { readonly db: Sqlite; readonly statements: Statements; readonly inode: number };

const inMemory = ':memory:';
const inodeOf = (file: string): number => (file === inMemory ? 0 : (statSync(file, { throwIfNoEntry: false })?.ino ?? -1));

/** Exclusive creation only: to open and close a database that is in use would drop its locks. */
const createPrivately = (file: string) => {
  if (file === inMemory || existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
};

/** Many processes may start at once on an empty file; the change to WAL is refused to all but one of them. */
const openPatiently = async (file: string, waitMs: number): Promise<Sqlite> => {
  const deadline = performance.now() + waitMs;
  for (;;) {
    try {
      createPrivately(file);
      return openDatabase(file);
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY') || performance.now() > deadline) throw error;
      await pause(2 + Math.random() * 10);
    }
  }
};

const connect = async (file: string, waitMs: number): Promise<Connection> => {
  const db = await openPatiently(file, waitMs);
  try {
    const version = () => Number(db.pragma('user_version', { simple: true }));
    const setUp = () => {
      if (version() === 0) db.exec(schema);
    };
    if (version() === 0) await inTransaction(db, setUp, waitMs);
    if (version() > schemaVersion) throw new BankTooNew(`${file} was written by a newer baedal (${version()} > ${schemaVersion})`);
    return { db, statements: prepareStatements(db), inode: inodeOf(file) };
  } catch (error) {
    db.close();
    throw error;
  }
};

type Job = { run(statements: Statements): () => void; reject(error: unknown): void };

/** Opened at first use: a command that needs no bank never touches its file. `waitMs`: how long a lock is waited for. */
export const openBankFile = (file: string, waitMs: number): BankFile => {
  const jobs: Job[] = [];
  let connection: Connection | undefined;
  let working: Promise<void> | undefined;
  let closed = false;

  const drop = () => {
    connection?.db.close();
    connection = undefined;
  };
  // A file that was replaced under us is another bank: writes into the old one would reach nobody.
  const connected = async (): Promise<Connection> => {
    if (connection && connection.inode !== inodeOf(file)) drop();
    connection ??= await connect(file, waitMs);
    return connection;
  };
  const commit = async (batch: readonly Job[]): Promise<void> => {
    try {
      const { db, statements } = await connected();
      const answers = await inTransaction(db, () => batch.map((job) => job.run(statements)), waitMs);
      for (const answer of answers) answer();
    } catch (error) {
      if (isOutOfReach(error) && !(error instanceof DatabaseBusy)) drop();
      if (isOutOfReach(error) || error instanceof BankTooNew || batch.length === 1) for (const job of batch) job.reject(error);
      // One of them is faulty: alone, it harms nobody else.
      else for (const job of batch) await commit([job]);
    }
  };
  const work = async () => {
    while (jobs.length > 0) {
      await nextTurn();
      await commit(jobs.splice(0, 500));
    }
    working = undefined;
  };

  const turn = <T>(run: (statements: Statements) => T): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (closed) throw new Error(`${file} was closed`);
      jobs.push({
        run: (statements) => {
          const value = run(statements);
          return () => resolve(value);
        },
        reject,
      });
      working ??= work();
    });
  const close = async () => {
    closed = true;
    await working;
    drop();
  };
  return { turn, close };
};
