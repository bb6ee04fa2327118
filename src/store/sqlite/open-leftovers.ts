import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { besides, removeDatabase } from './files.ts';

/** Where a copy of this file is made until it is whole; the number says which process makes it. */
export const draftOf = (file: string): string => `${file}.${process.pid}.draft`;

/** `bytes` with all that SQLite keeps beside it. */
export type Leftover = { readonly file: string; readonly bytes: number };

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const magic = 'SQLite format 3';
/** Something of ours, not somebody's text that happens to be called so. */
const isDatabase = (file: string): boolean => {
  const piece = Buffer.alloc(magic.length);
  const handle = openSync(file, 'r');
  const length = readSync(handle, piece);
  closeSync(handle);
  return length === 0 || piece.toString('latin1') === magic;
};

// Who lives in another container on the same folder cannot be known here: what was touched within the hour stays.
const quietMs = 3_600_000;

const asLeftover = (file: string): readonly Leftover[] => {
  const stats = besides(file).flatMap((one) => statSync(one, { throwIfNoEntry: false }) ?? []);
  const touchedAt = Math.max(...stats.map(({ mtimeMs }) => mtimeMs));
  if (touchedAt > Date.now() - quietMs || !isDatabase(file)) return [];
  return [{ file, bytes: stats.reduce((sum, { size }) => sum + size, 0) }];
};

/** Drafts in a folder whose process has ended before they were whole: a backup, a restore or an import was killed. */
export const leftoversIn = (folder: string): readonly Leftover[] => {
  const drafts = readdirSync(folder).filter((name) => {
    const pid = /\.(\d+)\.draft$/.exec(name)?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  });
  return drafts.flatMap((name) => asLeftover(join(folder, name)));
};

/** Clears away what earlier runs for the same file left. */
export const sweepLeftovers = (file: string): void => {
  for (const { file: draft } of leftoversIn(dirname(file))) {
    if (/^\.\d+\.draft$/.test(draft.slice(file.length)) && draft.startsWith(file)) removeDatabase(draft);
  }
};
