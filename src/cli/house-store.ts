import { existsSync } from 'node:fs';
import { isShown, shownInViews } from '../core/views/shown.ts';
import { openStore, type SqliteStore, type StoreOptions } from '../store/sqlite/open-store.ts';
import { noDatabase } from './no-database.ts';

const routesToViews: StoreOptions['routesToViews'] = (event) => shownInViews.includes(event.type) && isShown(event);

/** The house's database. One that is missing is made only where that was asked for. */
export const openHouseStore = async (file: string, create: boolean, upgrade = false): Promise<SqliteStore> => {
  if (!create && !existsSync(file)) throw noDatabase(file);
  return openStore({ file, create, routesToViews, upgrade });
};
