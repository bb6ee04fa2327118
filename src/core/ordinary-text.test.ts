import { expect, test } from 'vitest';
import { isOrdinary, isOrdinaryWide } from './ordinary-text.ts';

const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isOrdinary);
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

test('what our own lines are made of is ordinary, what needs a closer look is not', () => {
  for (const text of ['', 'abc', '김치찌개 ×2 · ₩9,000 — “한끼”…', '│─╭ ▓░', '▌●⚠16분 ✓ ○ ✗', '漢字、。「」'])
    expect(isOrdinary(text)).toBe(true);
  for (const text of [
    '\n',
    '\u001b',
    '\u007f',
    '\u009b',
    '\u00ad',
    'é',
    'e\u0301',
    '\u1100',
    '\u200b',
    '\u202e',
    '☎',
    '⚠\ufe0f',
    '❤',
    '🍗',
    '\ud800',
    '\ufeff',
  ])
    expect(isOrdinary(text)).toBe(false);
});

test('every ordinary character is assigned, visible, composed, no mark and no emoji', () => {
  // The warning is an emoji only with a selector behind it, and that is not ordinary.
  for (const one of all.filter((some) => some !== '⚠')) {
    expect(/[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\p{Extended_Pictographic}\p{Emoji_Presentation}]/u.test(one)).toBe(one === ' ');
    expect(one.normalize('NFC')).toBe(one);
  }
});

test('two ordinary characters side by side stay two graphemes, and composed', () => {
  for (const some of [all, all.toReversed()]) {
    const text = some.join('');
    expect(text.normalize('NFC')).toBe(text);
    expect([...segmenter.segment(text)]).toHaveLength(some.length);
  }
});

test('wide ones are those that Unicode calls East Asian Wide', () => {
  expect(all.filter(isOrdinaryWide).filter((one) => !/[\p{Script=Hangul}\p{Script=Han}、。「」]/u.test(one))).toEqual([]);
  expect(all.filter((one) => !isOrdinaryWide(one)).filter((one) => /[\p{Script=Hangul}\p{Script=Han}、。「」]/u.test(one))).toEqual([]);
});
