import { aspectOf, codesIn } from './style-state.ts';

const start = '\u001b';

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
    say(aspectOf(number), code);
  }
  return `\u001b[${[...last.values()].join(';')}m`;
};

// Built from text: a control character in a pattern is easily overlooked.
const downs = new RegExp(`(?:${start}\\[E){2,}`, 'g');
const colors = new RegExp(`(?:${start}\\[\\d[\\d;]*m){2,}`, 'g');

/** The same frame in fewer bytes, for a slow line: steps down at once, and of colours that follow one another only what remains of them. */
export const squeeze = (frame: string): string => frame.replace(downs, (run) => `\u001b[${run.length / 3}E`).replace(colors, merged);
