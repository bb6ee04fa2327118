import { lazyPattern } from './lazy-pattern.ts';
import { isOrdinary } from './ordinary-text.ts';

const replacement = '\uFFFD';
const neverDrawn = '\\u115f\\u1160\\u3164\\uffa0';
// Controls, formats, surrogates, private use, unassigned (\p{C}), separators of lines and paragraphs, and letters that draw nothing.
const unsafe = lazyPattern(`[\\p{C}\\p{Zl}\\p{Zp}${neverDrawn}]`, 'u');
const mark = lazyPattern('\\p{M}', 'u');
const suspicious = lazyPattern(`[\\p{C}\\p{Zl}\\p{Zp}\\p{M}${neverDrawn}]`, 'u');
const emojiBase = lazyPattern('[\\p{Extended_Pictographic}\\p{Emoji_Modifier}]', 'u');
const emojiOrPoint = lazyPattern('\\p{RGI_Emoji}|.', 'gsv');
const joinerOrTag = /[\u200d\u{e0020}-\u{e007f}]/u;
const marksPerBase = 8;

// The sequences that Unicode lists as emoji, and no other, may hold a joiner or a tag; anything else comes as single code points.
const tokens = (text: string): readonly string[] =>
  joinerOrTag.test(text)
    ? (text.match(emojiOrPoint()) ?? []).flatMap((token) => (joinerOrTag.test(token) ? [token] : [...token]))
    : [...text];

const isEmojiSequence = (token: string) => token.length > 2;
const isKeycap = (before: string, after: string | undefined) => /^[0-9#*]$/.test(before) && after === '\u20e3';
const mayShowAsEmoji = (before: string, after: string | undefined) => emojiBase().test([...before].at(-1) ?? '') || isKeycap(before, after);

const clean = (text: string, lines: number): string => {
  const all = tokens(text);
  let out = '';
  let before = '';
  let newlines = 0;
  // A mark without a base would sit on our own text, so the start of a line has no room for any.
  let room = 0;
  for (const [at, token] of all.entries()) {
    let fits: boolean;
    if (token === '\n') {
      newlines += 1;
      fits = newlines < lines;
      room = fits ? 0 : marksPerBase;
    } else if (!isEmojiSequence(token) && mark().test(token)) {
      fits = room > 0 && (token !== '\ufe0f' || mayShowAsEmoji(before, all[at + 1]));
      room = fits ? room - 1 : 0;
    } else {
      fits = isEmojiSequence(token) || !unsafe().test(token);
      room = marksPerBase;
    }
    before = fits ? token : replacement;
    out += before;
  }
  return out;
};

const safe = (text: string, lines: number): string => {
  const composed = (lines > 1 ? text.replace(/\r\n?/g, '\n') : text).normalize('NFC');
  return suspicious().test(composed) ? clean(composed, lines) : composed;
};

let segmenter: Intl.Segmenter | undefined;
// One grapheme can be made endless (jamo, conjuncts), so every sixteen units of it count as one more.
const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  let count = 0;
  let keep = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    count += Math.ceil(segment.length / 16);
    if (count > max) return `${text.slice(0, keep)}…`;
    if (count < max) keep = index + segment.length;
  }
  return text;
};

/** Text of strangers made fit to keep: what could steer a terminal becomes U+FFFD, too much of it ends in `…`. Safe to run twice. */
export const safeText = (text: string, { max = 200, lines = 1 }: { readonly max?: number; readonly lines?: number } = {}): string => {
  if (isOrdinary(text)) return text.length <= max ? text : `${text.slice(0, Math.max(0, max - 1))}…`;
  // Composing shortens by four at most and a grapheme counts sixteen units at most: beyond this nothing can be kept.
  return cut(safe(text.slice(0, 64 * max + 64), lines), max);
};

/** The same rules without cutting, for everything that is written to a terminal, a log, a printer or a table. */
export const safeLine = (text: string): string => (isOrdinary(text) ? text : safe(text, 1));
