/** Steps by the virtual time at which they are due; those of one time in the order in which they were set. */
export type Timers<T> = {
  readonly size: number;
  set(at: number, step: T): void;
  /** The time of the next one. */
  next(): number | undefined;
  take(): T | undefined;
};

export const createTimers = <T>(): Timers<T> => {
  // Three arrays beat one of objects: millions of timers are set in a run.
  const times: number[] = [];
  const orders: number[] = [];
  const steps: T[] = [];
  let count = 0;

  const isBefore = (a: number, b: number): boolean => {
    const left = times[a] ?? 0;
    const right = times[b] ?? 0;
    return left === right ? (orders[a] ?? 0) < (orders[b] ?? 0) : left < right;
  };
  const swapIn = <V>(list: V[], a: number, b: number) => {
    const kept = list[a] as V;
    list[a] = list[b] as V;
    list[b] = kept;
  };
  const swap = (a: number, b: number) => {
    swapIn(times, a, b);
    swapIn(orders, a, b);
    swapIn(steps, a, b);
  };
  const sink = () => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      if (left >= times.length) return;
      const child = left + 1 < times.length && isBefore(left + 1, left) ? left + 1 : left;
      if (!isBefore(child, at)) return;
      swap(child, at);
      at = child;
    }
  };
  return {
    get size() {
      return times.length;
    },
    set: (at, step) => {
      times.push(at);
      orders.push(count++);
      steps.push(step);
      for (let child = times.length - 1; child > 0; ) {
        const parent = (child - 1) >> 1;
        if (!isBefore(child, parent)) return;
        swap(child, parent);
        child = parent;
      }
    },
    next: () => times[0],
    take: () => {
      const top = steps[0];
      const last = times.length - 1;
      if (last < 0) return undefined;
      swap(0, last);
      times.pop();
      orders.pop();
      steps.pop();
      sink();
      return top;
    },
  };
};
