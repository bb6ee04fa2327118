import { useInsertionEffect, useMemo, useRef } from 'react';
import { instant } from '../../../core/kinds.ts';
import type { BoardTicket } from '../../../core/views/board.ts';
import { keptSlot } from '../../kit/kept.ts';
import { type ListState, listStart } from '../../kit/list-state.ts';
import { useKept } from '../../kit/use-kept.ts';
import { type List, useList } from '../../kit/use-list.ts';
import { useMinute } from '../../kit/use-time.ts';
import { useShell } from '../shell.tsx';
import { type BoardRow, type ColumnId, type Columns, columnsOf, type Held, holding, rowsOf, type TicketRow } from './board-model.ts';
import type { Wishing } from './use-wish.ts';

export type ShownId = ColumnId | 'all';
type Lists = Readonly<Record<ShownId, List<BoardRow>>>;

type Cursors = Readonly<Partial<Record<ShownId, ListState>>>;
const cursors = keptSlot<Cursors>();
const none: readonly BoardTicket[] = [];
const whenever = instant(0);

export type Board = {
  readonly wishing: Wishing;
  readonly tickets: readonly BoardTicket[];
  readonly columns: Columns;
  readonly lists: Lists;
  /** The list that the cursor is in. */
  readonly list: List<BoardRow>;
  readonly selected: TicketRow | undefined;
};

/** Tickets that a list has room for. */
export type HeightOf = (shown: ShownId, columns: Columns) => number;

const rowsOfEach = (columns: Columns): Readonly<Record<ShownId, readonly BoardRow[]>> => ({
  all: rowsOf(columns, 'all'),
  new: rowsOf(columns, 'new'),
  accepted: rowsOf(columns, 'accepted'),
  cooking: rowsOf(columns, 'cooking'),
  cooked: rowsOf(columns, 'cooked'),
});

/** The lists of the board, the one with the cursor holding the place of what others took away. */
const useLists = (shop: string, active: ShownId, columns: Columns, tickets: readonly BoardTicket[], heightOf: HeightOf): Lists => {
  const { hands } = useShell();
  const [states, setStates] = useKept<Cursors>(cursors, shop, () => ({}));
  const held = useRef<{ readonly at: ShownId; readonly held: Held | undefined }>({ at: active, held: undefined });
  const before = held.current.at === active ? held.current.held : undefined;
  const rowsFor = useMemo(() => rowsOfEach(columns), [columns]);
  const optionsFor = (shown: ShownId) => {
    const rows = rowsFor[shown];
    const items = shown === active ? holding(rows, before, { tickets, isMine: hands.tookAway }) : rows;
    const keep = (next: ListState) => setStates({ ...states, [shown]: next });
    return { items, height: heightOf(shown, columns), kept: [states[shown] ?? listStart, keep] as const };
  };
  const lists: Lists = {
    all: useList(optionsFor('all')),
    new: useList(optionsFor('new')),
    accepted: useList(optionsFor('accepted')),
    cooking: useList(optionsFor('cooking')),
    cooked: useList(optionsFor('cooked')),
  };
  const { selected, state } = lists[active];
  useInsertionEffect(() => {
    held.current = { at: active, held: selected?.kind === 'ticket' ? { row: selected, index: state.index } : undefined };
  });
  return lists;
};

/** The board under one cursor, which stays on its ticket whatever else comes and goes. */
export const useBoard = (wishing: Wishing, isOneList: boolean, heightOf: HeightOf): Board => {
  const { here, id, seat } = useShell();
  const now = useMinute();
  const tickets = here?.board?.tickets ?? none;
  const { sort, find, lateOnly } = wishing.wish;
  const { settings } = seat;
  // Only who looks for late ones needs the clock: else every key would sort every ticket anew.
  const asOf = lateOnly ? now : whenever;
  const columns = useMemo(
    () => columnsOf(tickets, { sort, find, lateOnly }, asOf, settings),
    [tickets, sort, find, lateOnly, asOf, settings],
  );
  const active = isOneList ? 'all' : wishing.column;
  const lists = useLists(id, active, columns, tickets, heightOf);
  const list = lists[active];
  return { wishing, tickets, columns, lists, list, selected: list.selected?.kind === 'ticket' ? list.selected : undefined };
};
