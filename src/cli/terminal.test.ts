import { expect, test } from 'vitest';
import { wantsColour } from './paint.ts';
import { pairs, table } from './table.ts';
import { jsonLine, textOf } from './terminal.ts';

test('JSON tells steering characters by escapes and loses nothing', () => {
  const hostile = { a: 'x\u001b[2J\u202e\u2028\u0085\ufeff\ud800', b: '한끼 김치찌개 · 👩‍🍳' };
  const line = jsonLine(hostile);
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  expect(JSON.parse(line)).toEqual(hostile);
  expect(jsonLine({ name: '한끼' })).toBe('{"name":"한끼"}');
});

test('columns stand under each other, Korean letters take two', () => {
  const lines = table(
    [
      ['김치찌개', '9,000원', 'a'],
      ['rice', '500원', ''],
    ],
    60,
    [1],
  );
  expect(lines.map(textOf)).toEqual(['김치찌개  9,000원  a', 'rice        500원']);
});

test('the last column is cut where the line ends', () => {
  expect(table([['id', '가'.repeat(50)]], 20).map(textOf)).toEqual([`id  ${'가'.repeat(7)}…`]);
  expect(pairs([['a', 'x'], undefined, ['bcd', { text: 'y', tone: 'good' }]], 60).map(textOf)).toEqual(['a    x', 'bcd  y']);
});

test('NO_COLOR wins over FORCE_COLOR, which wins over the terminal', () => {
  expect(wantsColour({}, true)).toBe(true);
  expect(wantsColour({}, false)).toBe(false);
  expect(wantsColour({ TERM: 'dumb' }, true)).toBe(false);
  expect(wantsColour({ FORCE_COLOR: '1' }, false)).toBe(true);
  expect(wantsColour({ FORCE_COLOR: '0' }, true)).toBe(false);
  expect(wantsColour({ NO_COLOR: '1', FORCE_COLOR: '3' }, true)).toBe(false);
  expect(wantsColour({ NO_COLOR: '' }, true)).toBe(true);
});
