import { Box } from 'ink';
import type { ReactNode } from 'react';
import { List } from '../../kit/list.tsx';
import { Panel, panelInner } from '../../kit/panel.tsx';
import { Paragraph } from '../../kit/paragraph.tsx';
import type { Cell } from '../../kit/rows.ts';
import type { Size } from '../../kit/ui-context.ts';
import { type BoardRow, type ColumnId, columnIds } from './board-model.ts';
import { cardCells, lineCells, type Shown } from './ticket-cells.ts';
import type { Board, ShownId } from './use-board.ts';

type Props = {
  readonly board: Board;
  readonly shown: Shown;
  readonly size: Size;
  readonly at: ShownId;
  readonly title: string;
  readonly note?: string;
  readonly focused: boolean;
  /** Rows of a ticket. */
  readonly rows: number;
  readonly empty: string;
};

const headingCells = (column: ColumnId, count: number, { words }: Shown): readonly Cell[] => [
  { text: `${words.column[column]} `, role: 'title' },
  { text: String(count), role: 'dim', grow: true },
];

const cellsOf = (row: BoardRow, shown: Shown, rows: number): readonly Cell[] | readonly (readonly Cell[])[] => {
  if (row.kind === 'heading') return headingCells(row.column, row.count, shown);
  return rows === 1 ? lineCells(row, shown) : cardCells(row, shown, rows);
};

/** One list of tickets in its box. */
export const ColumnPanel = ({ board, shown, size, at, title, note = '', focused, rows, empty }: Props): ReactNode => {
  const inner = panelInner(size.columns, size.rows);
  const list = board.lists[at];
  return (
    <Panel title={title} note={note} width={size.columns} height={size.rows} focused={focused}>
      {list.items.length === 0 ? (
        <Paragraph text={empty} look="dim" width={inner.columns} rows={inner.rows} />
      ) : (
        <List list={list} width={inner.columns} row={(row) => cellsOf(row, shown, rows)} focused={focused} />
      )}
    </Panel>
  );
};

type ColumnsProps = {
  readonly board: Board;
  readonly shown: Shown;
  readonly size: Size;
  /** The width of the last column, which takes what four equal ones leave over. */
  readonly last: number;
  readonly rowsIn: (column: ColumnId) => number;
};

/** The four columns side by side. */
export const Columns = ({ board, shown, size, last, rowsIn }: ColumnsProps): ReactNode => {
  const { words } = shown;
  return (
    <Box flexShrink={0} height={size.rows}>
      {columnIds.map((id, at) => (
        <ColumnPanel
          key={id}
          board={board}
          shown={shown}
          size={{ ...size, columns: at === columnIds.length - 1 ? last : size.columns }}
          at={id}
          title={`${at + 1} ${words.column[id]} ${board.columns[id].length}`}
          focused={board.wishing.column === id}
          rows={rowsIn(id)}
          empty={words.empty[id]}
        />
      ))}
    </Box>
  );
};
