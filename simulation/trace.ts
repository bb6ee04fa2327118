/** A fingerprint of everything that happened, in order: two runs are the same if and only if these are. */
export type Trace = { add(n: number): void; text(): string };

export const createTrace = (): Trace => {
  let [a, b] = [0x811c9dc5, 0x1000193];
  return {
    add: (n) => {
      a = Math.imul(a ^ n, 0x01000193);
      b = (Math.imul(b, 0x85ebca6b) + (a ^ (n >>> 7))) | 0;
      b ^= b >>> 15;
    },
    text: () => [a, b].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(''),
  };
};
