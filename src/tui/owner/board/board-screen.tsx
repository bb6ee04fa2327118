import { Box } from 'ink';
import type { ReactNode } from 'react';
import { wonText } from '../../../words/page.ts';
import { useBody } from '../../kit/frame.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { panelInner } from '../../kit/panel.tsx';
import { SearchField } from '../../kit/search-field.tsx';
import { Tabs } from '../../kit/tabs.tsx';
import { useKitWords, useUi } from '../../kit/ui-context.ts';
import { OwnerFrame } from '../owner-frame.tsx';
import { useShell } from '../shell.tsx';
import { shellWords } from '../shell-words.ts';
import { usePage } from '../use-page.ts';
import { type Layout, layoutOf } from './board-layout.ts';
import { type ColumnId, type Columns as ColumnsOf, columnIds, urgencyOf } from './board-model.ts';
import { type BoardWords, boardWords } from './board-words.ts';
import { ColumnPanel, Columns } from './columns.tsx';
import { Detail } from './detail.tsx';
import { columnCardRows, type Shown } from './ticket-cells.ts';
import { type Board, useBoard } from './use-board.ts';
import { useBoardKeys } from './use-board-keys.tsx';
import { useToday } from './use-today.ts';
import { useWish } from './use-wish.ts';

const shortCard = 2;

/** Rows of a ticket in a column. */
const rowsIn = (layout: Layout, columns: ColumnsOf, id: ColumnId): number => {
  if (layout.is !== 'columns') return 1;
  return layout.cards === 'short' ? shortCard : columnCardRows(columns[id]);
};

const listRows = (layout: Layout) => panelInner(0, layout.is === 'columns' ? layout.column.rows : layout.list.rows).rows;

const useShown = (): Shown => {
  const { lang, glyphs } = useUi();
  const { seat } = useShell();
  return { page: usePage(), words: boardWords(lang), kit: useKitWords(), glyphs, limits: seat.settings };
};

const noteOf = ({ wishing }: Board, words: BoardWords, isCut: boolean): string =>
  [isCut ? words.cut : '', wishing.wish.lateOnly ? words.lateOnly : '', words.sorted[wishing.wish.sort]]
    .filter((text) => text !== '')
    .join(' · ');

const labelOf = (id: ColumnId, at: number, { columns, tickets }: Board, words: BoardWords, now: Shown): string => {
  const isLate = columns[id].some((ticket) => urgencyOf(ticket, now.page.now, now.limits) === 'late');
  const rings = id === 'new' && tickets.some((ticket) => ticket.rings);
  return `${at + 1} ${words.column[id]} ${columns[id].length}${isLate || rings ? '!' : ''}`;
};

type BodyProps = { readonly board: Board; readonly shown: Shown; readonly layout: Layout; readonly isCut: boolean };

const BoardBody = ({ board, shown, layout, isCut }: BodyProps): ReactNode => {
  const { words } = shown;
  const { wishing, columns, tickets } = board;
  const note = noteOf(board, words, isCut);
  const nothing = wishing.isNarrowed && tickets.length > 0 ? words.noneFound : words.nothing;
  if (layout.is === 'list')
    return <ColumnPanel board={board} shown={shown} size={layout.list} at="all" title="" note={note} focused rows={1} empty={nothing} />;
  if (layout.is === 'tabs') {
    const tabs = columnIds.map((id, at) => ({ id, label: labelOf(id, at, board, words, shown) }));
    const title = `${words.column[wishing.column]} ${columns[wishing.column].length}`;
    const empty = tickets.length === 0 || wishing.isNarrowed ? nothing : words.empty[wishing.column];
    return (
      <>
        <Tabs tabs={tabs} at={wishing.column} width={layout.list.columns} />
        <ColumnPanel
          board={board}
          shown={shown}
          size={layout.list}
          at={wishing.column}
          title={title}
          note={note}
          focused
          rows={1}
          empty={empty}
        />
        <Detail selected={board.selected} size={layout.detail} shown={shown} />
      </>
    );
  }
  return (
    <Box flexDirection={layout.cards === 'spelled' ? 'row' : 'column'} flexShrink={0}>
      <Columns board={board} shown={shown} size={layout.column} last={layout.last} rowsIn={(id) => rowsIn(layout, columns, id)} />
      <Detail selected={board.selected} size={layout.detail} shown={shown} />
    </Box>
  );
};

/** Below it the header has room for what is in hand only. */
const todayColumns = 100;

/** What the header counts: the day so far, and what is in hand. */
const useCounts = (open: number, late: number, { words, page }: Shown): string => {
  const { here } = useShell();
  const { columns } = useBody();
  const today = useToday(columns >= todayColumns);
  if (!here) return '';
  const counts = words.counts(open, late);
  return today ? `${words.today(today.orders, wonText(page, today.revenue))} · ${counts}` : counts;
};

/** All that is in the kitchen, from the ring to the rider. */
export const BoardScreen = (): ReactNode => {
  const shell = useShell();
  const { lang } = useUi();
  const body = useBody();
  const shown = useShown();
  const wishing = useWish(shell.id);
  const isSearching = wishing.isWriting || wishing.wish.find !== '';
  const layout = layoutOf(body, isSearching ? 1 : 0);
  const isOneList = layout.is === 'list';
  const board = useBoard(wishing, isOneList, (at, columns) =>
    at === 'all' ? listRows(layout) : Math.max(1, Math.floor(listRows(layout) / rowsIn(layout, columns, at))),
  );
  const { tickets } = board;
  const { keys, over } = useBoardKeys(board, isOneList);
  const late = tickets.filter((ticket) => urgencyOf(ticket, shown.page.now, shown.limits) === 'late').length;
  const counts = useCounts(tickets.length, late, shown);
  const isUnseen = shell.here !== undefined && shell.here.board === undefined;
  return (
    <OwnerFrame keys={keys} right={counts} over={over} onBack={wishing.isNarrowed ? wishing.clear : undefined}>
      {isSearching && (
        <SearchField
          edit={wishing.edit}
          onEdit={wishing.setEdit}
          width={body.columns}
          focused={wishing.isWriting}
          note={String(columnIds.reduce((sum, id) => sum + board.columns[id].length, 0))}
          onDone={wishing.stop}
          onLeave={wishing.stop}
        />
      )}
      <Loaded live={shell.boards} width={body.columns} empty={isUnseen ? shellWords(lang).notRead : undefined}>
        <BoardBody board={board} shown={shown} layout={layout} isCut={shell.here?.board?.isCut ?? false} />
      </Loaded>
    </OwnerFrame>
  );
};
