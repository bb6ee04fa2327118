import { expect, test } from 'vitest';
import { bar, sparkline } from './bars.ts';
import { glyphSets } from './glyphs.ts';

const { unicode, ascii } = glyphSets;

test('a bar is exactly as wide as told, and full only when all is done', () => {
  expect([0, 5, 10].map((done) => bar(done, 10, 4, unicode))).toEqual(['░░░░', '██░░', '████']);
  expect(bar(1, 1000, 4, unicode)).toBe('█░░░');
  expect(bar(999, 1000, 4, unicode)).toBe('███░');
  expect(bar(5, 0, 4, unicode)).toBe('░░░░');
  expect(bar(12, 10, 4, ascii)).toBe('####');
});

test('a sparkline has a column for each value, the highest full, none blank', () => {
  expect(sparkline([0, 1, 4, 8], unicode)).toBe(' ▁▄█');
  expect(sparkline([], unicode)).toBe('');
  expect(sparkline([0, 0], unicode)).toBe('  ');
  expect(sparkline([1, 8], ascii)).toBe('_#');
});
