import { chownSync, existsSync, linkSync, mkdirSync, readdirSync, readlinkSync, realpathSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { no, ok, type Result } from '../../core/result.ts';
import { openDatabase, sqliteCodeOf } from '../../sqlite/open.ts';
import { DatabaseUnfit } from '../../sqlite/unfit.ts';
import { besides, copyPrivately, hasLog, removeDatabase, syncFile, syncFolderOf } from './files.ts';
import { draftOf, sweepLeftovers } from './open-leftovers.ts';

/** A house that is being made beside the one that is in use; it is looked through before it takes the other's place. */
export type Draft = {
  readonly file: string;
  /** Takes the place of the house, whose old file is kept under its name with the suffix. Refused while anybody has the house open. */
  readonly putInPlace: (suffix: string) => Result<{ readonly aside: string | undefined }, InUse>;
  readonly discard: () => void;
};
export type InUse = { readonly why: 'in-use'; readonly pids: readonly number[] };

/** Who has the file open, as far as this machine tells: Linux, and processes of our own. */
export const holdersOf = (file: string): readonly number[] => {
  const links = (pid: string): readonly string[] => {
    try {
      return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    } catch {
      // It has ended meanwhile, or is somebody else's.
      return [];
    }
  };
  if (!existsSync('/proc/self/fd')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && links(name).includes(file))
    .map(Number);
};

/** Turned from WAL to a plain file, which SQLite refuses while anybody else has it open; then nobody can begin to use it. */
const closeToAll = <T>(file: string, work: () => T): T | 'in-use' | 'unreadable' => {
  const db = (() => {
    try {
      return openDatabase(file, { fileMustExist: true });
    } catch (error) {
      if (sqliteCodeOf(error).startsWith('SQLITE_BUSY')) return 'in-use';
      // What cannot be read is why somebody restores.
      return 'unreadable';
    }
  })();
  if (typeof db === 'string') return db;
  try {
    db.pragma('journal_mode = delete');
    db.pragma('locking_mode = exclusive');
    db.exec('begin exclusive');
    return work();
  } catch (error) {
    if (sqliteCodeOf(error).startsWith('SQLITE_BUSY')) return 'in-use';
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(sqliteCodeOf(error))) return 'unreadable';
    throw error;
  } finally {
    if (db.inTransaction) db.exec('rollback');
    db.close();
  }
};

/** At no moment is there no house: the old file gets a second name, then the draft takes the first one over. */
const swap = (draft: string, file: string, aside: string): void => {
  linkSync(file, aside);
  renameSync(draft, file);
  syncFolderOf(file);
};

/** A file that SQLite cannot read has no locks to ask: its log belongs to it and goes with it. */
const moveAway = (draft: string, file: string, aside: string): void => {
  for (const [at, one] of besides(file).entries()) if (existsSync(one)) renameSync(one, besides(aside)[at] ?? one);
  renameSync(draft, file);
  syncFolderOf(file);
};

/** Root restores a house that is somebody else's: it must stay theirs. */
const giveTo = (draft: string, owner: string): void => {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(owner);
  chownSync(draft, uid, gid);
};

const place = (draft: string, file: string, aside: string): ReturnType<Draft['putInPlace']> => {
  giveTo(draft, existsSync(file) ? file : dirname(file));
  syncFile(draft);
  if (!existsSync(file)) {
    renameSync(draft, file);
    syncFolderOf(file);
    return ok({ aside: undefined });
  }
  const pids = holdersOf(file);
  if (pids.length > 0) return no({ why: 'in-use', pids });
  const done = closeToAll(file, () => {
    swap(draft, file, aside);
    return 'done' as const;
  });
  if (done === 'in-use') return no({ why: 'in-use', pids: holdersOf(file) });
  if (done === 'unreadable') moveAway(draft, file, aside);
  return ok({ aside });
};

/** A second restore within the same second must not take the name of the file that the first one kept. */
const freeName = (name: string): string => {
  for (let nth = 2, free = name; ; nth++) {
    if (!existsSync(free)) return free;
    free = `${name}-${nth}`;
  }
};

/** An empty name beside the house; whatever a draft of before left there is gone. */
export const newDraft = (file: string): Draft => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Where a link leads to, the house is; only there one name can take another over.
  const home = existsSync(file) ? realpathSync(file) : file;
  const draft = draftOf(home);
  sweepLeftovers(home);
  removeDatabase(draft);
  return { file: draft, putInPlace: (suffix) => place(draft, home, freeName(`${home}${suffix}`)), discard: () => removeDatabase(draft) };
};

/** A draft that begins as a copy of a backup. The backup itself is only read. */
export const draftFrom = (backup: string, file: string): Draft => {
  const stat = statSync(backup, { throwIfNoEntry: false });
  if (!stat) throw new DatabaseUnfit('missing', `there is no backup at ${backup}`);
  if (!stat.isFile() || stat.size === 0) throw new DatabaseUnfit('empty', `${backup} is no backup: it is empty, or not a file`);
  if (hasLog(backup) || holdersOf(realpathSync(backup)).length > 0) {
    throw new DatabaseUnfit('foreign', `${backup} is a database that is in use, not a backup of one; make one with: baedal backup`);
  }
  const draft = newDraft(file);
  copyPrivately(backup, draft.file);
  return draft;
};
