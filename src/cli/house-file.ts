import { existsSync } from 'node:fs';
import type { Call } from './call.ts';
import { configured } from './config-file.ts';
import { noDatabase } from './no-database.ts';
import { databaseFile } from './paths.ts';

/** Where the house is, for those who work on its file without opening it as a house. */
export const houseFile = (call: Call): string => databaseFile(call.values.text('db'), configured(call.env));

export const existingHouse = (call: Call): string => {
  const file = houseFile(call);
  if (!existsSync(file)) throw noDatabase(file);
  return file;
};
