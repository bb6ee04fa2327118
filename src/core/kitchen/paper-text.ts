import { safeLine } from '../safe-text.ts';
import { wrap } from '../text-width.ts';
import type { PaperLine, Printer } from './printer.ts';

/** What a page is made for. */
export type Paper = Pick<Printer, 'columns' | 'lang'>;
export type Look = Pick<PaperLine, 'size' | 'bold'>;

export const plain: Look = { size: 'normal', bold: false };
export const bold: Look = { size: 'normal', bold: true };
export const tall: Look = { size: 'tall', bold: true };
export const large: Look = { size: 'double', bold: true };

// Signs that a Korean printer draws two columns wide although a terminal gives them one.
const onPaper: Readonly<Record<string, string>> = {
  '…': '..',
  '·': '.',
  '×': 'x',
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
};
/** Safe, and as wide on paper as it is counted. */
export const paperText = (text: string): string => safeLine(text).replace(/[…·×–—‘’“”]/g, (sign) => onPaper[sign] ?? sign);

/** Lines of the paper's width; those that follow stand under the first one's text. */
export const fold = (first: string, text: string, columns: number, look: Look): readonly PaperLine[] => {
  const width = look.size === 'double' ? Math.floor(columns / 2) : columns;
  const under = ' '.repeat(first.length);
  return wrap(paperText(text), width - first.length).map((line, at) => ({ text: `${at === 0 ? first : under}${line}`, ...look }));
};

/** The end of an order's number, large: it is what people call out. */
export const numberOnPaper = (order: string, columns: number): readonly PaperLine[] => [
  ...fold('', `#${order.slice(-4).toUpperCase()}`, columns, large),
  ...fold('', order, columns, plain),
];

export const ruleOnPaper = (columns: number): PaperLine => ({ text: '-'.repeat(columns), ...plain });
