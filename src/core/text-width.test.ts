import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutTo, padTo, textWidth, wrap } from './text-width.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['치킨', 4],
  ['치킨'.normalize('NFD'), 4],
  ['값'.normalize('NFD'), 2],
  ['후라이드 1마리', 14],
  ['12,000원', 8],
  ['ｆｕｌｌ', 8],
  ['、。「」', 8],
  ['café', 4],
  ['cafe\u0301', 4],
  ['🍗', 2],
  ['👩‍🍳', 2],
  ['👍🏽', 2],
  ['🇰🇷', 2],
  ['❤️', 2],
  ['❤', 1],
  ['1️⃣', 2],
  ['│─╮', 3],
  ['a\u200bb', 2],
  ['漢字', 4],
  ['\ud800', 1],
])('%j takes %i columns', (text, width) => expect(textWidth(text)).toBe(width));

test('text is filled or cut to exactly the columns it is given', () => {
  expect(padTo('치킨', 6)).toBe('치킨  ');
  expect(padTo('치킨', 6, 'right')).toBe('  치킨');
  expect(padTo('양념치킨', 6)).toBe('양념… ');
  expect(cutTo('abc', 3)).toBe('abc');
  expect(cutTo('abcd', 3)).toBe('ab…');
  expect(cutTo('abcd', 0)).toBe('');
});

test('a line breaks at spaces, and inside a word only when the word is wider than the line', () => {
  expect(wrap('주문이 접수되었습니다', 12)).toEqual(['주문이', '접수되었습니', '다']);
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('a\n\nb', 10)).toEqual(['a', '', 'b']);
  expect(wrap('  indented', 20)).toEqual(['  indented']);
  expect(wrap('', 5)).toEqual(['']);
  expect(wrap('   ', 2)).toEqual(['']);
});

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('가', '값'.normalize('NFD'), '🍗', '👩‍🍳', 'a', ' ', '\n', '漢'), maxLength: 60 }),
);

test('padded text is as wide as it was asked to be, whatever it says', () => {
  fc.assert(
    fc.property(anyText, fc.nat(50), (text, width) => void expect(textWidth(padTo(text.replaceAll('\n', ' '), width))).toBe(width)),
    { numRuns: 300 },
  );
});

test('wrapped text fits and loses nothing but spaces', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, width) => {
      const lines = wrap(text, width);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replace(/[ \n]/g, ''));
    }),
    { numRuns: 300 },
  );
});
