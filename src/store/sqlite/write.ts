import { inTransaction, OutcomeUnknown, type Sqlite } from '../../sqlite/open.ts';
import { DatabaseUnfit } from '../../sqlite/unfit.ts';
import { checkSchema } from './migrate.ts';
import type { Statements } from './statements.ts';

/** Runs work in a transaction on a file that is still ours. */
export type Write = <T>(work: () => T) => Promise<T>;

export const createWrite = (db: Sqlite, guard: () => void, statements: Statements, waitMs: number): Write => {
  let broken: OutcomeUnknown | undefined;
  const checked = <T>(work: () => T): T => {
    guard();
    checkSchema(db.name, statements.schemaVersion().get());
    return work();
  };
  return async (work) => {
    // After a failed commit another write could bury what may have become durable: this process must end.
    if (broken) throw broken;
    if (!db.open) throw new DatabaseUnfit('closed', `${db.name} was closed; nothing was written`);
    try {
      return await inTransaction(db, () => checked(work), waitMs);
    } catch (error) {
      if (error instanceof OutcomeUnknown) broken = error;
      throw error;
    }
  };
};
