import type { SqliteStore } from '../store/sqlite/open-store.ts';

/** The bell is a hint and may be lost, so the revision is looked at as well. */
const pollMs = 250;

/** Yields at once, then whenever some process may have written. */
export async function* changesOf(store: Pick<SqliteStore, 'listen' | 'revision'>): AsyncGenerator<void> {
  let wake: () => void = () => undefined;
  let rung = false;
  const deafen = store.listen(() => {
    rung = true;
    wake();
  });
  try {
    for (;;) {
      const before = store.revision();
      rung = false;
      yield;
      while (!rung && store.revision() === before) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  } finally {
    deafen();
  }
}
