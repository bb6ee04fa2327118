import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseUnfit } from '../../sqlite/unfit.ts';

export const inMemory = ':memory:';
const hasModes = process.platform !== 'win32';
const octal = (mode: number): string => (mode & 0o777).toString(8).padStart(4, '0');
const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

const noAccess = (file: string, cause: unknown): DatabaseUnfit =>
  new DatabaseUnfit('no-access', `${file} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });

/** A new name in a folder is durable when the folder is. */
const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Exclusive creation only: to open and close a database that is in use would drop its locks. */
const createPrivately = (file: string): void => {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const handle = openSync(file, 'wx', 0o600);
    closeSync(handle);
    // The umask may have taken more than we wanted to give.
    chmodSync(file, 0o600);
    if (hasModes) syncFolder(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw noAccess(file, error);
  }
};

export type Wanted = { readonly create: boolean; readonly allowWideAccess: boolean };

const look = (file: string) => {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw noAccess(file, error);
  }
};

/** File systems of the network, where SQLite's locks and shared memory hold nothing: NFS, SMB, CIFS, SMB2. */
const remote: readonly number[] = [0x6969, 0x517b, 0xff534d42, 0xfe534d42];
const checkPlace = (file: string): void => {
  if (!hasModes || !remote.includes(statfsSync(file).type >>> 0)) return;
  throw new DatabaseUnfit('remote', `${file} is on a network file system, where locks do not hold; choose a local disk`);
};

/** Refuses a file that is missing, open to others, or not ours to write, and says what to do about it. */
export const checkFile = (file: string, { create, allowWideAccess }: Wanted): void => {
  if (file === inMemory) return;
  if (create && !existsSync(file)) createPrivately(file);
  const stat = look(file);
  if (!stat) throw new DatabaseUnfit('missing', `there is no database at ${file}`);
  checkPlace(file);
  if (!stat.isFile()) throw new DatabaseUnfit('not-a-database', `${file} is not a file`);
  if (stat.size === 0 && !create)
    throw new DatabaseUnfit('empty', `${file} is empty; restore it from a backup, or remove it to start anew`);
  const log = stat.size === 0 ? look(`${file}-wal`) : undefined;
  // Looked at again: another process that starts on it fills first the file, then its log.
  if (log && log.size > 0 && look(file)?.size === 0)
    throw new DatabaseUnfit('damaged', `${file} is empty, but its log ${file}-wal is not; keep both and restore a backup`);
  if (!hasModes) return;
  if ((stat.mode & 0o600) !== 0o600) {
    throw new DatabaseUnfit(
      'no-access',
      `${file} has mode ${octal(stat.mode)}, so it cannot be read and written; run: chmod 600 '${file}'`,
    );
  }
  if ((stat.mode & 0o077) !== 0 && !allowWideAccess) {
    throw new DatabaseUnfit(
      'too-open',
      `${file} has mode ${octal(stat.mode)}, so others on this machine can reach it; run: chmod 600 '${file}'`,
    );
  }
};

const identityOf = (file: string): string | undefined => {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && `${stat.dev}:${stat.ino}`;
};

/** Writes into a file that was renamed or replaced are acknowledged and lost: so every write asks first whether it is still the same. */
export const createGuard = (file: string): (() => void) => {
  if (file === inMemory) return () => undefined;
  const opened = identityOf(file);
  return () => {
    if (opened !== undefined && identityOf(file) === opened) return;
    throw new DatabaseUnfit('replaced', `${file} was moved or replaced while it was open; nothing was written. Start the program again`);
  };
};
