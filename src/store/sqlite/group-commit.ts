import type { Commit, Committed } from '../../core/ports.ts';
import { DatabaseBusy, OutcomeUnknown } from '../../sqlite/open.ts';
import { DatabaseUnfit } from '../../sqlite/unfit.ts';
import { checkCommit } from '../check-commit.ts';
import { applyCommit, type EncodedCommit, encodeCommit } from './commit.ts';
import type { Statements } from './statements.ts';
import type { Write } from './write.ts';

type Waiting = { readonly encoded: EncodedCommit; resolve(committed: Committed): void; reject(error: unknown): void };
export type GroupCommit = {
  commit(commit: Commit): Promise<Committed>;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
};

/** More than this in one transaction holds the lock too long for the others. */
const mostTogether = 128;

/** What harms the whole file harms every commit alike. */
const isShared = (error: unknown): boolean =>
  error instanceof DatabaseBusy || error instanceof OutcomeUnknown || error instanceof DatabaseUnfit;

const rings = ({ outbox, rows }: Commit): boolean => outbox.length > 0 || rows.length > 0;

/** Commits that come in one turn of the event loop, or while the file is locked, share a transaction. */
export const createGroupCommit = (statements: Statements, write: Write, ring: () => void): GroupCommit => {
  const queue: Waiting[] = [];
  let flushing: Promise<void> | undefined;

  const together = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const results = await write(() => batch.map(({ encoded }) => applyCommit(statements, encoded)));
      for (const [at, result] of results.entries()) batch[at]?.resolve(result);
      if (batch.some(({ encoded }, at) => results[at] === 'done' && rings(encoded.commit))) ring();
    } catch (error) {
      if (isShared(error) || batch.length === 1) for (const { reject } of batch) reject(error);
      // One of them is at fault: alone it harms only itself.
      else for (const one of batch) await together([one]);
    }
  };
  const flush = async (): Promise<void> => {
    while (queue.length > 0) {
      if (queue.length < mostTogether) await new Promise((resolve) => setImmediate(resolve));
      await together(queue.splice(0, mostTogether));
    }
    flushing = undefined;
  };
  return {
    commit: (commit) =>
      new Promise((resolve, reject) => {
        checkCommit(commit);
        queue.push({ encoded: encodeCommit(commit), resolve, reject });
        flushing ??= flush();
      }),
    drained: async () => {
      await flushing;
    },
  };
};
