const start = '\u001b';

/** What a number of an SGR sequence is about; the last one said of a thing counts. */
const classOf = (code: number): string => {
  if ((code >= 30 && code <= 39) || (code >= 90 && code <= 97)) return 'ink';
  if ((code >= 40 && code <= 49) || (code >= 100 && code <= 107)) return 'paper';
  const pair =
    new Map([
      [3, 23],
      [4, 24],
      [5, 25],
      [7, 27],
      [8, 28],
      [9, 29],
      [53, 55],
    ]).get(code) ?? code;
  return String(pair);
};

/** `38;5;208` and `38;2;1;2;3` are one number each. */
const codesIn = (sequences: string): readonly string[] =>
  [...sequences.matchAll(/(?:38|48);(?:5;\d+|2;\d+;\d+;\d+)|\d+/g)].map(([code]) => code);

const merged = (sequences: string): string => {
  const last = new Map<string, string>();
  const say = (kind: string, code: string) => {
    // In the order in which they were said last.
    last.delete(kind);
    last.set(kind, code);
  };
  for (const code of codesIn(sequences)) {
    const number = Number.parseInt(code, 10);
    if (number === 0) last.clear();
    // Bold and faint add up, and one number ends both.
    if (number === 22) {
      last.delete('1');
      last.delete('2');
    }
    say(classOf(number), code);
  }
  return `\u001b[${[...last.values()].join(';')}m`;
};

// Built from text: a control character in a pattern is easily overlooked.
const downs = new RegExp(`(?:${start}\\[E){2,}`, 'g');
const colors = new RegExp(`(?:${start}\\[\\d[\\d;]*m){2,}`, 'g');

/** The same frame in fewer bytes, for a slow line: steps down at once, and of colours that follow one another only what remains of them. */
export const squeeze = (frame: string): string => frame.replace(downs, (run) => `\u001b[${run.length / 3}E`).replace(colors, merged);
