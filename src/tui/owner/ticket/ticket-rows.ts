import type { BoardTicket } from '../../../core/views/board.ts';
import { statusOf } from '../../../core/views/order-view.ts';
import { type Page, when, wonText } from '../../../words/page.ts';
import { hasNotes, isAllergic } from '../board/board-model.ts';
import { dueCell, type Shown } from '../board/ticket-cells.ts';
import { shortNumber } from '../short-number.ts';
import { type DishRow, dishRows } from './dish-rows.ts';
import { noteRows } from './note-rows.ts';

/** `010-****-1234`: enough to recognize a caller by, not enough to be copied off a wall. */
export const maskedPhone = (phone: string): string => {
  const digits = [...phone].filter((letter) => /\d/.test(letter)).length;
  let seen = 0;
  return [...phone]
    .map((letter) => {
      if (!/\d/.test(letter)) return letter;
      seen += 1;
      return seen > 3 && seen <= digits - 4 ? '*' : letter;
    })
    .join('');
};

/** The number and how it stands; a warning that nobody may overlook comes before what may be cut off. */
export const ticketTitle = (ticket: BoardTicket, { page, words, glyphs }: Shown): string => {
  const warning = isAllergic(ticket) ? ` ${glyphs.warning} ${words.allergy}` : '';
  return `${shortNumber(ticket.view.order)}${warning} · ${page.words.status[statusOf(ticket.view)]}`;
};

/** What the rider is at; nothing before there is one to be called. */
export const riderNote = ({ view }: BoardTicket, { words }: Page): string => (view.delivery === 'none' ? '' : words.state[view.delivery]);

type How = Shown & { readonly width: number; readonly at?: number; readonly numbered?: boolean };

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' · ');

const personText = ({ contact }: BoardTicket, { words }: Shown): string =>
  contact ? joined([contact.name ?? '', contact.phone === undefined ? '' : maskedPhone(contact.phone)]) : words.erased;

const orderText = ({ view }: BoardTicket, { page }: Shown): string =>
  joined([
    `${page.words.label.placedAt} ${when(page, view.placedAt)}`,
    wonText(page, view.total),
    view.rider === undefined ? '' : `${page.words.label.rider} ${view.rider}`,
  ]);

const quiet = (id: string, text: string): readonly DishRow[] => (text === '' ? [] : [{ id, cells: [{ text, role: 'dim', grow: true }] }]);

/** All that a kitchen needs to know of a ticket, the warning first. */
export const ticketRows = (ticket: BoardTicket, how: How): readonly DishRow[] => {
  const { glyphs, width } = how;
  const { view, contact, done } = ticket;
  const note = contact?.note;
  const due = dueCell(ticket, how);
  return [
    ...(view.ticket === 'awaiting' || due.text === '' ? [] : [{ id: 'due', cells: [{ ...due, grow: true }] }]),
    ...(note === undefined ? [] : noteRows('note', note, how)),
    ...dishRows(view, contact, {
      ...{ glyphs, width, done, notes: true, numbered: how.numbered ?? false },
      ...(how.at !== undefined && { at: how.at }),
    }),
    ...(hasNotes(ticket) && how.numbered ? [{ id: 'gap', cells: [{ text: '', grow: true }] }] : []),
    ...quiet('person', personText(ticket, how)),
    ...quiet('where', contact?.address ?? ''),
    ...quiet('when', orderText(ticket, how)),
    ...quiet('order', view.order),
  ];
};
