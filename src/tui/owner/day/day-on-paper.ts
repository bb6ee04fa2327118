import type { PrintJob } from '../../../core/kitchen/printer.ts';
import type { Printing } from '../../../core/use-cases/printing.ts';
import { type Page, when } from '../../../words/page.ts';
import { printingWords } from '../../../words/printing-words.ts';

/** How the close of this day does on paper: it waits, and what for; it was given up; it came out, and when. Nothing when nobody asked. */
export const dayOnPaper = (day: string, printing: Printing | undefined, page: Page): string => {
  if (!printing) return '';
  const words = printingWords(page.lang);
  const isIt = (job: PrintJob) => job.kind === 'day' && job.day === day;
  const waiting = printing.waiting.find(isIt);
  if (waiting) return waiting.error ? words.trouble[waiting.error] : words.waits;
  const gaveUp = printing.unprinted.find(isIt);
  if (gaveUp) return words.unprinted;
  const printed = printing.days.find((one) => one.kind === 'day' && one.day === day);
  return printed ? words.printed(when(page, printed.at)) : '';
};
