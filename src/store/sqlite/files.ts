import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';

const synced = (path: string, flags: string): void => {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** A name in a folder is durable when the folder is. */
export const syncFolderOf = (file: string): void => {
  if (process.platform !== 'win32') synced(dirname(file), 'r');
};
export const syncFile = (file: string): void => synced(file, 'r+');

/** Fails when there is such a file already. */
export const createEmpty = (file: string): void => {
  closeSync(openSync(file, 'wx', 0o600));
  chmodSync(file, 0o600);
};

/** Never of a database that is open anywhere in this process: to close the copy's source would drop its locks. */
export const copyPrivately = (from: string, to: string): void => {
  copyFileSync(from, to, constants.COPYFILE_EXCL);
  chmodSync(to, 0o600);
  syncFile(to);
};

/** A database with everything that SQLite keeps beside it. */
export const besides = (file: string): readonly string[] => [file, `${file}-wal`, `${file}-shm`, `${file}-journal`];
export const removeDatabase = (file: string): void => {
  for (const one of [...besides(file), `${file}.bell`]) rmSync(one, { force: true });
};

/** A log beside it that is not empty: somebody has the file open, or left it without closing. */
export const hasLog = (file: string): boolean => (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Gives the draft its name, at once and durably; false when something has that name already. */
export const publish = (draft: string, file: string, replace: boolean): boolean => {
  if (replace) renameSync(draft, file);
  else {
    try {
      linkSync(draft, file);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      // A file system without second names: an empty file takes the name, and nobody else can.
      if (existsSync(file)) return false;
      createEmpty(file);
      renameSync(draft, file);
    }
    rmSync(draft, { force: true });
  }
  syncFolderOf(file);
  return true;
};
