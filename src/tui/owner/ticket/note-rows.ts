import { safeText } from '../../../core/safe-text.ts';
import { wrap } from '../../../core/text-width.ts';
import { highlightNote, type Mark, type NotePart } from '../../../core/views/highlight-note.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import type { Cell } from '../../kit/rows.ts';
import type { Role } from '../../kit/theme.ts';
import type { DishRow } from './dish-rows.ts';

const markRole: Readonly<Record<Mark, Role>> = { allergy: 'bad', without: 'warn', change: 'warn' };

const cutParts = (parts: readonly NotePart[], from: number, to: number): readonly NotePart[] => {
  let at = 0;
  return parts.flatMap((part) => {
    const text = part.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += part.text.length;
    return text === '' ? [] : [{ ...part, text }];
  });
};

/** The note in lines; what must not be overlooked stays marked where a line ends in the middle of it. */
export const noteLines = (note: string, width: number): readonly (readonly NotePart[])[] => {
  const text = safeText(note, { max: 500, lines: 10 });
  const parts = highlightNote(text);
  let from = 0;
  return wrap(text, width).map((line) => {
    const at = text.indexOf(line, from);
    if (at === -1) return highlightNote(line);
    from = at + line.length;
    return cutParts(parts, at, from);
  });
};

/** A note over as many rows as it takes, behind a sign: its marks are told by more than their colour. */
export const noteRows = (
  id: string,
  note: string,
  { glyphs, width }: { readonly glyphs: Glyphs; readonly width: number },
  indent = 0,
): readonly DishRow[] => {
  const lines = noteLines(note, Math.max(8, width - indent - 2));
  const isWarning = lines.some((parts) => parts.some(({ mark }) => mark === 'allergy'));
  return lines.map((parts, at) => ({
    id: `${id} ${at}`,
    cells: [
      { text: `${' '.repeat(indent)}${at > 0 ? ' ' : isWarning ? glyphs.warning : glyphs.right} `, role: isWarning ? 'bad' : 'warn' },
      ...parts.map(({ text, mark }): Cell => ({ text, role: mark ? markRole[mark] : 'accent' })),
      { text: '', grow: true },
    ],
  }));
};
