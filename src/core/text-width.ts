import { lazyPattern } from './lazy-pattern.ts';
import { isOrdinary, isOrdinaryWide } from './ordinary-text.ts';

// East Asian Wide and Fullwidth, without emoji, which have a property of their own.
const wide =
  /[\u1100-\u115f\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{16ff6}\u{17000}-\u{18d1e}\u{18d80}-\u{18df2}\u{1aff0}-\u{1b2fb}\u{1d300}-\u{1d356}\u{1d360}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u;
// Marks and formats sit on what is before them; so do the vowels and ends of a Hangul syllable that is written in parts.
const zero = lazyPattern(
  '[\\p{Mn}\\p{Me}\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\u1160-\\u11ff\\ud7b0-\\ud7ff]',
  'u',
);
const emoji = lazyPattern('\\p{Emoji_Presentation}|\\p{Emoji}\\ufe0f|[#*0-9]\\ufe0f?\\u20e3', 'u');
const ascii = /^[\x20-\x7e]*$/;

let segmenter: Intl.Segmenter | undefined;
/** What a person sees as one character each. */
export const graphemes = (text: string): readonly string[] => {
  if (isOrdinary(text)) return [...text];
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
};

const ordinaryWidth = (text: string): number => {
  let width = text.length;
  for (const character of text) if (isOrdinaryWide(character)) width += 1;
  return width;
};

const graphemeWidth = (grapheme: string): number => {
  if (ascii.test(grapheme)) return grapheme.length;
  if (isOrdinary(grapheme)) return ordinaryWidth(grapheme);
  if (emoji().test(grapheme)) return 2;
  let width = 0;
  for (const character of grapheme) width += zero().test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
};

/** Columns that a terminal gives to the text. */
export const textWidth = (text: string): number => {
  if (ascii.test(text)) return text.length;
  if (isOrdinary(text)) return ordinaryWidth(text);
  let width = 0;
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
};

/** As much of the text as fits; `…` stands for the rest. */
export const cutTo = (text: string, width: number): string => {
  if (textWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const grapheme of graphemes(text)) {
    used += graphemeWidth(grapheme);
    if (used > width - 1) break;
    kept += grapheme;
  }
  return width > 0 ? `${kept}…` : '';
};

/** Exactly so many columns: filled with spaces, or cut. */
export const padTo = (text: string, width: number, side: 'left' | 'right' = 'left'): string => {
  const cut = cutTo(text, width);
  const space = ' '.repeat(Math.max(0, width - textWidth(cut)));
  return side === 'left' ? cut + space : space + cut;
};

/** Breaks a word that is wider than the line. */
const pieces = (word: string, width: number): readonly string[] => {
  if (textWidth(word) <= width) return [word];
  const all: string[] = [];
  let piece = '';
  // Jamo can be piled up into one grapheme of any width; such a one is broken as well.
  const units = graphemes(word).flatMap((grapheme) => (graphemeWidth(grapheme) > width ? [...grapheme] : [grapheme]));
  for (const grapheme of units) {
    if (piece !== '' && textWidth(piece + grapheme) > width) {
      all.push(piece);
      piece = '';
    }
    piece += grapheme;
  }
  return piece === '' ? all : [...all, piece];
};

const wrapLine = (line: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let current = '';
  // Words with the spaces before them, which are dropped where the line is broken.
  for (const [, space = '', word = ''] of line.matchAll(/( *)([^ ]*)/g)) {
    if (word === '') continue;
    if (textWidth(current + space + word) <= width) {
      current += space + word;
      continue;
    }
    if (current !== '') lines.push(current);
    const parts = pieces(word, width);
    lines.push(...parts.slice(0, -1));
    current = parts.at(-1) ?? '';
  }
  return current === '' && lines.length > 0 ? lines : [...lines, current];
};

/** Lines of at most `width` columns (2 at least, a wide letter needs them), broken at spaces where there are any. */
export const wrap = (text: string, width: number): readonly string[] => {
  const columns = Math.max(2, width);
  return text.split('\n').flatMap((line) => wrapLine(line, columns));
};
