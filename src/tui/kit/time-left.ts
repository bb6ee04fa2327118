import type { KitWords } from './words.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
/** Seconds are counted where they matter; before that they would only be a restless place on the screen. */
const secondsBelowMs = 2 * minuteMs;

/** `7분 남음`, in the last two minutes `1:09`, then that it is over. Minutes are rounded up: what is promised is never less than what is left. */
export const timeLeft = (leftMs: number, words: KitWords): string => {
  if (leftMs <= 0) return words.over;
  if (leftMs > secondsBelowMs) return words.left(Math.ceil(leftMs / minuteMs));
  const seconds = Math.ceil(leftMs / secondMs);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** How long the text stays as it is; undefined once it is over. */
export const nextChangeMs = (leftMs: number): number | undefined => {
  if (leftMs <= 0) return undefined;
  const unit = leftMs > secondsBelowMs ? minuteMs : secondMs;
  const within = leftMs % unit;
  const change = within === 0 ? unit : within;
  return leftMs > secondsBelowMs ? Math.min(change, leftMs - secondsBelowMs) : change;
};
