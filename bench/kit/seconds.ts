/** Runs it and says how many seconds it took. */
export const seconds = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** How long each took, in milliseconds. */
export const latencies = async (count: number, work: (at: number) => Promise<unknown>): Promise<readonly number[]> => {
  const found: number[] = [];
  for (let at = 0; at < count; at++) {
    const start = performance.now();
    await work(at);
    found.push(performance.now() - start);
  }
  return found;
};
