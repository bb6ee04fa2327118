import { type Page, usualZone, wordsOf } from '../../words/page.ts';
import { useUi } from '../kit/ui-context.ts';
import { useShell } from './shell.tsx';

/** How the words that screens share with the command line are said here and now, on the shop's own clock. */
export const usePage = (): Page => {
  const { lang, now, size } = useUi();
  return { lang, words: wordsOf(lang), now: now(), zone: useShell().shop?.zone ?? usualZone, width: size.columns };
};
