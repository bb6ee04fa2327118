import { createTimers } from './timers.ts';

/** Something that happens at once. A promise is waited for before anything else happens: real input and output, nothing virtual. */
export type Step = () => undefined | Promise<unknown>;

/** Virtual time and one thing at a time: whoever waits for a port waits here. */
export type Scheduler = {
  now(): number;
  /** How many steps were made. */
  readonly steps: number;
  /** At this time of the world. Of all that is ready the lowest turn goes first: a turn is drawn for who asks for what. */
  soon(step: Step, turn?: number): void;
  at(time: number, step: Step, turn?: number): void;
  /** Until nothing waits any more; fails when that takes too many steps. */
  run(most: number): Promise<void>;
};

type Waiting = { readonly step: Step; readonly turn: number };

const takeFirst = (ready: Waiting[]): Waiting | undefined => {
  let best = 0;
  for (let at = 1; at < ready.length; at++) if ((ready[at]?.turn ?? 0) < (ready[best]?.turn ?? 0)) best = at;
  const taken = ready[best];
  const last = ready.pop();
  if (last && best < ready.length) ready[best] = last;
  return taken;
};

export const createScheduler = (start: number): Scheduler => {
  const ready: Waiting[] = [];
  const timers = createTimers<Waiting>();
  let now = start;
  let steps = 0;

  const advance = (): boolean => {
    const next = timers.next();
    if (next === undefined) return false;
    if (next > now) now = next;
    while (timers.next() === next) {
      const waiting = timers.take();
      if (waiting) ready.push(waiting);
    }
    return true;
  };
  const take = (): Waiting | undefined => (ready.length === 0 && !advance() ? undefined : takeFirst(ready));
  return {
    now: () => now,
    get steps() {
      return steps;
    },
    soon: (step, turn = 0) => void ready.push({ step, turn }),
    at: (time, step, turn = 0) => (time <= now ? void ready.push({ step, turn }) : timers.set(time, { step, turn })),
    run: (most) =>
      new Promise((done, fail) => {
        const settled = Promise.resolve();
        const ask = () => process.nextTick(turn);
        const goOn = () => void settled.then(ask);
        // A tick asked for by a microtask comes after all microtasks: everybody has reached their next port, or their end.
        const turn = () => {
          const waiting = take();
          if (!waiting) return done();
          if (++steps > most)
            return fail(new Error(`the world does not come to rest: ${most} steps, and it is ${new Date(now).toISOString()}`));
          try {
            const real = waiting.step();
            if (real !== undefined) real.then(goOn, fail);
            else goOn();
          } catch (error) {
            fail(error);
          }
        };
        goOn();
      }),
  };
};
