import { type PrintJob, printerAddressText } from '../../core/kitchen/printer.ts';
import type { Printing } from '../../core/use-cases/printing.ts';
import type { Lang } from '../../words/lang.ts';
import { printingWords } from '../../words/printing-words.ts';
import { iso } from '../iso.ts';
import type { Line } from '../terminal.ts';

export const printJobJson = (job: PrintJob) => ({
  kind: job.kind,
  shop: job.shop,
  order: job.kind === 'day' ? null : job.order,
  day: job.kind === 'day' ? job.day : null,
  askedAt: iso(job.askedAt),
  reprint: job.isReprint,
  mayBeOut: job.mayBeOut,
  attempts: job.attempts,
  trouble: job.error ?? null,
});

export const printingJson = ({ printer, waiting, unprinted, days }: Printing) => ({
  printer: printer
    ? { address: printerAddressText(printer.address), columns: printer.columns, lang: printer.lang, prints: printer.prints }
    : null,
  waiting: waiting.map(printJobJson),
  unprinted: unprinted.map(printJobJson),
  days: days.flatMap((page) => (page.kind === 'day' ? [{ day: page.day, printedAt: iso(page.at) }] : [])),
});

export const printingText = ({ printer, waiting }: Printing, lang: Lang): readonly Line[] => {
  const words = printingWords(lang);
  if (!printer) return [words.none];
  return [
    [{ text: printerAddressText(printer.address), tone: 'strong' }, `  ${words.columns(printer.columns)}  ${words.prints[printer.prints]}`],
    ...(waiting.length === 0 ? [] : [words.waiting(waiting.length)]),
  ];
};
