import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { no, ok, type Result } from '../../core/result.ts';
import { openReadOnly, patiently, sqliteCodeOf } from '../../sqlite/open.ts';
import { DatabaseUnfit } from '../../sqlite/unfit.ts';
import { explained } from './explain.ts';
import { createEmpty, publish, removeDatabase, syncFile } from './files.ts';
import { checkFile } from './guard.ts';
import { type Counts, countsOf, faultsOf } from './keeping.ts';
import { lookInto } from './look-into.ts';
import { draftOf, sweepLeftovers } from './open-leftovers.ts';
import { createStatements } from './statements.ts';
import { verifyChain } from './verify-chain.ts';

/** A copy that was looked through: everything that is wrong with it, and what is in it. */
export type Looked = { readonly counts: Counts; readonly faults: readonly string[] };
export type Backup = { readonly counts: Counts; readonly bytes: number; readonly sha256: string };
export type NoBackup =
  | { readonly why: 'exists' }
  | { readonly why: 'unsound'; readonly faults: readonly string[] }
  | { readonly why: 'cannot-write'; readonly cause: string };

/** As `doctor` looks at the house, but at a file that nobody has open. Throws DatabaseUnfit for what is no database of ours. */
export const lookThrough = (file: string): Promise<Looked> =>
  lookInto(file, (db) => {
    const { broken } = verifyChain(createStatements(db));
    return { counts: countsOf(db), faults: [...faultsOf(db), ...broken.map(({ event, what }) => `${event}: ${what}`)] };
  });

const sha256Of = (file: string): string => {
  const digest = createHash('sha256');
  const handle = openSync(file, 'r');
  const piece = Buffer.alloc(1 << 20);
  for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) digest.update(piece.subarray(0, read));
  closeSync(handle);
  return digest.digest('hex');
};

/** No room, no rights, no such folder: an answer, not a fault of the program. */
const troubleOf = (error: unknown): string | undefined => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isOutside = /^E[A-Z]+$/.test(code) || /^SQLITE_(FULL|IOERR|CANTOPEN|READONLY)/.test(sqliteCodeOf(error));
  return isOutside && error instanceof Error ? error.message : undefined;
};

const waitMs = 20_000;

/** A whole copy of a database in use: one read, which stops nobody from writing. What was deleted is not in it. */
const copyInto = async (source: string, draft: string): Promise<void> => {
  const db = await patiently(source, () => openReadOnly(source), waitMs);
  try {
    await patiently(source, () => db.prepare('vacuum into ?').run(draft), waitMs);
  } finally {
    db.close();
  }
};

type Wanted = { readonly source: string; readonly target: string; readonly replace: boolean };

/** Written beside its name, looked through, and only then given the name; a file that was there stays unless it is to be replaced. */
const written = async <T>(
  { source, target, replace }: Wanted,
  look: (draft: string) => Promise<Result<T, NoBackup>>,
): Promise<Result<T, NoBackup>> => {
  if (!replace && existsSync(target)) return no({ why: 'exists' });
  const draft = draftOf(target);
  try {
    sweepLeftovers(target);
    // Left by a backup that was killed, whose process had this number: in a container they often do.
    removeDatabase(draft);
    createEmpty(draft);
    await copyInto(source, draft);
    syncFile(draft);
    const looked = await look(draft);
    if (!looked.ok) return looked;
    return publish(draft, target, replace) ? looked : no({ why: 'exists' });
  } catch (error) {
    const cause = troubleOf(error);
    if (cause === undefined) throw explained(source, error);
    return no({ why: 'cannot-write', cause });
  } finally {
    removeDatabase(draft);
  }
};

/** Others write meanwhile: it holds no less than there was before, and no more than there was after. */
const miscounted = (before: Counts, { events, lastPosition }: Counts, after: Counts): readonly string[] => {
  const isBetween =
    before.events <= events && events <= after.events && before.lastPosition <= lastPosition && lastPosition <= after.lastPosition;
  return isBetween
    ? []
    : [`the copy holds ${events} events up to ${lastPosition}, the house ${before.events} to ${after.events} up to ${after.lastPosition}`];
};

/** A backup of the house, while it works. */
export const writeBackup = async (wanted: Wanted): Promise<Result<Backup, NoBackup>> => {
  const { source } = wanted;
  checkFile(source, { create: false, allowWideAccess: true });
  const before = await lookInto(source, countsOf);
  return written(wanted, async (draft) => {
    const { counts, faults } = await lookThrough(draft);
    const wrong = [...faults, ...miscounted(before, counts, await lookInto(source, countsOf))];
    if (wrong.length > 0) return no({ why: 'unsound', faults: wrong });
    return ok({ counts, bytes: statSync(draft).size, sha256: sha256Of(draft) });
  });
};

/** The same for a file that is not a house: the sandbox's bank. */
export const copySoundly = (wanted: Wanted): Promise<Result<void, NoBackup>> =>
  written(wanted, async (draft) => {
    const db = openReadOnly(draft);
    try {
      const faults = faultsOf(db);
      return faults.length > 0 ? no({ why: 'unsound', faults }) : ok(undefined);
    } finally {
      db.close();
    }
  });

/** What happened behind a position: a house that goes back to it would lose this. */
export type Since = { readonly events: number; readonly orders: number };

/** Undefined when there is no house, or none that can be read any more. */
export const happenedSince = async (file: string, position: number): Promise<Since | undefined> => {
  if (!existsSync(file)) return undefined;
  try {
    const placed = "count(*) filter (where type = 'OrderPlaced') as orders";
    const sql = `select count(*) as events, ${placed} from events where position > ?`;
    return await lookInto(file, (db) => db.prepare<[number], Since>(sql).get(position));
  } catch (error) {
    // That it cannot be read is why it is restored.
    if (error instanceof DatabaseUnfit) return undefined;
    throw error;
  }
};
