import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Lines } from './line.tsx';
import type { ListItem } from './list-state.ts';
import type { Cell } from './rows.ts';
import { scrollSigns } from './scroll-signs.ts';
import type { Role } from './theme.ts';
import { useUi } from './ui-context.ts';
import type { List as ListOf } from './use-list.ts';

type RowOf<Item> = (
  item: Item,
  at: { readonly selected: boolean; readonly width: number },
) => readonly Cell[] | readonly (readonly Cell[])[];

type Props<Item extends ListItem> = {
  readonly list: ListOf<Item>;
  readonly width: number;
  /** The cells of an item, or those of each of its rows; the sign of the cursor is put before them. */
  readonly row: RowOf<Item>;
  readonly focused?: boolean;
};

const isRows = (cells: readonly Cell[] | readonly (readonly Cell[])[]): cells is readonly (readonly Cell[])[] => Array.isArray(cells[0]);

/** Where a cell says nothing of itself, the selected row is set off. */
const emphasized = (cells: readonly Cell[]): readonly Cell[] =>
  cells.map((cell) => (cell.role === undefined ? { ...cell, role: 'selected' satisfies Role } : cell));

/** The window of a list: only what is seen is drawn. */
export const List = <Item extends ListItem>({ list, width, row, focused = true }: Props<Item>): ReactNode => {
  const { glyphs, screenReader } = useUi();
  const signs = screenReader ? [] : scrollSigns(list.state.top, list.visible.length, list.items.length, glyphs);
  const inner = Math.max(0, width - 2);
  const options = list.visible.map((item, at) => {
    const selected = item.id === list.state.selected;
    const cells = row(item, { selected, width: inner });
    const rows = (isRows(cells) ? cells : [cells]).map((one, line): readonly Cell[] => [
      { text: selected && focused && !screenReader ? glyphs.focus : ' ', role: 'accent' },
      ...fill(selected && focused ? emphasized(one) : one),
      { text: line === 0 ? (signs[at] ?? ' ') : ' ', role: 'dim' },
    ]);
    return { id: item.id, selected, rows };
  });
  if (!screenReader) return <Lines rows={options.flatMap(({ rows }) => rows)} width={width} />;
  return (
    <Box flexDirection="column" aria-role="listbox">
      {options.map(({ id, selected, rows }) => (
        <Box key={id} flexDirection="column" aria-role="option" aria-state={{ selected }}>
          <Lines rows={rows} width={width} />
        </Box>
      ))}
    </Box>
  );
};

/** The scroll sign stands at the right edge, whatever the row has in it. */
const fill = (cells: readonly Cell[]): readonly Cell[] => (cells.some(({ grow }) => grow) ? cells : [...cells, { text: '', grow: true }]);
