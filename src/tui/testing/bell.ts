import type { Store } from '../../core/ports.ts';

/** Rings after every commit, as the bell of a house does. */
export type Bell = {
  readonly on: <S extends Store>(store: S) => S;
  readonly subscribe: (onChange: () => void) => () => void;
  readonly ring: () => void;
  /** How many listen. */
  readonly listeners: () => number;
};

export const createBell = (): Bell => {
  const listeners = new Set<() => void>();
  const ring = () => {
    for (const listen of listeners) listen();
  };
  return {
    ring,
    listeners: () => listeners.size,
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    on: (store) => ({
      ...store,
      commit: async (commit) => {
        const committed = await store.commit(commit);
        ring();
        return committed;
      },
    }),
  };
};
