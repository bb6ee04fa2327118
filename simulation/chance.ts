/** The only chance there is: every draw follows from the seed and the name of who draws. */
export type Chance = {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number, 0 ≤ x < n. */
  below(n: number): number;
  /** A whole number, from ≤ x ≤ to. */
  between(from: number, to: number): number;
  hit(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
};

/** Mixes text into 32 bits. */
export const hashText = (text: string, seed = 0x811c9dc5): number => {
  let hash = seed >>> 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
};

/** Spreads near numbers far apart (the finisher of murmur3). */
export const mix = (n: number): number => {
  let hash = n | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** Mulberry32: one word of state, so that every order, process and fault can have a stream of its own that no other disturbs. */
export const createChance = (seed: number, name: string): Chance => {
  let state = hashText(name, mix(seed ^ 0x9e3779b9));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    hit: (probability) => next() < probability,
    pick: (from) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
};
