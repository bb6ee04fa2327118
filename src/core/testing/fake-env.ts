import { type IdKind, type IdOf, type Instant, idPrefixes, instant } from '../kinds.ts';
import type { Env } from '../ports.ts';
import { noon } from './story.ts';

export type FakeEnv = Env & {
  readonly tick: (ms: number) => void;
  readonly moveTo: (at: Instant) => void;
};

/** A clock that moves when it is told to, ids that count, chance that is always the same. */
export const createFakeEnv = (random = 0): FakeEnv => {
  let now = noon;
  const counted = new Map<string, number>();
  const next = (prefix: string): string => {
    const number = (counted.get(prefix) ?? 0) + 1;
    counted.set(prefix, number);
    return `${prefix}_${String(number).padStart(4, '0')}`;
  };
  return {
    now: () => instant(now),
    newId: <K extends IdKind>(of: K) => next(idPrefixes[of]) as IdOf[K],
    newCommandId: () => next('cmd'),
    digest: (text) => text,
    sleep: async (ms) => {
      now += ms;
    },
    random: () => random,
    tick: (ms) => {
      now += ms;
    },
    moveTo: (at) => {
      now = Math.max(now, at);
    },
  };
};
