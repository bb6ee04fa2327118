import { type Page, wordsOf } from '../../words/page.ts';
import { useUi } from '../kit/ui-context.ts';

/** How the words that screens share with the command line are said here and now. */
export const usePage = (zone?: string): Page => {
  const { lang, now, zone: own, size } = useUi();
  return { lang, words: wordsOf(lang), now: now(), zone: zone ?? own, width: size.columns };
};
