// In place of Ink's `Output`, with all that Ink itself knows of escapes: the same bytes, each line and each row put together once.
import { ansiCodesToString, diffAnsiCodes, reduceAnsiCodesIncremental, styledCharsFromTokens, tokenize } from '@alcalzone/ansi-tokenize';
import { isOrdinary } from '../../src/core/ordinary-text.ts';
import { createCanvases } from '../../src/tui/app/canvas.ts';
import { stringWidth } from './string-width.mjs';

const isSeen = ({ value }) => isOrdinary(value) || !/^\p{Default_Ignorable_Code_Point}+$/u.test(value);

const escapes = {
  lettersOf: (text) => styledCharsFromTokens(tokenize(text)).filter(isSeen),
  after: (codes, sequence) => reduceAnsiCodesIncremental(codes, tokenize(sequence)),
  between: (from, to) => ansiCodesToString(diffAnsiCodes(from, to)),
  widthOf: stringWidth,
};

const canvas = createCanvases(escapes);

/** Called with `new`, which takes what it returns. */
export function Output(size) {
  return canvas(size);
}
