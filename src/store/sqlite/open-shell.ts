import { no, ok, type Result } from '../../core/result.ts';
import { checkFile } from './guard.ts';
import { openToLook } from './look-into.ts';

export type Cell = string | number | bigint | null;
/** `more`: there were more rows than were asked for. */
export type Rows = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[]; readonly more: boolean };
/** It is not a statement that reads rows, or SQLite says in its own words what is wrong with it. */
export type NotAsked = { readonly why: 'reads-nothing' } | { readonly why: 'refused'; readonly said: string };
export type Shell = {
  /** Rows of one statement that only reads. */
  readonly ask: (sql: string, most: number) => Result<Rows, NotAsked>;
  readonly close: () => void;
};

const cellOf = (value: unknown): Cell => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  return Buffer.isBuffer(value) ? `x'${value.toString('hex')}'` : String(value);
};

/** A second pair of eyes on a house in use: nothing can be written through it, by whatever SQL. */
export const openShell = async (file: string): Promise<Shell> => {
  checkFile(file, { create: false, allowWideAccess: true });
  const db = await openToLook(file);
  const run = (sql: string, most: number): Rows | undefined => {
    const statement = db.prepare<[], readonly unknown[]>(sql);
    // What has no columns reads nothing: attach, vacuum into, begin.
    if (!statement.readonly || !statement.reader) return undefined;
    const columns = statement.columns().map(({ name }) => name);
    const rows: (readonly Cell[])[] = [];
    for (const row of statement.raw().safeIntegers().iterate()) {
      if (rows.length === most) return { columns, rows, more: true };
      rows.push(row.map((value) => cellOf(typeof value === 'bigint' && Number.isSafeInteger(Number(value)) ? Number(value) : value)));
    }
    return { columns, rows, more: false };
  };
  return {
    ask: (sql, most) => {
      try {
        const found = run(sql, most);
        return found ? ok(found) : no({ why: 'reads-nothing' });
      } catch (error) {
        return no({ why: 'refused', said: error instanceof Error ? error.message : String(error) });
      }
    },
    close: () => {
      db.close();
    },
  };
};
