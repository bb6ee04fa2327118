import type { Chance } from './chance.ts';
import { createTimers } from './timers.ts';

/** Something that happens at once. A promise is waited for before anything else happens: real input and output, nothing virtual. */
export type Step = () => undefined | Promise<unknown>;

/** Virtual time and one thing at a time: whoever waits for a port waits here, and the seed says who goes on first. */
export type Scheduler = {
  now(): number;
  /** How many steps were made. */
  readonly steps: number;
  /** At this time of the world, among others in any order. */
  soon(step: Step): void;
  at(time: number, step: Step): void;
  /** The time of the next timer, if anything waits for one. */
  nextAt(): number | undefined;
  /** Until nothing waits any more; fails when that takes too many steps. */
  run(most: number): Promise<void>;
};

export const createScheduler = (chance: Chance, start: number): Scheduler => {
  const ready: Step[] = [];
  const timers = createTimers<Step>();
  let now = start;
  let steps = 0;

  const advance = (): boolean => {
    const next = timers.next();
    if (next === undefined) return false;
    if (next > now) now = next;
    while (timers.next() === next) {
      const step = timers.take();
      if (step) ready.push(step);
    }
    return true;
  };
  const take = (): Step | undefined => {
    if (ready.length === 0 && !advance()) return undefined;
    const at = ready.length === 1 ? 0 : chance.below(ready.length);
    const step = ready[at];
    const last = ready.pop();
    if (last && at < ready.length) ready[at] = last;
    return step;
  };
  return {
    now: () => now,
    get steps() {
      return steps;
    },
    soon: (step) => void ready.push(step),
    at: (time, step) => (time <= now ? void ready.push(step) : timers.set(time, step)),
    nextAt: () => (ready.length > 0 ? now : timers.next()),
    run: (most) =>
      new Promise((done, fail) => {
        const goOn = () => queueMicrotask(() => process.nextTick(turn));
        // A tick asked for by a microtask comes after all microtasks: everybody has reached their next port, or their end.
        const turn = () => {
          const step = take();
          if (!step) return done();
          if (++steps > most)
            return fail(new Error(`the world does not come to rest: ${most} steps, and it is ${new Date(now).toISOString()}`));
          try {
            const waiting = step();
            if (waiting) waiting.then(goOn, fail);
            else goOn();
          } catch (error) {
            fail(error);
          }
        };
        goOn();
      }),
  };
};
