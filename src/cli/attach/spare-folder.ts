import { chmodSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where the sockets of a house's spare sessions are, beside its database. */
export const spareFolder = (database: string): string => `${database}.screens`;

export const socketOf = (folder: string, pid: number): string => join(folder, `${pid}.sock`);

/** The whole name of a socket has no more room than this, on any system. */
const longestPath = 103;
/** Whether spares can be there at all: where the system knows owners of files, and the path leaves room. */
export const isPossible = (folder: string): boolean =>
  process.geteuid !== undefined && Buffer.byteLength(socketOf(folder, 2 ** 22)) <= longestPath;

/** Whoever could put a socket there would read every key; so it must be ours, and closed to all others. */
const isOurs = (folder: string): boolean => {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.geteuid?.() && (found.mode & 0o077) === 0;
};

/** Throws when it cannot be made, or belongs to somebody else. */
export const makeSpareFolder = (folder: string): void => {
  if (!isOurs(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // The mask of whoever started us may be stricter or not; ours is what counts.
    chmodSync(folder, 0o700);
  }
  if (!isOurs(folder)) throw new Error(`${folder} belongs to somebody else`);
};

/** The sockets of spares that may be listening. None where nothing can be trusted, or nobody keeps any. */
export const socketsIn = (folder: string): readonly string[] => {
  if (!isPossible(folder) || !isOurs(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sock'))
    .map((name) => join(folder, name));
};

/** Tells one build of the bundles from another, and one Node from another: both sides must be the same program. */
export const buildOf = (bundle: string): string => `${statSync(bundle).mtimeMs} ${process.version}`;
