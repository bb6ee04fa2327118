import type { Instant } from '../../../core/kinds.ts';
import type { Contact } from '../../../core/ordering/contact.ts';
import { never } from '../../../core/result.ts';
import type { Settings } from '../../../core/settings.ts';
import { type BoardOrder, type BoardTicket, sortTickets } from '../../../core/views/board.ts';
import { warnsOfAllergy } from '../../../core/views/highlight-note.ts';
import type { ListItem } from '../../kit/list-state.ts';
import { matches } from '../../kit/search.ts';
import { shortNumber } from '../short-number.ts';

export const columnIds = ['new', 'accepted', 'cooking', 'cooked'] as const;
/** Where a ticket stands on the board; the last one waits for its rider. */
export type ColumnId = (typeof columnIds)[number];

/** When a ticket is slow, late, and cooked for too long. */
export type Limits = Pick<Settings, 'kitchenSlowMs' | 'kitchenLateMs' | 'dispatchLateMs'>;
export type Urgency = 'calm' | 'slow' | 'late';

const minuteMs = 60_000;

export const columnOf = ({ view }: Pick<BoardTicket, 'view'>): ColumnId | undefined => {
  switch (view.ticket) {
    case 'none':
    case 'awaiting':
      return 'new';
    case 'accepted':
    case 'cooking':
    case 'cooked':
      return view.ticket;
    case 'rejected':
    case 'canceled':
    case 'expired':
      return undefined;
    default:
      return never(view.ticket);
  }
};

/** Whole minutes since it was ordered; a clock that is behind makes nothing younger than new. */
export const ageOf = ({ view }: Pick<BoardTicket, 'view'>, now: Instant): number => Math.floor(Math.max(0, now - view.placedAt) / minuteMs);

/** Minutes past what the customer was promised; 0 while there is time. */
export const overdueOf = ({ view }: Pick<BoardTicket, 'view'>, now: Instant): number => {
  if ((view.ticket !== 'accepted' && view.ticket !== 'cooking') || view.readyBy === undefined) return 0;
  return Math.floor(Math.max(0, now - view.readyBy) / minuteMs);
};

/** By its age in the kitchen, by its promise, and once it is cooked by how long it has been waiting for a rider. */
export const urgencyOf = (ticket: Pick<BoardTicket, 'view'>, now: Instant, limits: Limits): Urgency => {
  const { view } = ticket;
  if (view.ticket === 'cooked') return view.cookedAt !== undefined && now - view.cookedAt > limits.dispatchLateMs ? 'late' : 'calm';
  const ageMs = now - view.placedAt;
  if (ageMs >= limits.kitchenLateMs || overdueOf(ticket, now) > 0) return 'late';
  return ageMs >= limits.kitchenSlowMs ? 'slow' : 'calm';
};

// Notes are searched once, not once a frame: hundreds of tickets are looked at for every key.
const allergic = new WeakMap<Contact, boolean>();

export const isAllergic = ({ contact }: Pick<BoardTicket, 'contact'>): boolean => {
  if (!contact) return false;
  const known = allergic.get(contact);
  if (known !== undefined) return known;
  const found = warnsOfAllergy([contact.note, ...(contact.lineNotes ?? []).map(({ note }) => note)]);
  allergic.set(contact, found);
  return found;
};
export const hasNotes = ({ contact }: Pick<BoardTicket, 'contact'>): boolean =>
  contact?.note !== undefined || (contact?.lineNotes ?? []).length > 0;

/** How the owner wants to see the board. */
export type Wish = { readonly sort: BoardOrder; readonly find: string; readonly lateOnly: boolean };

const isWanted = (ticket: BoardTicket, { find, lateOnly }: Wish, now: Instant, limits: Limits): boolean => {
  if (lateOnly && urgencyOf(ticket, now, limits) !== 'late') return false;
  if (find === '') return true;
  const { view, contact } = ticket;
  const words = [shortNumber(view.order), view.order, contact?.name ?? '', ...view.lines.map(({ name }) => name)];
  return words.some((word) => matches(word, find));
};

export type Columns = Readonly<Record<ColumnId, readonly BoardTicket[]>>;

export const columnsOf = (tickets: readonly BoardTicket[], wish: Wish, now: Instant, limits: Limits): Columns => {
  const wanted = sortTickets(tickets, wish.sort).filter((ticket) => isWanted(ticket, wish, now, limits));
  const standing = (id: ColumnId) => wanted.filter((ticket) => columnOf(ticket) === id);
  return { new: standing('new'), accepted: standing('accepted'), cooking: standing('cooking'), cooked: standing('cooked') };
};

/** Where a ticket went that others took away: on to another column, or out of the kitchen. */
export type Gone = 'moved' | 'out';
/** A row of the board. `gone`: it was taken away while the cursor was on it, so its place is kept until the cursor leaves. */
export type TicketRow = ListItem & {
  readonly kind: 'ticket';
  readonly ticket: BoardTicket;
  readonly column: ColumnId;
  readonly gone: Gone | undefined;
};
export type HeadingRow = ListItem & { readonly kind: 'heading'; readonly column: ColumnId; readonly count: number };
export type BoardRow = TicketRow | HeadingRow;

const rowsIn = (columns: Columns, id: ColumnId): readonly TicketRow[] =>
  columns[id].map((ticket) => ({ kind: 'ticket', id: `${id} ${ticket.view.order}`, ticket, column: id, gone: undefined }));

/** One column, or all of them under their headings where there is room for one list only. */
export const rowsOf = (columns: Columns, shown: ColumnId | 'all'): readonly BoardRow[] => {
  if (shown !== 'all') return rowsIn(columns, shown);
  return columnIds.flatMap((id): readonly BoardRow[] => {
    const count = columns[id].length;
    return count === 0 ? [] : [{ kind: 'heading', id: `heading ${id}`, selectable: false, column: id, count }, ...rowsIn(columns, id)];
  });
};

/** What the cursor was on last: the ticket, and its place among the rows. */
export type Held = { readonly row: TicketRow; readonly index: number };

/** Whether it stands where it stood: then it is only not looked for. */
const stands = ({ row }: Held, tickets: readonly BoardTicket[]): boolean =>
  tickets.some((ticket) => ticket.view.order === row.ticket.view.order && columnOf(ticket) === row.column);

/**
 * The rows with the held one in its old place, when somebody else took it away: the next ticket must not slip under a key that was meant
 * for this one.
 */
export const holding = (
  rows: readonly BoardRow[],
  held: Held | undefined,
  { tickets, isMine }: { readonly tickets: readonly BoardTicket[]; readonly isMine: (order: string, column: ColumnId) => boolean },
): readonly BoardRow[] => {
  if (!held || isMine(held.row.ticket.view.order, held.row.column) || stands(held, tickets)) return rows;
  const gone = tickets.some(({ view }) => view.order === held.row.ticket.view.order) ? 'moved' : 'out';
  return rows.toSpliced(Math.min(held.index, rows.length), 0, { ...held.row, gone });
};
