/** How often each thing happened. */
export type Counters = {
  add(name: string, times?: number): void;
  of(name: string): number;
  all(): ReadonlyMap<string, number>;
};

export const createCounters = (): Counters => {
  const counts = new Map<string, { times: number }>();
  return {
    add: (name, times = 1) => {
      const count = counts.get(name);
      if (count) count.times += times;
      else counts.set(name, { times });
    },
    of: (name) => counts.get(name)?.times ?? 0,
    all: () => new Map([...counts].map(([name, { times }]) => [name, times])),
  };
};
