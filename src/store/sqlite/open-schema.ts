import { openReadOnly, patiently } from '../../sqlite/open.ts';
import { checkFile } from './guard.ts';
import { inspect, type Pending, pendingSteps } from './migrate.ts';

/** Of which schema a house is, and what would be done to it. Nothing is changed. */
export const schemaOf = async (file: string): Promise<Pending> => {
  checkFile(file, { create: false, allowWideAccess: true });
  const db = await patiently(file, () => openReadOnly(file), 5000);
  try {
    inspect(db);
    return pendingSteps(db);
  } finally {
    db.close();
  }
};
