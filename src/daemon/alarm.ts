import type { Instant } from '../core/kinds.ts';

/** What wakes the lanes: the bell, the poll behind it, a deadline, the end. */
export type Alarm = {
  readonly stopped: boolean;
  /** Taken before looking for work, so that a ring during the look is not slept through. */
  next(): Promise<void>;
  wait(rung: Promise<void>, dueAt: Instant | undefined): Promise<void>;
  ring(): void;
  stop(): void;
};

/** Timers longer than this are set again: clocks jump, and laptops sleep. */
const longestMs = 60_000;
/** Something is overdue and yet could not be claimed: it is leased elsewhere, or stands behind a row that is. */
const blockedMs = 250;

export const createAlarm = (now: () => number): Alarm => {
  let stopped = false;
  let resolve: () => void = () => {};
  let promise = new Promise<void>((done) => {
    resolve = done;
  });
  const ring = () => {
    const answer = resolve;
    promise = new Promise<void>((done) => {
      resolve = done;
    });
    answer();
  };
  return {
    get stopped() {
      return stopped;
    },
    next: () => promise,
    wait: async (rung, dueAt) => {
      if (stopped) return;
      const untilDue = dueAt === undefined ? longestMs : dueAt - now();
      const ms = untilDue <= 0 ? blockedMs : Math.min(longestMs, untilDue);
      let timer: NodeJS.Timeout | undefined;
      const due = new Promise<void>((done) => {
        timer = setTimeout(done, ms);
      });
      await Promise.race([rung, due]);
      clearTimeout(timer);
    },
    ring,
    stop: () => {
      stopped = true;
      ring();
    },
  };
};
