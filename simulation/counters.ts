/** How often each thing happened. */
export type Counters = {
  add(name: string, times?: number): void;
  of(name: string): number;
  all(): ReadonlyMap<string, number>;
};

export const createCounters = (): Counters => {
  const counts = new Map<string, number>();
  return {
    add: (name, times = 1) => void counts.set(name, (counts.get(name) ?? 0) + times),
    of: (name) => counts.get(name) ?? 0,
    all: () => counts,
  };
};
