import { never } from '../../core/result.ts';
import { safeText } from '../../core/safe-text.ts';
import { graphemes, textWidth } from '../../core/text-width.ts';

type Moment = { readonly text: string; readonly at: number };

/** A line being written: its text, the caret as a count of graphemes before it, and what it was before. */
export type Edit = Moment & { readonly undo: readonly Moment[] };

export type EditAction =
  | { readonly do: 'insert'; readonly text: string; readonly max?: number }
  | {
      readonly do:
        | 'backspace'
        | 'delete'
        | 'left'
        | 'right'
        | 'word-left'
        | 'word-right'
        | 'home'
        | 'end'
        | 'kill-word'
        | 'kill-before'
        | 'kill-after'
        | 'undo';
    };

const undoSteps = 100;
const longest = 10_000;

export const editOf = (text = ''): Edit => {
  const clean = cleanLine(text);
  return { text: clean, at: graphemes(clean).length, undo: [] };
};

/** What may stand in a line: no line breaks, nothing that steers a terminal, composed as in NFC. */
const cleanLine = (text: string): string => {
  const clean = safeText(text.replace(/[\r\n\t]+/g, ' '), { max: longest }).replaceAll('\uFFFD', '');
  // What stood on a letter that was left out has to go as well.
  return clean === text ? text : cleanLine(clean);
};

const changed = (edit: Edit, before: string, after: string): Edit => {
  const text = cleanLine(before + after);
  if (text === edit.text) return edit;
  // Marks and jamo join what is before them, so the caret is found again in the text as it has become.
  const reach = cleanLine(before).length;
  let length = 0;
  let at = 0;
  for (const grapheme of graphemes(text)) {
    if (length >= reach) break;
    length += grapheme.length;
    at += 1;
  }
  return { text, at, undo: [...edit.undo, { text: edit.text, at: edit.at }].slice(-undoSteps) };
};

const wordLeft = (all: readonly string[], from: number): number => {
  let at = from;
  while (at > 0 && all[at - 1] === ' ') at -= 1;
  while (at > 0 && all[at - 1] !== ' ') at -= 1;
  return at;
};
const wordRight = (all: readonly string[], from: number): number => {
  let at = from;
  while (at < all.length && all[at] === ' ') at += 1;
  while (at < all.length && all[at] !== ' ') at += 1;
  return at;
};

const inserted = (edit: Edit, all: readonly string[], typed: string, max: number): Edit => {
  const after = all.slice(edit.at);
  // Cleaned together with what is before it: a mark that comes alone belongs there, and would be dropped as one without a base.
  const before = graphemes(cleanLine(all.slice(0, edit.at).join('') + typed));
  const room = Math.max(edit.at, max - after.length);
  return changed(edit, before.slice(0, room).join(''), after.join(''));
};

const cut = (edit: Edit, all: readonly string[], from: number, to: number): Edit =>
  changed(edit, all.slice(0, from).join(''), all.slice(to).join(''));

const moved = (edit: Edit, all: readonly string[], at: number): Edit => {
  const to = Math.max(0, Math.min(all.length, at));
  return to === edit.at ? edit : { ...edit, at: to };
};

/** The line after one action; the same value when nothing changed. */
export const editLine = (edit: Edit, action: EditAction): Edit => {
  const all = graphemes(edit.text);
  const { at } = edit;
  switch (action.do) {
    case 'insert':
      return inserted(edit, all, action.text, action.max ?? longest);
    case 'backspace':
      return cut(edit, all, Math.max(0, at - 1), at);
    case 'delete':
      return cut(edit, all, at, at + 1);
    case 'left':
      return moved(edit, all, at - 1);
    case 'right':
      return moved(edit, all, at + 1);
    case 'word-left':
      return moved(edit, all, wordLeft(all, at));
    case 'word-right':
      return moved(edit, all, wordRight(all, at));
    case 'home':
      return moved(edit, all, 0);
    case 'end':
      return moved(edit, all, all.length);
    case 'kill-word':
      return cut(edit, all, wordLeft(all, at), at);
    case 'kill-before':
      return cut(edit, all, 0, at);
    case 'kill-after':
      return cut(edit, all, at, all.length);
    case 'undo': {
      const last = edit.undo.at(-1);
      return last ? { ...last, undo: edit.undo.slice(0, -1) } : edit;
    }
    default:
      return never(action);
  }
};

export type EditView = { readonly shown: string; readonly caret: number; readonly from: number };

/** The part of the line that a field of so many columns shows, one of them kept for the caret; `from` is where the last view began. */
export const viewOf = ({ text, at }: Moment, width: number, last = 0): EditView => {
  const all = graphemes(text);
  const columns = (from: number, to: number) => textWidth(all.slice(from, to).join(''));
  let from = Math.min(last, at);
  // What was deleted at the end gives the room back to what is before it.
  while (from > 0 && columns(from - 1, all.length) < width) from -= 1;
  while (from < at && columns(from, at) > width - 1) from += 1;
  let to = from;
  while (to < all.length && columns(from, to + 1) <= width) to += 1;
  return { shown: all.slice(from, to).join(''), caret: Math.min(columns(from, at), Math.max(0, width - 1)), from };
};
