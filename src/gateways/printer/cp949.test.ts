import { hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCp949 } from './cp949.ts';

const hex = (text: string): string => Buffer.from(toCp949(text)).toString('hex');

test('every one of the 11,172 syllables has the code that Korean printers know it by', () => {
  const all = Array.from({ length: 11_172 }, (_, at) => String.fromCodePoint(0xac00 + at)).join('');
  // What Python's codec cp949 makes of the same text.
  expect(hash('sha256', toCp949(all))).toBe('9d355925bccc44ae41885b4e53eb25cf5f2f5f52000c586e3b8cd938791447bd');
  expect(hex('똠뷁힣')).toBe('8c6394eec652');
});

test('letters, and signs of the Korean standard, come through', () => {
  expect(hex('A~ 가□℃')).toBe('417e20b0a1a1e0a1c9');
});

test('the sign of the won is where Korean printers have it, and as narrow as it is counted', () => {
  expect(hex('₩1,000')).toBe('5c312c303030');
});

test('a syllable that was typed in parts is printed as one', () => {
  expect(hex('가')).toBe(hex('가'));
});

test('what a printer has no letter for becomes a gap of its width', () => {
  expect(hex('🌶€')).toMatch(/^(3f|a1e0)/);
  expect(hex('👨‍👩‍👧')).toMatch(/^(a1e0)+$/);
  expect(hex('é')).toBe('3f');
});

test('no text of strangers can hold a command: never a byte below a space, nor DEL', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      expect([...toCp949(`${text}\u001b@\u001dV\u0000\u0010\u0004\u007f\u0085`)].filter((byte) => byte < 0x20 || byte === 0x7f)).toEqual(
        [],
      );
    }),
    { numRuns: 50 },
  );
});
