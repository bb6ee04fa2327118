import type { Page } from './page.ts';
import { salesWords } from './sales-words.ts';

const longSeconds = 600;

/** How long something took on average: to the second below ten minutes, then to the minute. */
export const lengthText = (ms: number | undefined, { lang }: Page): string => {
  if (ms === undefined) return '-';
  const seconds = Math.round(ms / 1000);
  const isLong = seconds >= longSeconds;
  return salesWords[lang].length(isLong ? Math.round(seconds / 60) : Math.floor(seconds / 60), isLong ? 0 : seconds % 60);
};
