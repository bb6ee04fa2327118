import { openDatabase, openReadOnly, patiently, type Sqlite, sqliteCodeOf } from '../../sqlite/open.ts';
import { explained } from './explain.ts';
import { inspect } from './migrate.ts';

const waitMs = 20_000;

const inspected = (file: string): Sqlite => {
  const db = openReadOnly(file);
  try {
    inspect(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Who died while writing may have left a journal that no looker can roll back: then somebody who may write opens the file first. */
const behindTheDead = (file: string): Sqlite => {
  try {
    return inspected(file);
  } catch (error) {
    if (sqliteCodeOf(error) !== 'SQLITE_READONLY_ROLLBACK') throw error;
    openDatabase(file, { fileMustExist: true, inspect }).close();
    return inspected(file);
  }
};

/** Opens one of our files for looking only. Throws DatabaseUnfit for what is none. */
export const openToLook = async (file: string): Promise<Sqlite> => {
  try {
    return await patiently(file, () => behindTheDead(file), waitMs);
  } catch (error) {
    throw explained(file, error);
  }
};

/** Looks, and closes, whatever was seen. */
export const lookInto = async <T>(file: string, look: (db: Sqlite) => T): Promise<T> => {
  const db = await openToLook(file);
  try {
    return look(db);
  } catch (error) {
    throw explained(file, error);
  } finally {
    db.close();
  }
};
