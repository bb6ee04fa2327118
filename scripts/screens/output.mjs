// In place of Ink's `Output`, with all that Ink itself knows of escapes: the same bytes, each line and each row put together once.
import { ansiCodesToString, diffAnsiCodes, reduceAnsiCodesIncremental, styledCharsFromTokens, tokenize } from '@alcalzone/ansi-tokenize';
import { createCanvases } from 'our-canvas';
import { isOrdinary } from 'our-ordinary-text';
import stringWidth from 'string-width';

const isSeen = ({ value }) => isOrdinary(value) || !/^\p{Default_Ignorable_Code_Point}+$/u.test(value);

export const escapes = {
  lettersOf: (text) => styledCharsFromTokens(tokenize(text)).filter(isSeen),
  after: (codes, sequence) => reduceAnsiCodesIncremental(codes, tokenize(sequence)),
  between: (from, to) => ansiCodesToString(diffAnsiCodes(from, to)),
  widthOf: (text) => stringWidth(text),
};

const canvas = createCanvases(escapes);

/** Called with `new`, which takes what it returns. */
export default function Output(size) {
  return canvas(size);
}
