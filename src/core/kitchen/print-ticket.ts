import type { Instant } from '../kinds.ts';
import type { Contact } from '../ordering/contact.ts';
import { safeLine } from '../safe-text.ts';
import { clock, dayAndClock } from '../time.ts';
import { highlightNote, warnsOfAllergy } from '../views/highlight-note.ts';
import type { OrderView } from '../views/order-view.ts';
import { bold, fold, type Look, large, numberOnPaper, type Paper, plain, ruleOnPaper, tall } from './paper-text.ts';
import { type PrintWords, printWords } from './print-words.ts';
import type { PaperLine, PrintJob } from './printer.ts';

export type TicketToPrint = {
  readonly view: OrderView;
  /** Undefined when it was erased. */
  readonly contact: Contact | undefined;
  readonly zone: string;
  readonly at: Instant;
};

/** What could harm somebody stands in double height; what is wanted otherwise, in bold. */
const noteLook = (note: string): Look => {
  const marks = highlightNote(note).map(({ mark }) => mark);
  if (marks.includes('allergy')) return tall;
  return marks.some((mark) => mark !== undefined) ? bold : plain;
};

const note = (indent: string, text: string, columns: number, words: PrintWords): readonly PaperLine[] => {
  const safe = safeLine(text);
  const warning = warnsOfAllergy([safe]) ? `!! ${words.allergy}: ` : `${words.note}: `;
  return fold(indent, `${warning}${safe}`, columns, noteLook(safe));
};

const dishes = ({ view, contact }: TicketToPrint, columns: number, words: PrintWords): readonly PaperLine[] =>
  view.lines.flatMap((line, at) => [
    ...fold('', `${words.quantity(line.quantity)} ${line.name}`, columns, large),
    ...line.choices.flatMap(({ name }) => fold('    + ', name, columns, plain)),
    ...(contact?.lineNotes ?? []).filter((one) => one.line === at).flatMap((one) => note('    ', one.note, columns, words)),
  ]);

/** What a second paper says at its head, whatever it is. */
export const marksOnPaper = ({ isReprint, mayBeOut }: Pick<PrintJob, 'isReprint' | 'mayBeOut'>, { columns, lang }: Paper) => {
  const words = printWords(lang);
  return [
    ...(isReprint ? fold('', `** ${words.reprint} **`, columns, large) : []),
    ...(mayBeOut ? fold('', `** ${words.mayBeOut} **`, columns, bold) : []),
  ];
};

const hasFallen = ({ ticket }: OrderView): boolean => ticket === 'canceled' || ticket === 'rejected' || ticket === 'expired';

/** A kitchen's ticket. Neither name, address nor phone stand on it: paper lies about, and nothing erases it. */
export const ticketOnPaper = (ticket: TicketToPrint, { columns, lang }: Paper): readonly PaperLine[] => {
  const words = printWords(lang);
  const { view, contact, zone, at } = ticket;
  const rule = ruleOnPaper(columns);
  const isAllergic = warnsOfAllergy([contact?.note, ...(contact?.lineNotes ?? []).map((one) => one.note)]);
  const ready = view.readyBy === undefined ? [] : fold('', `${words.readyBy} ${clock(view.readyBy, zone, lang)}`, columns, large);
  return [
    ...(hasFallen(view) ? fold('', `** ${words.fallen} **`, columns, large) : []),
    ...fold('', view.shopName, columns, bold),
    ...numberOnPaper(view.order, columns),
    ...fold('', `${words.placedAt} ${dayAndClock(view.placedAt, zone, lang)}`, columns, plain),
    ...ready,
    ...(isAllergic ? fold('', `!! ${words.allergy} !!`, columns, tall) : []),
    rule,
    ...dishes(ticket, columns, words),
    rule,
    ...(contact?.note === undefined ? [] : note('', contact.note, columns, words)),
    ...(contact ? [] : fold('', words.erased, columns, plain)),
    ...fold('', words.count(view.lines.reduce((sum, line) => sum + line.quantity, 0)), columns, bold),
    ...fold('', `${words.printedAt} ${dayAndClock(at, zone, lang)}`, columns, plain),
  ];
};

/** Says at one look whether letters, widths and marks come out right. */
export const testPaper = (shopName: string, { columns, lang }: Paper): readonly PaperLine[] => {
  const words = printWords(lang);
  return [
    ...fold('', words.test, columns, large),
    ...fold('', shopName, columns, bold),
    { text: '1234567890'.repeat(5).slice(0, columns), ...plain },
    { text: '가'.repeat(columns / 2), ...plain },
    ...fold('', `${words.quantity(2)} 똠얌꿍`, columns, large),
    ruleOnPaper(columns),
  ];
};
