import { isOrdinary } from '../../core/ordinary-text.ts';
import { foundOr } from './found-or.ts';

/** A sequence that begins a style, and the one that ends it. */
export type Code = { readonly code: string; readonly endCode: string };

/** What is known of escapes: Ink's own library, so that our frames are Ink's to the byte. */
export type Escapes = {
  readonly lettersOf: (text: string) => readonly { readonly value: string; readonly styles: readonly Code[] }[];
  /** The codes that hold after the sequence. */
  readonly after: (codes: readonly Code[], sequence: string) => readonly Code[];
  /** What leads from the one style to the other. */
  readonly between: (from: readonly Code[], to: readonly Code[]) => string;
  readonly widthOf: (text: string) => number;
};

/** One for all that looks alike, with the ways that were taken from it. */
type Style = {
  readonly codes: readonly Code[];
  readonly letters: Map<string, Letter>;
  readonly next: Map<string, Style>;
  readonly towards: Map<Style, string>;
};
/** One for each that looks alike, too: two letters are the same when they are one. The second column of a wide one has none, ''. */
export type Letter = { readonly value: string; readonly style: Style; readonly width: number };

const sequences = new RegExp(`(${'\u001b'}\\[[\\d;]*m)`);

const createStyles = ({ after, between }: Escapes) => {
  const styles = new Map<string, Style>();
  const styleOf = (codes: readonly Code[]): Style => {
    const key = codes.map(({ code, endCode }) => `${code} ${endCode}`).join(' ');
    return foundOr(styles, key, () => ({ codes, letters: new Map(), next: new Map(), towards: new Map() }));
  };
  const styleAfter = (style: Style, sequence: string): Style => foundOr(style.next, sequence, () => styleOf(after(style.codes, sequence)));
  const towards = (from: Style, to: Style): string => foundOr(from.towards, to, () => between(from.codes, to.codes));
  return { plain: styleOf([]), styleOf, styleAfter, towards };
};

/** Letters with their styles, made once however often they are drawn. */
export const createLetters = (escapes: Escapes) => {
  const { plain, styleOf, styleAfter, towards } = createStyles(escapes);
  const letter = (value: string, style: Style): Letter =>
    foundOr(style.letters, value, () => ({ value, style, width: escapes.widthOf(value) }));

  /** Undefined where a letter may be more than one unit: that is for the library. */
  const ordinary = (text: string) => {
    const letters: Letter[] = [];
    let style = plain;
    for (const [at, part] of text.split(sequences).entries()) {
      if (at % 2 === 1) style = styleAfter(style, part);
      else if (!isOrdinary(part)) return undefined;
      else for (const value of part) letters.push(letter(value, style));
    }
    return { letters, isOpen: style !== plain };
  };

  /** The letters of a text, `\n` among them. `isOpen`: its style goes on behind it. */
  const parse = (text: string): { readonly letters: readonly Letter[]; readonly isOpen: boolean } => {
    const quick = ordinary(text);
    if (quick) return quick;
    // The end of a line shows which style holds there.
    const letters = escapes.lettersOf(`${text}\n`).map(({ value, styles }) => letter(value, styleOf(styles)));
    return { letters: letters.slice(0, -1), isOpen: letters.at(-1)?.style !== plain };
  };

  /** The letters as text; places that were never written are left out. */
  const textOf = (letters: readonly (Letter | undefined)[]): string => {
    let text = '';
    let style = plain;
    for (const one of letters) {
      if (one === undefined) continue;
      if (one.style !== style) text += towards(style, one.style);
      style = one.style;
      text += one.value;
    }
    return style === plain ? text : text + towards(style, plain);
  };
  return {
    parse,
    textOf,
    blank: letter(' ', plain),
    /** Another letter in the style of this one. */
    alike: (value: string, { style }: Letter): Letter => letter(value, style),
  };
};
