import type { Difference, Refusal, Unmet } from '../core/refusal.ts';
import { problemKo } from './invalid.ts';
import type { Page } from './page.ts';
import { differenceEn, refusalEn, unmetEn } from './refusal-en.ts';
import { differenceKo, refusalKo, unmetKo } from './refusal-ko.ts';

/** A refusal as a sentence. */
export const refusalText = (refusal: Refusal, page: Page): string =>
  page.lang === 'ko' ? refusalKo(refusal, page) : refusalEn(refusal, page);

/** What is wrong with what was typed, to be said at its field. */
export const fieldText = (refusal: Refusal, page: Page): string => {
  if (refusal.code !== 'INVALID_INPUT') return refusalText(refusal, page);
  return page.lang === 'ko' ? problemKo(refusal.problem) : refusal.problem;
};

/** What is not as it was seen, and what is missing, each in a few words. */
export const differenceText = (one: Difference, page: Page): string =>
  page.lang === 'ko' ? differenceKo(one, page) : differenceEn(one, page);
export const unmetText = (one: Unmet, page: Page): string => (page.lang === 'ko' ? unmetKo(one, page) : unmetEn(one, page));
