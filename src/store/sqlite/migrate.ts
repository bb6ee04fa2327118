import { inTransaction, type Sqlite } from '../../sqlite/open.ts';
import { DatabaseUnfit } from '../../sqlite/unfit.ts';
import start from './migrations/0001-start.sqlite.sql';
import shopInTime from './migrations/0002-shop-in-time.sqlite.sql';

/** 'baed' */
const applicationId = 0x62616564;
type Step = { readonly name: string; readonly sql: string };
const migrations: readonly Step[] = [
  { name: '0001-start', sql: start },
  { name: '0002-shop-in-time', sql: shopInTime },
];
/** The schema that this program knows. */
export const schemaVersion = migrations.length;

const number = (db: Sqlite, sql: string): number => Number(db.prepare(sql).pluck().get());

const refuseNewer = (db: Sqlite, found: number, known = schemaVersion): void => {
  if (found <= known) return;
  throw new DatabaseUnfit('newer-schema', `${db.name}: the database is schema ${found}, this program knows ${known}; update baedal`);
};

/** In one snapshot: another process may be making the tables right now. */
const look = (db: Sqlite) => {
  db.exec('begin');
  const owner = number(db, 'pragma application_id');
  const version = number(db, 'pragma user_version');
  const tables = number(db, 'select count(*) from sqlite_schema');
  db.exec('commit');
  return { owner, version, tables };
};

/** Before anything is changed: is it ours, or still nobody's? */
export const inspect = (db: Sqlite): void => {
  const { owner, version, tables } = look(db);
  const isBlank = owner === 0 && version === 0 && tables === 0;
  if (owner !== applicationId && !isBlank) {
    throw new DatabaseUnfit('foreign', `${db.name} is a database of another program; choose another file`);
  }
  refuseNewer(db, version);
};

/** A house of before is changed only by whoever means to, with a backup in hand; a new file is nobody's yet. */
export const refuseOlder = (db: Sqlite, known = schemaVersion): void => {
  const found = number(db, 'pragma user_version');
  if (found === 0 || found >= known) return;
  throw new DatabaseUnfit('older-schema', `${db.name}: the database is schema ${found}, this program needs ${known}; run: baedal migrate`);
};

export type Pending = { readonly found: number; readonly known: number; readonly steps: readonly string[] };
/** What a migration would do. */
export const pendingSteps = (db: Sqlite, all: readonly Step[] = migrations): Pending => {
  const found = number(db, 'pragma user_version');
  return { found, known: all.length, steps: all.slice(found).map(({ name }) => name) };
};

/**
 * Each step in a transaction of its own, with its number: a crash leaves the old schema or the new one. A new file gets all of them in one:
 * whoever opens it meanwhile, or after a crash, must not take it for a house of before.
 */
export const migrate = async (db: Sqlite, waitMs: number, all: readonly Step[] = migrations): Promise<void> => {
  const version = () => number(db, 'pragma user_version');
  const stepOn = () => {
    const from = version();
    if (from >= all.length) return;
    const to = from === 0 ? all.length : from + 1;
    for (const { sql } of all.slice(from, to)) db.exec(sql);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${to}`);
  };
  while (version() < all.length) await inTransaction(db, stepOn, waitMs);
  refuseNewer(db, version(), all.length);
};

/** Inside every write: an old program that was left open during an upgrade must stop. */
export const checkSchema = (file: string, found: number | undefined): void => {
  if (found === schemaVersion) return;
  const what = `${file}: the database is schema ${found ?? 0}, this program knows ${schemaVersion}`;
  throw new DatabaseUnfit((found ?? 0) > schemaVersion ? 'newer-schema' : 'older-schema', `${what}; start the program again`);
};
