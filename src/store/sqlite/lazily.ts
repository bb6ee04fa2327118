import type { Sqlite, Statement } from '../../sqlite/open.ts';

/**
 * Prepared at first use, once: a command that only reads a status prepares two of them.
 * Parameters of conditions and limits are written `+?`: for a bare one SQLite, built with STAT4, may prepare the statement anew at every
 * binding, which costs six times what the read itself does. The plus hides the value from the planner.
 */
export const lazily = <P extends unknown[], R>(db: Sqlite, sql: string, plucked = false) => {
  let statement: Statement<P, R> | undefined;
  return (): Statement<P, R> => {
    if (!statement) {
      statement = db.prepare<P, R>(sql);
      if (plucked) statement.pluck();
    }
    return statement;
  };
};
