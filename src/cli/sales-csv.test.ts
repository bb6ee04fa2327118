import { expect, test } from 'vitest';
import { csvLines } from './sales-csv.ts';

test('plain rows stay as they are', () => {
  expect(
    csvLines([
      ['item', 'revenue'],
      ['김치찌개', 9000],
      ['', null],
    ]),
  ).toEqual(['item,revenue', '김치찌개,9000', ',']);
});

test('commas, quotes and blanks at the ends are kept within quotes', () => {
  expect(csvLines([['a,b', 'say "hi"', ' x', 'a;b']])).toEqual(['"a,b","say ""hi"""," x","a;b"']);
});

test.each(['=1+1', '+82', '-5', '@cmd', '\t=1', ' =1', '|calc', '%x'])('%j is no formula to a sheet', (name) => {
  const [line = ''] = csvLines([[name]]);
  expect(line.replace(/^"/, '')).toMatch(/^'/);
});

test('a negative number stays a number', () => {
  expect(csvLines([[-5]])).toEqual(['-5']);
});
