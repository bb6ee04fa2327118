/** What a number of an SGR sequence is about; the last one said of a thing counts. Bold and faint add up, and one number ends both. */
export const aspectOf = (code: number): string => {
  if ((code >= 30 && code <= 39) || (code >= 90 && code <= 97)) return 'ink';
  if ((code >= 40 && code <= 49) || (code >= 100 && code <= 107)) return 'paper';
  return String(ends.get(code) ?? code);
};
const ends = new Map([
  [3, 23],
  [4, 24],
  [5, 25],
  [7, 27],
  [8, 28],
  [9, 29],
  [53, 55],
]);

/** `38;5;208` and `38;2;1;2;3` are one number each. */
export const codesIn = (sequences: string): readonly string[] =>
  [...sequences.matchAll(/(?:38|48);(?:5;\d+|2;\d+;\d+;\d+)|\d+/g)].map(([code]) => code);

const isEnd = (code: number): boolean => code === 39 || code === 49 || (code >= 22 && code <= 29) || code === 55;

/** The style that holds after these sequences, as one list of codes in a fixed order; '' for none at all. */
export const styleAfter = (style: string, sequences: string): string => {
  const now = new Map(codesIn(style).map((code) => [aspectOf(Number.parseInt(code, 10)), code]));
  for (const code of codesIn(sequences)) {
    const number = Number.parseInt(code, 10);
    if (number === 0) now.clear();
    else if (number === 22) {
      now.delete('1');
      now.delete('2');
    } else if (isEnd(number)) now.delete(aspectOf(number));
    else now.set(aspectOf(number), code);
  }
  return [...now.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, code]) => code)
    .join(';');
};
