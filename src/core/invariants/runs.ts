import type { Need, Unjudged } from './evidence.ts';
import { invariants } from './invariants.ts';

/**
 * What each kind of run can show. Who settled what is seen only where every commit passes by one watcher, which no real process
 * lets happen; a store in memory has no hash chain; a quiet installation knows nothing of what people were told.
 */
export const evidenceOf = {
  simulate: ['bank', 'heard', 'answers', 'asked', 'settled', 'rest'],
  'simulate --store sqlite': ['bank', 'heard', 'answers', 'asked', 'settled', 'chain', 'rest'],
  'crash-points': ['bank', 'heard', 'answers', 'asked', 'chain', 'rest'],
  soak: ['bank', 'heard', 'answers', 'asked', 'chain', 'rest'],
  doctor: ['bank', 'heard', 'chain', 'rest'],
} as const satisfies Readonly<Record<string, readonly Need[]>>;
export type Run = keyof typeof evidenceOf;

/** The promises that such a run cannot judge, whatever happens in it. */
export const beyond = (run: Run): readonly string[] => {
  const has: readonly Need[] = evidenceOf[run];
  return invariants.filter(({ needs }) => !needs.every((need) => has.includes(need))).map(({ name }) => name);
};

/** What was judged in none of the parts of a run. */
export const neverJudged = (parts: readonly (readonly Unjudged[])[]): readonly Unjudged[] => {
  const [first = [], ...others] = parts;
  const names = others.map((part) => new Set(part.map(({ name }) => name)));
  return first.filter(({ name }) => names.every((part) => part.has(name)));
};

/** Nothing passes for want of evidence without a word. */
export const sayUnjudged = (unjudged: readonly Unjudged[]): string =>
  unjudged.length === 0
    ? 'all judged'
    : `not judged: ${unjudged.map(({ name, lacks }) => `${name} (no ${lacks.join(', no ')})`).join(', ')}`;
