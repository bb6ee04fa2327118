import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOfLine } from './words-of-line.ts';

test.each([
  ['baedal ', [], ''],
  ['baedal st', [], 'st'],
  ['baedal status ', ['status'], ''],
  ['FOO=1 BAR="a b" baedal shops --as own', ['shops', '--as'], 'own'],
  ['baedal order --item "김치찌개 곱빼기" --note \'it is\'hot', ['order', '--item', '김치찌개 곱빼기', '--note'], 'it ishot'],
  ['baedal order --item "kimchi-jjigae*2:mi', ['order', '--item'], 'kimchi-jjigae*2:mi'],
  ["baedal menu 'shop", ['menu'], 'shop'],
  ['baedal menu shop\\ h', ['menu'], 'shop h'],
  ['baedal --note "say \\"hi\\" \\$now" x', ['--note', 'say "hi" $now'], 'x'],
  ['', [], ''],
] as const)('%s', (line, before, word) => {
  expect(wordsOfLine(line)).toEqual({ before, word });
});

test('words that were quoted come back as they were', () => {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 5 }), (words) => {
      expect(wordsOfLine(`baedal ${words.map(quoted).join(' ')} `)).toEqual({ before: words, word: '' });
    }),
  );
});

test('whatever is typed, it is read', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (line) => Array.isArray(wordsOfLine(line).before)));
});
