import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth } from '../../core/text-width.ts';
import { type Cell, composeRow, ends, plainRow } from './rows.ts';

test('what grows takes what is left over, the rest its own', () => {
  expect(
    plainRow(
      [
        { text: '김치찌개', grow: true },
        { text: '9,000원', width: 10, align: 'right' },
      ],
      24,
    ),
  ).toBe('김치찌개         9,000원');
  expect(plainRow([{ text: 'ab' }, { text: 'cd' }], 6)).toBe('abcd  ');
});

test('what grows is cut first, and says so', () => {
  expect(plainRow([{ text: '돼지고기 김치찌개', grow: true }, { text: ' 품절' }], 14)).toBe('돼지고기… 품절');
});

test('two that grow share evenly', () => {
  expect(
    plainRow(
      [
        { text: 'a', grow: true },
        { text: 'b', grow: true },
      ],
      9,
    ),
  ).toBe('a    b   ');
});

test('the two ends of a header', () => {
  expect(plainRow(ends({ text: '배달' }, { text: '19:40' }), 14)).toBe('배달     19:40');
});

test('text of strangers cannot steer the terminal or break the row', () => {
  const row = plainRow([{ text: '\u001b[2J김치\n\u202e찌개', grow: true }], 20);
  expect([...'\u001b\n\u202e'].filter((hostile) => row.includes(hostile))).toEqual([]);
  expect(textWidth(row)).toBe(20);
});

test('whatever is in the cells, a row is exactly as wide as told', () => {
  const cell: fc.Arbitrary<Cell> = fc
    .tuple(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constant('김치찌개 2인분')),
      fc.option(fc.nat(12)),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([text, width, grow, right]) => ({ text, grow, align: right ? 'right' : 'left', ...(width !== null && { width }) }));
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 6 }), fc.nat(60), (cells, width) => {
      const brushed: string[] = [];
      const row = composeRow(cells, width, (_role, text) => {
        brushed.push(text);
        return text;
      });
      const parts = brushed.reduce((sum, text) => sum + textWidth(text), 0);
      expect(parts).toBeLessThanOrEqual(width);
      expect(parts + row.length - brushed.join('').length).toBe(width);
    }),
    { numRuns: 500 },
  );
});
