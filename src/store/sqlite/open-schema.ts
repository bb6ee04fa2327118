import { checkFile } from './guard.ts';
import { lookInto } from './look-into.ts';
import { type Pending, pendingSteps } from './migrate.ts';

/** Of which schema a house is, and what would be done to it. Nothing is changed. */
export const schemaOf = (file: string): Promise<Pending> => {
  checkFile(file, { create: false, allowWideAccess: true });
  return lookInto(file, (db) => pendingSteps(db));
};
