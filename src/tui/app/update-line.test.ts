import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth } from '../../core/text-width.ts';
import { cellsOf } from '../testing/cells-of.ts';
import { openVirtualTerminal } from '../testing/virtual-terminal.ts';
import { updateLine } from './update-line.ts';

const columns = 30;

/** What a terminal shows after the bytes, cell by cell. */
const shown = async (...writes: readonly string[]) => {
  const terminal = openVirtualTerminal({ columns, rows: 2 });
  for (const bytes of writes) await terminal.write(bytes);
  return cellsOf(terminal);
};

test('a cursor that moves is a few bytes, whatever stands behind it', () => {
  const row = (mark: string) => `│${mark}한끼 김치찌개        2,000원│ │ 영업 중 │`;
  expect(updateLine(row('▌'), row(' '), 80)).toBe('\u001b[2G ');
  expect(updateLine(row(' '), row('\u001b[36m▌\u001b[39m'), 80)).toBe('\u001b[2G\u001b[36m▌\u001b[m');
});

test('nothing changed is nothing written; what cannot be taken apart is written whole', () => {
  expect(updateLine('김치', '김치', 20)).toBe('');
  expect(updateLine('\u001b[1m김\u001b[22m', '\u001b[1m김\u001b[0m', 20)).toBe('');
  expect(updateLine('a', '\u001b]8;;x\u0007b', 20)).toBe('\u001b[1G\u001b[K\u001b]8;;x\u0007b');
});

const codes = ['1', '2', '22', '7', '27', '31', '36', '39', '41', '49', '0', '38;5;208', '1;36'].map((code) => `\u001b[${code}m`);
const pieces = fc.constantFrom(...codes, '한', '끼', '김치 ', 'a', 'bc', ' ', '     ', '│', '▌', '2,000원', '·');
/** As wide as the terminal at most: a frame has no other lines, and one that wraps stands in two rows. */
const line = fc
  .array(pieces, { maxLength: 9 })
  .map((parts) => `${parts.join('')}\u001b[0m`)
  .filter((text) => textWidth(stripVTControlCharacters(text)) <= columns);

test('whatever stood there, the terminal shows the new line as if it were written on an empty one', async () => {
  await fc.assert(
    fc.asyncProperty(line, line, async (before, after) => {
      const change = updateLine(before, after, columns);
      expect(await shown(before, `${change}\u001b[E$`)).toEqual(await shown(after, '\u001b[E$'));
    }),
    { numRuns: 300 },
  );
});
