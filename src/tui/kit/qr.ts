import type { Glyphs } from './glyphs.ts';

type Size = { readonly columns: number; readonly rows: number };
/** The squares of a code, row by row; true is dark. */
export type Modules = readonly (readonly boolean[])[];
/** What a block of the font is taken for: on a dark background it is what shines. */
export type Blocks = 'light' | 'dark';
type Look = { readonly set: Glyphs['set']; readonly blocks: Blocks };
export type DrawnQr = { readonly fits: true; readonly rows: readonly string[] } | { readonly fits: false; readonly needs: Size };

/** The light border: four squares by the standard; with two, cameras of phones still find the code. */
const quietZones = [4, 2] as const;

const sizeOf = (modules: Modules, quiet: number, set: Glyphs['set']): Size => {
  const side = modules.length + 2 * quiet;
  return set === 'ascii' ? { columns: 2 * side, rows: side } : { columns: side, rows: Math.ceil(side / 2) };
};

const halves = [
  [' ', '▄'],
  ['▀', '█'],
] as const;

const rowsOf = (modules: Modules, quiet: number, { set, blocks }: Look): readonly string[] => {
  const { columns, rows } = sizeOf(modules, quiet, set);
  // Outside of the code all is light, the half row below an odd number of them too.
  const isBlock = (row: number, column: number) => (modules[row - quiet]?.[column - quiet] ?? false) === (blocks === 'dark');
  const cell = (row: number, column: number): string => {
    if (set === 'ascii') return isBlock(row, column) ? '##' : '  ';
    return halves[isBlock(2 * row, column) ? 1 : 0][isBlock(2 * row + 1, column) ? 1 : 0];
  };
  const across = set === 'ascii' ? columns / 2 : columns;
  return Array.from({ length: rows }, (_, row) => Array.from({ length: across }, (_, column) => cell(row, column)).join(''));
};

/** The code with the widest border that the room allows, two squares to a cell; or what it would need. */
export const drawQr = (modules: Modules, room: Size, look: Look): DrawnQr => {
  const quiet = quietZones.find((zone) => {
    const { columns, rows } = sizeOf(modules, zone, look.set);
    return columns <= room.columns && rows <= room.rows;
  });
  if (quiet === undefined) return { fits: false, needs: sizeOf(modules, Math.min(...quietZones), look.set) };
  return { fits: true, rows: rowsOf(modules, quiet, look) };
};
