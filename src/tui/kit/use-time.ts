import { useEffect, useReducer } from 'react';
import type { Instant } from '../../core/kinds.ts';
import { nextChangeMs, timeLeft } from './time-left.ts';
import { useKitWords, useUi } from './ui-context.ts';

const minuteMs = 60_000;

/** Draws again after so long, for as long as somebody looks. */
const useWake = (ms: number | undefined) => {
  const [, draw] = useReducer((count: number) => count + 1, 0);
  // After every frame anew: the wait is often as long as the last one, which would pass for the same.
  useEffect(() => {
    if (ms === undefined) return;
    // A timer may fire a millisecond early, on the old text.
    const timer = setTimeout(draw, ms + 2);
    return () => clearTimeout(timer);
  });
};

/** The time of the clock, drawn again at each full minute. */
export const useMinute = (): Instant => {
  const now = useUi().now();
  useWake(minuteMs - (now % minuteMs));
  return now;
};

/** What is left until then, drawn again when its words change and not before. */
export const useTimeLeft = (until: Instant): string => {
  const words = useKitWords();
  const leftMs = until - useUi().now();
  useWake(nextChangeMs(leftMs));
  return timeLeft(leftMs, words);
};
