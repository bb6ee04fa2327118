import type { SqliteStore } from '../store/sqlite/open-store.ts';

/** The bell is a hint and may be lost; and on a disk of the network it is not heard at all. */
const pollMs = 500;
/** Whoever draws needs no more than this: a busy house rings a thousand times a second. */
const gatherMs = 10;

type Source = Pick<SqliteStore, 'listen' | 'revision'>;

const revisionOf = (store: Source, before: string): string => {
  try {
    return store.revision();
  } catch {
    // Locked at this moment: it is looked at again soon.
    return before;
  }
};

/** Calls back after any process may have written. Returns what stops it. */
export const feedOf =
  (store: Source) =>
  (onChange: () => void): (() => void) => {
    let timer: NodeJS.Timeout | undefined;
    const ring = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        onChange();
      }, gatherMs);
    };
    let seen = revisionOf(store, '');
    const deafen = store.listen(ring);
    const poll = setInterval(() => {
      const now = revisionOf(store, seen);
      if (now !== seen) ring();
      seen = now;
    }, pollMs);
    return () => {
      deafen();
      clearInterval(poll);
      clearTimeout(timer);
    };
  };
