import { graphemes, textWidth } from '../../core/text-width.ts';
import { remembered } from './remembered.ts';
import { styleAfter as reckonStyle } from './style-state.ts';

/** One column of a line. The second one of a wide letter repeats the first, but is not written. */
type Column = { readonly letter: string; readonly style: string; readonly isSecond: boolean };

const start = '\u001b[';
const sequence = new RegExp(`(${start.replace('[', '\\[')}[\\d;]*m)`);
const control = /\p{Control}/u;
const emoji = /\p{Emoji_Presentation}/u;
/** To an emoji or to a letter made of several, terminals give different columns: a line with one is not to be taken apart. */
const isDisputed = (letter: string): boolean => letter.length > 1 || (letter > '\u2300' && letter < '\u2c00' && emoji.test(letter));
const blank: Column = { letter: ' ', style: '', isSecond: false };

/** A style and a sequence with a blank between them: they are few, and met in every line. */
const styleAfter = remembered((pair: string) => {
  const [style = '', sequence = ''] = pair.split(' ');
  return reckonStyle(style, sequence);
}, 1000);

/** Undefined when there is more in the line than letters and colours. */
const takenApart = (line: string): readonly Column[] | undefined => {
  const columns: Column[] = [];
  let style = '';
  for (const part of line.split(sequence)) {
    if (part.startsWith(start)) {
      style = styleAfter(`${style} ${part === `${start}m` ? `${start}0m` : part}`);
      continue;
    }
    if (control.test(part)) return undefined;
    for (const letter of graphemes(part)) {
      const width = textWidth(letter);
      if (width < 1 || width > 2 || isDisputed(letter)) return undefined;
      columns.push({ letter, style, isSecond: false });
      if (width === 2) columns.push({ letter, style, isSecond: true });
    }
  }
  return columns;
};

/** What is taken apart in one frame is compared with in the next: a screen or two of lines. */
const columnsOf = remembered(takenApart, 200);

const isSame = (one: Column, other: Column): boolean =>
  one.letter === other.letter && one.style === other.style && one.isSecond === other.isSecond;

/** To jump over fewer columns than this costs as much as to write them. */
const worthJumping = 6;

type Span = { readonly from: number; readonly to: number };

const changedSpans = (before: readonly Column[], after: readonly Column[]): readonly Span[] => {
  const spans: Span[] = [];
  for (let at = 0; at < Math.max(before.length, after.length); at += 1) {
    if (isSame(before[at] ?? blank, after[at] ?? blank)) continue;
    const last = spans.at(-1);
    if (last && at - last.to < worthJumping) spans[spans.length - 1] = { from: last.from, to: at + 1 };
    else spans.push({ from: at, to: at + 1 });
  }
  return spans;
};

const styled = (from: string, to: string): string => {
  if (from === to) return '';
  const isMore = from === '' || to.startsWith(`${from};`);
  if (isMore) return `${start}${from === '' ? to : to.slice(from.length + 1)}m`;
  return to === '' ? `${start}m` : `${start}0;${to}m`;
};

const writeSpan = ({ from, to }: Span, after: readonly Column[]): string => {
  let [written, style] = [`${start}${from + 1}G`, ''];
  const end = Math.min(to, after.length);
  for (const column of after.slice(from, end)) {
    if (column.isSecond) continue;
    written += styled(style, column.style) + column.letter;
    style = column.style;
  }
  written += styled(style, '');
  // The line has become shorter.
  return to > after.length ? `${written}${start}K` : written;
};

/** The bytes that turn the one line on the screen into the other: only the columns that differ are written. */
export const updateLine = (previous: string, next: string, width: number | undefined): string => {
  const whole = `${start}1G${start}K${next}`;
  const [before, after] = [columnsOf(previous), columnsOf(next)];
  if (width === undefined || !before || !after || before.length > width || after.length > width) return whole;
  // In the last column the cursor waits to wrap, and terminals differ in where that is.
  if (after.length === width || before.length === width) {
    const [last, was] = [after[width - 1] ?? blank, before[width - 1] ?? blank];
    if (!isSame(last, was)) return whole;
  }
  const changed = changedSpans(before, after)
    .map((span) => writeSpan(span, after))
    .join('');
  return changed.length < whole.length ? changed : whole;
};
