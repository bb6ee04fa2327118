import type { Instant } from '../../../core/kinds.ts';
import type { BoardTicket } from '../../../core/views/board.ts';
import { type Page, when } from '../../../words/page.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import type { Cell } from '../../kit/rows.ts';
import type { Role } from '../../kit/theme.ts';
import type { KitWords } from '../../kit/words.ts';
import { shortNumber } from '../short-number.ts';
import { ageOf, type Gone, hasNotes, isAllergic, type Limits, overdueOf, type TicketRow, type Urgency, urgencyOf } from './board-model.ts';
import type { BoardWords } from './board-words.ts';

/** What the cells of a ticket are made with. */
export type Shown = {
  readonly page: Page;
  readonly words: BoardWords;
  readonly kit: KitWords;
  readonly glyphs: Glyphs;
  readonly limits: Limits;
};

const minuteMs = 60_000;
/** So little is left to answer that it must be seen. */
const hurryMs = 2 * minuteMs;

const urgencyRole: Readonly<Record<Urgency, Role>> = { calm: 'dim', slow: 'warn', late: 'bad' };
const urgencySign = ({ glyphs }: Shown): Readonly<Record<Urgency, string>> => ({ calm: ' ', slow: '!', late: glyphs.warning });

/** `⚠16분`: how old it is, and by a sign whether that is too old. */
export const ageCell = (ticket: BoardTicket, shown: Shown): Cell => {
  const { page, words, limits } = shown;
  const urgency = urgencyOf(ticket, page.now, limits);
  return { text: `${urgencySign(shown)[urgency]}${words.age(ageOf(ticket, page.now))}`, role: urgencyRole[urgency], width: 6 };
};

const riderText = ({ view }: BoardTicket, now: Instant, { words }: Shown): string => {
  if (view.delivery === 'claimed') return words.riderComes;
  const waited = view.cookedAt === undefined ? 0 : Math.floor(Math.max(0, now - view.cookedAt) / minuteMs);
  return waited > 0 ? words.riderWaits(waited) : words.riderNone;
};

/** What it waits for next: an answer, the food, a rider. */
export const dueText = (ticket: BoardTicket, shown: Shown): string => {
  const { page, words, kit } = shown;
  const { view } = ticket;
  if (view.ticket === 'cooked') return riderText(ticket, page.now, shown);
  if (view.ticket === 'accepted' || view.ticket === 'cooking') {
    const overdue = overdueOf(ticket, page.now);
    if (view.readyBy === undefined) return '';
    return `${words.ready(when(page, view.readyBy))}${overdue > 0 ? ` ${words.over(overdue)}` : ''}`;
  }
  // In minutes: seconds are counted in the detail only, where they are drawn anew.
  const left = view.acceptBy - page.now;
  return left <= 0 ? words.answerOver : kit.left(Math.ceil(left / minuteMs));
};

const dueRole = (ticket: BoardTicket, shown: Shown): Role => {
  const { page, limits } = shown;
  if (ticket.view.ticket === 'awaiting') return ticket.view.acceptBy - page.now < hurryMs ? 'bad' : 'warn';
  return urgencyOf(ticket, page.now, limits) === 'late' ? 'bad' : 'dim';
};
export const dueCell = (ticket: BoardTicket, shown: Shown): Cell => ({ text: dueText(ticket, shown), role: dueRole(ticket, shown) });

/** `김치찌개×2, 계란말이×1`, marked lines left out of what is to be done. */
export const dishText = ({ view, done }: BoardTicket, { glyphs }: Shown): string =>
  view.lines.map(({ name, quantity }, at) => `${done.includes(at) ? glyphs.done : ''}${name}${glyphs.times}${quantity}`).join(', ');

/** A warning first, then that there is something to read. */
export const markCells = (ticket: BoardTicket, { words, glyphs }: Shown): readonly Cell[] => {
  if (isAllergic(ticket)) return [{ text: `${glyphs.warning}${words.allergy} `, role: 'bad' }];
  return hasNotes(ticket) ? [{ text: `${glyphs.right}${words.noted} `, role: 'warn' }] : [];
};

const numberCell = ({ ticket }: TicketRow, { glyphs }: Shown): Cell => ({
  text: `${ticket.rings ? glyphs.current : ' '}${shortNumber(ticket.view.order)}`,
  width: 7,
  ...(ticket.rings && { role: 'warn' as const }),
});

/** A ticket in one row: for a list that has the whole width. */
export const lineCells = (row: TicketRow, shown: Shown): readonly Cell[] => {
  const { ticket, gone } = row;
  if (gone) return goneCells(row, gone, shown);
  return [
    numberCell(row, shown),
    ageCell(ticket, shown),
    { text: ' ' },
    ...markCells(ticket, shown),
    { text: dishText(ticket, shown), grow: true },
    { text: '  ' },
    dueCell(ticket, shown),
  ];
};

const goneCells = ({ ticket }: TicketRow, gone: Gone, { words }: Shown): readonly Cell[] => [
  { text: ` ${shortNumber(ticket.view.order)}`, width: 7, role: 'dim' },
  { text: words.ghost[gone], role: 'dim', grow: true },
];

/** A ticket as a card of a column: a head, then its dishes in so many rows. */
export const cardCells = (row: TicketRow, shown: Shown, rows: number): readonly (readonly Cell[])[] => {
  const { ticket, gone } = row;
  const blank = (count: number): readonly (readonly Cell[])[] => Array.from({ length: count }, () => [{ text: '', grow: true }]);
  if (gone) return [goneCells(row, gone, shown), ...blank(rows - 1)];
  const head: readonly Cell[] = [numberCell(row, shown), ageCell(ticket, shown), { ...dueCell(ticket, shown), grow: true, align: 'right' }];
  if (rows <= 2) return [head, [{ text: ' ' }, ...markCells(ticket, shown), { text: dishText(ticket, shown), role: 'text', grow: true }]];
  return [head, ...bodyCells(ticket, shown, rows - 2), ...blank(1)];
};

/** The dishes one below the other, with their options; what does not fit is counted. */
const bodyCells = (ticket: BoardTicket, shown: Shown, rows: number): readonly (readonly Cell[])[] => {
  const { words, glyphs } = shown;
  const marks = markCells(ticket, shown);
  const lines = dishLines(ticket, shown);
  const room = rows - (marks.length > 0 ? 1 : 0);
  const kept = lines.length > room ? lines.slice(0, room - 1) : lines;
  const rest = lines.length - kept.length;
  const all: readonly (readonly Cell[])[] = [
    ...(marks.length > 0 ? [[{ text: ' ' }, ...marks, { text: ticket.contact?.note ?? '', role: 'accent' as const, grow: true }]] : []),
    ...kept.map((text): readonly Cell[] => [{ text: ` ${text}`, role: 'text', grow: true }]),
    ...(rest > 0 ? [[{ text: ` ${glyphs.cut} ${words.more(rest)}`, role: 'dim' as const, grow: true }]] : []),
  ];
  return [...all, ...Array.from({ length: Math.max(0, rows - all.length) }, () => [{ text: '', grow: true }])];
};

const dishLines = ({ view, done }: BoardTicket, { glyphs }: Shown): readonly string[] =>
  view.lines.flatMap(({ name, quantity, choices }, at) => [
    `${done.includes(at) ? `${glyphs.done} ` : ''}${glyphs.times}${quantity} ${name}`,
    ...(choices.length === 0 ? [] : [`  + ${choices.map((choice) => choice.name).join(', ')}`]),
  ]);

/** Rows that the card of a ticket wants where items are spelled out: its head, its marks, its dishes with their options, a blank. */
const cardRows = (ticket: BoardTicket): number => {
  const dishes = ticket.view.lines.reduce((sum, { choices }) => sum + (choices.length === 0 ? 1 : 2), 0);
  return 2 + dishes + (isAllergic(ticket) || hasNotes(ticket) ? 1 : 0);
};

const leastRows = 3;
const mostRows = 8;
const counted = new WeakMap<readonly BoardTicket[], number>();

/** One size for all cards of a column, so that a window of them can be counted; reckoned once for each column, not for each frame. */
export const columnCardRows = (tickets: readonly BoardTicket[]): number => {
  const known = counted.get(tickets);
  if (known !== undefined) return known;
  const rows = tickets.reduce((most, ticket) => Math.max(most, Math.min(mostRows, cardRows(ticket))), leastRows);
  counted.set(tickets, rows);
  return rows;
};
