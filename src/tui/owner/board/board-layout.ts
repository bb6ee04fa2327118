import type { Size } from '../../kit/ui-context.ts';

/** How the board is divided. `rows` of a card: two where one line of dishes is enough, more where they are spelled out. */
export type Layout =
  | { readonly is: 'list'; readonly list: Size }
  | { readonly is: 'tabs'; readonly list: Size; readonly detail: Size }
  | { readonly is: 'columns'; readonly column: Size; readonly last: number; readonly detail: Size; readonly cards: 'short' | 'spelled' };

const tabsFrom = 80;
const columnsFrom = 110;
const spelledFrom = 160;
const leastRows = 5;

const sideColumns = (columns: number) => Math.min(56, Math.floor(columns * 0.28));

/** `above`: rows that a search takes. */
export const layoutOf = ({ columns, rows }: Size, above: number): Layout => {
  const room = rows - above;
  if (columns < tabsFrom || room < 2 * leastRows + 1) return { is: 'list', list: { columns, rows: room } };
  if (columns < columnsFrom) {
    const detail = Math.min(12, Math.max(leastRows, Math.ceil((room - 1) / 2)));
    return { is: 'tabs', list: { columns, rows: room - 1 - detail }, detail: { columns, rows: detail } };
  }
  const isSpelled = columns >= spelledFrom;
  const side = isSpelled ? sideColumns(columns) : 0;
  const below = isSpelled ? 0 : Math.min(12, Math.max(leastRows, Math.floor(room / 3)));
  const wide = columns - side;
  const each = Math.floor(wide / 4);
  return {
    is: 'columns',
    column: { columns: each, rows: room - below },
    last: wide - 3 * each,
    detail: isSpelled ? { columns: side, rows: room } : { columns, rows: below },
    cards: isSpelled ? 'spelled' : 'short',
  };
};
