import { openReadOnly, patiently, type Sqlite } from '../../sqlite/open.ts';
import { explained } from './explain.ts';
import { inspect } from './migrate.ts';

const waitMs = 20_000;

/** Opens one of our files for looking only. Throws DatabaseUnfit for what is none. */
export const openToLook = async (file: string): Promise<Sqlite> => {
  let db: Sqlite | undefined;
  try {
    const opened = await patiently(file, () => openReadOnly(file), waitMs);
    db = opened;
    inspect(opened);
    return opened;
  } catch (error) {
    db?.close();
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
