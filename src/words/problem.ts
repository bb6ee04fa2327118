import type { Difference, Refusal } from '../core/refusal.ts';
import type { Page } from './page.ts';
import { differenceEn, refusalEn } from './refusal-en.ts';
import { differenceKo, refusalKo } from './refusal-ko.ts';

/** A refusal as a sentence. */
export const refusalText = (refusal: Refusal, page: Page): string =>
  page.lang === 'ko' ? refusalKo(refusal, page) : refusalEn(refusal, page);

/** A difference to accept, replace or drop, in a few words. */
export const differenceText = (one: Difference, page: Page): string =>
  page.lang === 'ko' ? differenceKo(one, page) : differenceEn(one, page);
