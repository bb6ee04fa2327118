import type { PrintJob } from '../../core/kitchen/printer.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Result } from '../../core/result.ts';
import { printingWords } from '../../words/printing-words.ts';
import { refusalText } from '../../words/problem.ts';
import { useSay } from '../kit/message-line.tsx';
import { useUi } from '../kit/ui-context.ts';
import { useShell } from './shell.tsx';
import { shellWords } from './shell-words.ts';
import { usePage } from './use-page.ts';

/** The shop's printer, for whoever asks it for a page: why it cannot be asked now, and the asking, which says how it went. */
export const usePaper = () => {
  const { here, lost } = useShell();
  const { lang } = useUi();
  const say = useSay();
  const page = usePage();
  const words = printingWords(lang);
  const noPrinter = here?.printing?.printer ? undefined : words.noPrinter;
  return {
    words,
    barred: (lost && shellWords(lang).lostWhy) ?? noPrinter,
    ask: async (what: string, asking: () => Promise<Result<PrintJob, Refusal>>) => {
      const asked = await asking();
      if (!asked.ok) return say(refusalText(asked.error, page), 'warn');
      say(asked.value.isReprint ? words.askedAgain(what) : words.asked(what), 'good');
    },
  };
};
