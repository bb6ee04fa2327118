import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Canvas, createCanvases } from './canvas.ts';
import type { Code, Escapes } from './styled-letters.ts';

const fromPackages = (file: string): Promise<unknown> =>
  import(pathToFileURL(join(import.meta.dirname, '../../../node_modules', file)).href);

type Size = { readonly width: number; readonly height: number };
type Styled = { readonly value: string; readonly styles: readonly Code[] };
type Ansi = {
  readonly tokenize: (text: string) => readonly Code[];
  readonly styledCharsFromTokens: (tokens: readonly Code[]) => readonly Styled[];
  readonly reduceAnsiCodesIncremental: (codes: readonly Code[], more: readonly Code[]) => readonly Code[];
  readonly ansiCodesToString: (codes: readonly Code[]) => string;
  readonly diffAnsiCodes: (from: readonly Code[], to: readonly Code[]) => readonly Code[];
};
const { default: Output } = (await fromPackages('ink/build/output.js')) as { readonly default: new (size: Size) => Canvas };
const { default: stringWidth } = (await fromPackages('string-width/index.js')) as { readonly default: (text: string) => number };
const ansi = (await fromPackages('@alcalzone/ansi-tokenize/build/index.js')) as Ansi;

/** As scripts/screens/output.mjs gives them to the screens. */
const escapes: Escapes = {
  lettersOf: (text) =>
    ansi.styledCharsFromTokens(ansi.tokenize(text)).filter(({ value }) => !/^\p{Default_Ignorable_Code_Point}+$/u.test(value)),
  after: (codes, sequence) => ansi.reduceAnsiCodesIncremental(codes, ansi.tokenize(sequence)),
  between: (from, to) => ansi.ansiCodesToString(ansi.diffAnsiCodes(from, to)),
  widthOf: stringWidth,
};

const size: Size = { width: 12, height: 4 };
/** One for all: what it remembers of other frames must not show in this one. */
const canvas = createCanvases(escapes);

type Step = (on: Canvas) => void;
const drawn = (on: Canvas, steps: readonly Step[]) => {
  for (const step of steps) step(on);
  return on.get();
};

const codes = ['0', '1', '2', '22', '7', '27', '31', '36', '39', '41', '49', '38;5;208', '1;36', ''].map((code) => `\u001b[${code}m`);
const pieces = ['a', 'bc', '김', '치찌개', ' ', '   ', '\n', '🍗', 'e\u0301', '\u200b', 'ﾞ', '─│', '…'];
const link = '\u001b]8;;https://hanki.example\u0007메뉴\u001b]8;;\u0007';
const text = fc.array(fc.constantFrom(...codes, ...pieces, link), { maxLength: 8 }).map((parts) => parts.join(''));
const place = fc.integer({ min: -3, max: 13 });
const bound = fc.option(place, { nil: undefined });
const transform = fc.constantFrom(
  (line: string) => line,
  (line: string) => `\u001b[2m${line}\u001b[22m`,
  (line: string, index: number) => `${index}${line}`,
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(place, place, text, fc.array(transform, { maxLength: 2 })).map(
      ([x, y, words, transformers]) =>
        (on: Canvas) =>
          on.write(x, y, words, { transformers }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(bound, bound, bound, bound).map(
      ([x1, x2, y1, y2]) =>
        (on: Canvas) =>
          on.clip({ x1, x2, y1, y2 }),
    ),
  },
  { weight: 1, arbitrary: fc.constant((on: Canvas) => on.unclip()) },
);

test('whatever is written where, a frame is the same as Ink would have made it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      expect(drawn(canvas(size), steps)).toEqual(drawn(new Output(size), steps));
    }),
    { numRuns: 3000 },
  );
});

test('half of a wide letter is never seen, at an edge or beneath another', () => {
  const frame = drawn(canvas(size), [
    (on) => on.write(0, 0, '김치찌개', { transformers: [] }),
    (on) => on.write(3, 0, '│', { transformers: [] }),
    (on) => on.clip({ x1: 1, x2: 4, y1: 0, y2: 4 }),
    (on) => on.write(0, 1, '김치찌개', { transformers: [] }),
  ]);
  expect(frame.output).toBe('김 │찌개\n  치\n\n');
});
