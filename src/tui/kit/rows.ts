import { safeLine } from '../../core/safe-text.ts';
import { padTo, textWidth } from '../../core/text-width.ts';
import type { Brush } from './painter.ts';
import type { Role } from './theme.ts';

/** A piece of a row. Without a width it takes its own; the one that grows gets what is left over and is cut first. */
export type Cell = {
  readonly text: string;
  readonly role?: Role;
  readonly width?: number;
  readonly grow?: boolean;
  readonly align?: 'left' | 'right';
};

type Placed = Cell & { readonly columns: number };

const ownWidth = (cell: Cell): number => Math.max(0, cell.width ?? textWidth(cell.text));

/** Gives each cell its columns: fixed ones from the left as far as there is room, the growing ones share the rest evenly. */
const place = (cells: readonly Cell[], width: number): readonly Placed[] => {
  const growing = cells.filter(({ grow }) => grow).length;
  const fixed = cells.reduce((sum, cell) => sum + (cell.grow ? 0 : ownWidth(cell)), 0);
  let spare = Math.max(0, width - fixed);
  let left = width;
  let waiting = growing;
  return cells.map((cell) => {
    const share = cell.grow ? Math.ceil(spare / Math.max(1, waiting)) : ownWidth(cell);
    const columns = Math.min(left, share);
    if (cell.grow) {
      spare -= columns;
      waiting -= 1;
    }
    left -= columns;
    return { ...cell, columns };
  });
};

/** The row in exactly so many columns, as one string: a `<Text>` for each row is the fastest that Ink can draw. */
export const composeRow = (cells: readonly Cell[], width: number, brush: Brush): string => {
  // Text of strangers is made safe here, once, where it becomes a part of the picture.
  const safe = cells.map((cell) => ({ ...cell, text: safeLine(cell.text) }));
  const placed = place(safe, width);
  const used = placed.reduce((sum, { columns }) => sum + columns, 0);
  const row = placed
    .filter(({ columns }) => columns > 0)
    .map(({ text, role, columns, align }) => {
      const fitted = padTo(text, columns, align ?? 'left');
      return role === undefined ? brush('text', fitted) : brush(role, fitted);
    })
    .join('');
  return row + ' '.repeat(Math.max(0, width - used));
};

/** Row → text; the same for the same cells, in so many columns. */
export type Composer = (cells: readonly Cell[], width: number) => string;

// Lengths first: no text of a stranger can pass for the end of its cell.
const keyOf = (cells: readonly Cell[], width: number): string =>
  cells.reduce(
    (key, { text, role = '', width: own = '', grow = false, align = '' }) => `${key}${text.length} ${text}${role} ${own} ${grow} ${align},`,
    `${width}:`,
  );

/** Some screens of rows; then they are composed anew. */
const mostRows = 2000;

/** Composes with this brush, each row once: of those of a frame, most stood in the one before. */
export const createComposer = (brush: Brush): Composer => {
  const composed = new Map<string, string>();
  return (cells, width) => {
    const key = keyOf(cells, width);
    const known = composed.get(key);
    if (known !== undefined) return known;
    const row = composeRow(cells, width, brush);
    if (composed.size >= mostRows) composed.clear();
    composed.set(key, row);
    return row;
  };
};

/** Cells as people read them, without style: for tests and for a screen reader. */
export const plainRow = (cells: readonly Cell[], width: number): string => composeRow(cells, width, (_role, text) => text);

/** The row as it is read aloud. */
export const spokenRow = (cells: readonly Cell[]): string =>
  cells
    .map(({ text }) => safeLine(text).trim())
    .filter((text) => text !== '')
    .join(' ');

/** A text and a gap of so many columns behind it. */
export const gap = (columns = 1): Cell => ({ text: ' '.repeat(columns) });

/** `left` and `right` at the two ends of a row; the left one is cut first. */
export const ends = (left: Cell, right: Cell): readonly Cell[] => [{ ...left, grow: true }, gap(), right];
