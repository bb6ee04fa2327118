import { foundOr } from './found-or.ts';
import { createLetters, type Escapes, type Letter } from './styled-letters.ts';

/** One for each text, so that two lines are the same when they are one. */
export type Line = { readonly id: number; readonly text: string; readonly width: number; readonly letters: readonly Letter[] };
/** Columns of a line, the second not included. */
export type Span = { readonly from: number; readonly to: number };

type Parsed = { readonly line: Line; readonly isOpen: boolean };

export type Lines = ReturnType<typeof createLines>;

/** Lines with their letters, taken apart once however often they are drawn: most of a frame is as it was in the one before. */
export const createLines = (escapes: Escapes) => {
  const letters = createLetters(escapes);
  const lines = new Map<string, Line>();
  const parsed = new Map<string, Parsed>();
  const blocks = new Map<string, readonly Line[]>();
  const cuts = new Map<string, Line>();

  const lineOf = (text: string, own?: readonly Letter[]): Line =>
    foundOr(lines, text, () => ({
      id: lines.size,
      text,
      width: escapes.widthOf(text),
      letters: own ?? letters.parse(text).letters,
    }));

  const parse = (text: string): Parsed =>
    foundOr(parsed, text, () => {
      const { letters: own, isOpen } = letters.parse(text);
      const written = letters.textOf(own);
      // Written in another way than we write it, it is read again from what we write, as Ink does.
      return { line: lineOf(written, written === text ? own : undefined), isOpen };
    });

  /** Taken apart as a whole: a style that is not ended holds on in the next line. */
  const together = (text: string): readonly Line[] => {
    const rows: Letter[][] = [[]];
    for (const one of letters.parse(text).letters) {
      if (one.value === '\n') rows.push([]);
      else rows.at(-1)?.push(one);
    }
    return rows.map((row) => lineOf(letters.textOf(row)));
  };

  /** The lines of a text, each with the styles that hold in it. */
  const linesOf = (text: string): readonly Line[] =>
    foundOr(blocks, text, () => {
      const rows = text.split('\n').map(parse);
      return rows.slice(0, -1).some(({ isOpen }) => isOpen) ? together(text) : rows.map(({ line }) => line);
    });

  /** What is left of a wide letter at an edge is a space in its style. */
  const kept = (line: Line, { from, to }: Span): readonly Letter[] => {
    const all: Letter[] = [];
    let column = 0;
    for (const one of from < to ? line.letters : []) {
      const start = column;
      column += one.width;
      if (column <= from) continue;
      if (start >= to) break;
      all.push(one.width > 1 && (start < from || column > to) ? letters.alike(' ', one) : one);
    }
    return all;
  };
  const cut = (line: Line, span: Span): Line =>
    foundOr(cuts, `${line.id} ${span.from} ${span.to}`, () => lineOf(letters.textOf(kept(line, span))));

  return { letters, lineOf: (text: string): Line => lineOf(text), linesOf, cut, size: () => lines.size + blocks.size + cuts.size };
};
