import { cutTo, padTo, textWidth } from '../core/text-width.ts';
import { type Line, type Span, textOf } from './terminal.ts';

const gap = '  ';
const toned = (span: Span, text: string): Span => (typeof span === 'string' ? text : { text, tone: span.tone });

const withoutBlankEnd = (row: readonly Span[]): readonly Span[] => row.slice(0, row.findLastIndex((span) => textOf(span) !== '') + 1);

/** Rows under each other, columns as wide as their widest cell; the last one is cut where the line ends. */
export const table = (rows: readonly (readonly Span[])[], width: number, rights: readonly number[] = []): readonly Line[] => {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) => Math.max(0, ...rows.map((row) => textWidth(textOf(row[at] ?? '')))));
  return rows.map(withoutBlankEnd).map((row) => {
    let used = 0;
    return row.flatMap((span, at): readonly Span[] => {
      const before = at === 0 ? '' : gap;
      const wanted = widths[at] ?? 0;
      const room = Math.max(1, width - used - before.length);
      const side = rights.includes(at) ? 'right' : 'left';
      const isLast = at === row.length - 1 && side === 'left';
      const text = isLast ? cutTo(textOf(span), room) : padTo(textOf(span), Math.min(wanted, room), side);
      used += before.length + textWidth(text);
      return before === '' ? [toned(span, text)] : [before, toned(span, text)];
    });
  });
};

/** `label  value` rows. */
export const pairs = (rows: readonly (readonly [string, Span] | undefined)[], width: number): readonly Line[] =>
  table(
    rows.flatMap((row) => (row ? [[{ text: row[0], tone: 'faint' } as const, row[1]]] : [])),
    width,
  );
