/** A row's turn: when it is ready, and where it stands among those that are ready at the same time. */
export type Turn<T> = { readonly readyAt: number; readonly position: number; readonly row: T };

export const isBefore = <T>(a: Turn<T>, b: Turn<T>): boolean =>
  a.readyAt < b.readyAt || (a.readyAt === b.readyAt && a.position < b.position);

/** A binary heap whose outdated turns are dropped when they come up. */
export const createReadyHeap = <T>(isCurrent: (turn: Turn<T>) => boolean) => {
  const turns: Turn<T>[] = [];

  const swap = (a: number, b: number) => {
    const first = turns[a];
    const second = turns[b];
    if (!first || !second) return;
    turns[a] = second;
    turns[b] = first;
  };
  const before = (a: number, b: number): boolean => {
    const first = turns[a];
    const second = turns[b];
    return first !== undefined && (second === undefined || isBefore(first, second));
  };
  const sink = () => {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      const child = before(right, left) ? right : left;
      if (!before(child, at)) return;
      swap(child, at);
      at = child;
    }
  };
  const push = (turn: Turn<T>) => {
    turns.push(turn);
    for (let at = turns.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!before(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const pop = (): Turn<T> | undefined => {
    const top = turns[0];
    const last = turns.pop();
    if (last !== undefined && turns.length > 0) {
      turns[0] = last;
      sink();
    }
    return top;
  };
  /** The next turn that still counts. */
  const peek = (): Turn<T> | undefined => {
    while (turns[0] && !isCurrent(turns[0])) pop();
    return turns[0];
  };
  return { push, pop, peek };
};
