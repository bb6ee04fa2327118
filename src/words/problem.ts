import type { Refusal } from '../core/refusal.ts';
import type { Page } from './page.ts';
import { refusalEn } from './refusal-en.ts';
import { refusalKo } from './refusal-ko.ts';

/** A refusal as a sentence. */
export const refusalText = (refusal: Refusal, page: Page): string =>
  page.lang === 'ko' ? refusalKo(refusal, page) : refusalEn(refusal, page);
