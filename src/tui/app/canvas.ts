import { foundOr } from './found-or.ts';
import type { Escapes, Letter } from './styled-letters.ts';
import { createLines, type Line, type Lines } from './styled-lines.ts';

/** Columns and rows that may be written, the second of each not included; undefined: as far as one likes. */
export type Clip = {
  readonly x1: number | undefined;
  readonly x2: number | undefined;
  readonly y1: number | undefined;
  readonly y2: number | undefined;
};
type Size = { readonly width: number; readonly height: number };
type Transform = (line: string, index: number) => string;

/** The same as Ink's `Output`, in whose place it is put while the screens are bundled. */
export type Canvas = {
  readonly write: (x: number, y: number, text: string, how: { readonly transformers: readonly Transform[] }) => void;
  readonly clip: (to: Clip) => void;
  readonly unclip: () => void;
  readonly get: () => { readonly output: string; readonly height: number };
};

const tighter = (a: number | undefined, b: number | undefined, choose: (a: number, b: number) => number) =>
  a === undefined ? b : b === undefined ? a : choose(a, b);

const within = (outer: Clip | undefined, inner: Clip): Clip => ({
  x1: tighter(outer?.x1, inner.x1, Math.max),
  x2: tighter(outer?.x2, inner.x2, Math.min),
  y1: tighter(outer?.y1, inner.y1, Math.max),
  y2: tighter(outer?.y2, inner.y2, Math.min),
});

const isEmpty = ({ x1, x2, y1, y2 }: Clip): boolean =>
  (x1 !== undefined && x2 !== undefined && x1 >= x2) || (y1 !== undefined && y2 !== undefined && y1 >= y2);

/** Lines below one another, from a column and a row on. */
type Block = { readonly x: number; readonly y: number; readonly lines: readonly Line[] };

const nothing = (at: Block): Block => ({ ...at, lines: [] });
const widest = (lines: readonly Line[]): number => lines.reduce((most, { width }) => Math.max(most, width), 0);

const clippedAcross = (block: Block, { x1, x2 }: Clip, { cut }: Lines): Block => {
  const { x, lines } = block;
  if (x1 === undefined || x2 === undefined) return block;
  if (x + widest(lines) < x1 || x > x2) return nothing(block);
  const from = Math.max(0, x1 - x);
  return { ...block, x: Math.max(x, x1), lines: lines.map((line) => cut(line, { from, to: Math.min(line.width, x2 - x) })) };
};

const clippedDown = (block: Block, { y1, y2 }: Clip): Block => {
  const { y, lines } = block;
  if (y1 === undefined || y2 === undefined) return block;
  if (y + lines.length < y1 || y > y2) return nothing(block);
  return { ...block, y: Math.max(y, y1), lines: lines.slice(Math.max(0, y1 - y), Math.min(lines.length, y2 - y)) };
};

const clipped = (block: Block, clip: Clip | undefined, lines: Lines): Block => {
  if (clip === undefined) return block;
  return isEmpty(clip) ? nothing(block) : clippedDown(clippedAcross(block, clip, lines), clip);
};

/** A line at its column of a row. */
type Piece = { readonly x: number; readonly line: Line };

/** One piece over the other. Where one begins or ends within a wide letter, what is left of that is a space. */
const paint = (pieces: readonly Piece[], width: number, { letters: { blank, alike, textOf } }: Lines): string => {
  const cells: (Letter | undefined)[] = Array.from({ length: width }, () => blank);
  const halve = (at: number) => {
    const cell = cells[at];
    if (cell) cells[at] = alike(' ', cell);
  };
  for (const { x, line } of pieces) {
    let at = x;
    if (at > 0 && cells[at]?.value === '' && (cells[at - 1]?.width ?? 0) > 1) halve(at - 1);
    for (const letter of line.letters) {
      if (at >= 0) cells[at] = letter;
      for (let second = 1; second < letter.width; second += 1) if (at + second >= 0) cells[at + second] = alike(at < 0 ? ' ' : '', letter);
      at += Math.max(1, letter.width);
    }
    if (cells[at]?.value === '') halve(at);
  }
  return textOf(cells).trimEnd();
};

/** What is remembered from one frame to the next. */
type Known = { readonly lines: Lines; readonly rows: Map<string, string> };

const createCanvas = ({ width, height }: Size, { lines, rows }: Known): Canvas => {
  const pieces: Piece[][] = Array.from({ length: height }, () => []);
  const clips: Clip[] = [];
  const rowOf = (own: readonly Piece[]): string => {
    const key = own.reduce((all, { x, line }) => `${all}${x} ${line.id},`, `${width}:`);
    return foundOr(rows, key, () => paint(own, width, lines));
  };
  return {
    write: (x, y, text, { transformers }) => {
      if (text === '') return;
      const block = clipped({ x, y, lines: lines.linesOf(text) }, clips.at(-1), lines);
      for (const [index, line] of block.lines.entries()) {
        const at = block.y + index;
        const row = pieces[at];
        if (!row) continue;
        const changed = transformers.reduce((now, transform) => transform(now, at - y), line.text);
        const shown = changed === line.text ? line : lines.lineOf(changed);
        if (shown.letters.length > 0) row.push({ x: block.x, line: shown });
      }
    },
    clip: (to) => {
      clips.push(within(clips.at(-1), to));
    },
    unclip: () => {
      clips.pop();
    },
    get: () => ({ output: pieces.map(rowOf).join('\n'), height }),
  };
};

/** Some megabytes, enough for dozens of screens; then all is forgotten, and made anew as it is needed. */
const most = 4000;

/** A canvas for each frame. What was drawn in one before, by whichever screen, is neither taken apart nor put together again. */
export const createCanvases = (escapes: Escapes): ((size: Size) => Canvas) => {
  const fresh = (): Known => ({ lines: createLines(escapes), rows: new Map() });
  let known = fresh();
  return (size) => {
    if (known.lines.size() + known.rows.size > most) known = fresh();
    return createCanvas(size, known);
  };
};
