import { sqliteCodeOf } from '../../sqlite/open.ts';
import { DatabaseUnfit, type UnfitCode } from '../../sqlite/unfit.ts';

const unfit: Readonly<Record<string, readonly [UnfitCode, string]>> = {
  SQLITE_NOTADB: ['not-a-database', 'is not a database, or an encrypted one; nothing in it was changed'],
  SQLITE_CORRUPT: ['damaged', 'is damaged; restore it from a backup'],
  SQLITE_CANTOPEN: ['no-access', 'cannot be opened; look at the rights of the file and of its folder'],
  SQLITE_READONLY: ['no-access', 'cannot be written; look at the rights of the file, of its folder and of the disk'],
  SQLITE_PERM: ['no-access', 'cannot be used; look at the rights of the file and of its folder'],
  SQLITE_FULL: ['disk', 'has no room to open; make room on the disk'],
  SQLITE_IOERR: ['disk', 'cannot be read or written; look at the disk'],
};

/** What SQLite says of a file that cannot be opened, as a sentence with what to do. */
export const explained = (file: string, error: unknown): unknown => {
  const code = sqliteCodeOf(error);
  const known = unfit[code] ?? unfit[code.split('_').slice(0, 2).join('_')];
  return known ? new DatabaseUnfit(known[0], `${file} ${known[1]} (${code})`, { cause: error }) : error;
};
