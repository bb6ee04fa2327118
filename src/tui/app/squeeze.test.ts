import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf } from '../testing/cells-of.ts';
import { openVirtualTerminal } from '../testing/virtual-terminal.ts';
import { squeeze } from './squeeze.ts';

const size = { columns: 20, rows: 6 };
const look = async (bytes: string) => {
  const terminal = openVirtualTerminal(size);
  await terminal.write(bytes);
  return { cells: cellsOf(terminal), cursor: terminal.cursor() };
};

test('steps and colours that follow one another become one', () => {
  expect(squeeze('\u001b[E\u001b[E\u001b[E가\u001b[E')).toBe('\u001b[3E가\u001b[E');
  expect(squeeze('\u001b[90m\u001b[39m\u001b[36m\u001b[39m\u001b[2m\u001b[22m\u001b[90m│')).toBe('\u001b[22;90m│');
  expect(squeeze('\u001b[1m\u001b[38;5;208m\u001b[48;2;1;2;3m글')).toBe('\u001b[1;38;5;208;48;2;1;2;3m글');
});

test('whatever is written, the terminal shows the same', async () => {
  const codes = [0, 1, 2, 3, 4, 7, 9, 22, 23, 24, 27, 29, 31, 36, 39, 41, 49, 90, 97, 104].map((code) => `\u001b[${code}m`);
  const pieces = fc.constantFrom(
    ...codes,
    '\u001b[38;5;208m',
    '\u001b[48;2;10;20;30m',
    '\u001b[1;36m',
    '\u001b[E',
    '\u001b[E',
    '\r\n',
    '한',
    'a',
    ' ',
    '\u001b[3G',
    '\u001b[K',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (list) => {
      const frame = list.join('');
      expect(squeeze(frame).length).toBeLessThanOrEqual(frame.length);
      expect(await look(squeeze(frame))).toEqual(await look(frame));
    }),
    { numRuns: 300 },
  );
});
