import type { ClaimAsk, Store } from '../../core/ports.ts';
import { openDatabase, patiently, reading, type Sqlite } from '../../sqlite/open.ts';
import { checkAsk } from '../check-commit.ts';
import type { RoutesToViews } from '../fold-views.ts';
import type { WholeStore } from '../whole-store.ts';
import { isAnyReady, lease, toDeliveries } from './claim.ts';
import { explained } from './explain.ts';
import { createGroupCommit } from './group-commit.ts';
import { checkFile, createGuard, inMemory } from './guard.ts';
import { createKeeping, type Keeping } from './keeping.ts';
import { inspect, migrate, refuseOlder } from './migrate.ts';
import { listen, openBell } from './open-bell.ts';
import { createOutboxReads, createReads, createStreamReads, type Read } from './reads.ts';
import { createRecall, type Recall } from './recall.ts';
import { createStatements, type Statements } from './statements.ts';
import { createUpkeep } from './upkeep.ts';
import { type Chain, verifyChain } from './verify-chain.ts';
import { createWrite, type Write } from './write.ts';

export type StoreOptions = {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** Makes the file, and its folder, when there is none. */
  readonly create?: boolean;
  /** Where the driver's native part is, for a bundle that cannot look for it. */
  readonly nativeBinding?: string;
  readonly routesToViews: RoutesToViews;
  /** Opens a file that others on this machine can read. */
  readonly allowWideAccess?: boolean;
  /** Brings a house of an older schema up to date; otherwise it is refused. */
  readonly upgrade?: boolean;
  /** How long a locked file is waited for. */
  readonly waitMs?: number;
};

export type SqliteStore = WholeStore &
  Keeping & {
    /** Calls back soon after any process, this one too, wrote something to see or to do; returns what stops it. */
    listen(onRing: () => void): () => void;
    /** Recomputes the hash chain of every stream. */
    verifyChain(): Promise<Chain>;
  };

type Opened = { readonly db: Sqlite; readonly guard: () => void };

/** Many processes may start at once on an empty file; only one of them may turn it to WAL at a time. */
const openFile = async (
  { file, create = false, nativeBinding, allowWideAccess = false, upgrade = false }: StoreOptions,
  waitMs: number,
): Promise<Opened> => {
  checkFile(file, { create, allowWideAccess });
  const guard = createGuard(file);
  const options = { ...(nativeBinding !== undefined && { nativeBinding }), fileMustExist: file !== inMemory, inspect };
  try {
    const db = await patiently(file, () => openDatabase(file, options), waitMs);
    try {
      if (!upgrade) refuseOlder(db);
      await migrate(db, waitMs);
      guard();
    } catch (error) {
      db.close();
      throw error;
    }
    return { db, guard };
  } catch (error) {
    throw explained(file, error);
  }
};

const createClaim =
  (s: Statements, recall: Recall, read: Read, write: Write): Store['claim'] =>
  async (asked) => {
    checkAsk(asked);
    const ask: ClaimAsk = { ...asked, consumers: [...new Set(asked.consumers)] };
    // Most looks find nothing: they must not stop anybody from writing.
    if (!(await read(() => isAnyReady(s, ask)))) return [];
    const leased = await write(() => lease(s, ask));
    return read(() => toDeliveries(recall, ask, leased));
  };

/** Opens the database as the rules of durability want it, makes its tables if it has none, and answers all four ports. */
export const openStore = async (options: StoreOptions): Promise<SqliteStore> => {
  const { file, waitMs = 5000 } = options;
  const { db, guard } = await openFile(options, Math.max(waitMs, 20_000));
  const statements = createStatements(db);
  const recall = createRecall(statements);
  const bell = openBell(file);
  const read: Read = (work) => reading(db, work, waitMs);
  const write = createWrite(db, guard, statements, waitMs);
  const ring = () => bell.ring();
  const group = createGroupCommit(statements, write, ring);
  return {
    ...createStreamReads(statements, recall, read),
    ...createReads(statements, recall, read),
    ...createOutboxReads(statements, read, write, ring),
    ...createUpkeep({ statements, read, write, ring }, options.routesToViews),
    ...createKeeping({ db, statements, read, write, waitMs }),
    commit: (commit) => group.commit(commit),
    claim: createClaim(statements, recall, read, write),
    listen: (onRing) => listen(file, onRing),
    verifyChain: () => read(() => verifyChain(statements)),
    close: async () => {
      await group.drained();
      bell.close();
      db.close();
    },
  };
};
