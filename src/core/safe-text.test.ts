import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeLine, safeText } from './safe-text.ts';

const x = '\uFFFD';
const graphemes = (text: string) => [...new Intl.Segmenter('und').segment(text)].length;

describe('text of strangers', () => {
  test.each([
    '김치찌개 2인분',
    'Extra hot, please!',
    'crème brûlée',
    '東京 ラーメン',
    'שלום',
    '👩‍👩‍👧 가족',
    '1️⃣번',
    '❤️',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '🇰🇷',
    '👍🏽',
    '🧑🏻‍❤️‍💋‍🧑🏿',
  ])('ordinary writing stays as it is: %s', (text) => expect(safeText(text)).toBe(text.normalize('NFC')));

  test('decomposed Hangul of a Mac becomes syllables', () => {
    expect(safeText('김치'.normalize('NFD'))).toBe('김치');
  });

  test('an escape sequence leaves its letters and loses its power', () => {
    expect(safeText('\u001b]0;PAID - APPROVED\u0007')).toBe(`${x}]0;PAID - APPROVED${x}`);
    expect(safeText('\u001b\u001b[2J [2J')).toBe(`${x}${x}[2J [2J`);
    expect(safeText('\u009b31m\u0090q\u007f\b\t')).toBe(`${x}31m${x}q${x}${x}${x}`);
  });

  test('nothing can turn the direction of writing, hide, or take no room', () => {
    for (const c of [
      '\u202e',
      '\u2066',
      '\u061c',
      '\u200b',
      '\u200e',
      '\ufeff',
      '\u00ad',
      '\u2028',
      '\u2029',
      '\ue000',
      '\u0378',
      '\u3164',
      '\u{e0041}',
      '\ud800',
    ])
      expect(safeText(`밥${c}국`)).toBe(`밥${x}국`);
  });

  test('a joiner or an emoji selector outside an emoji is replaced', () => {
    expect(safeText('a\u200db')).toBe(`a${x}b`);
    expect(safeText('👩\u200d김')).toBe(`👩${x}김`);
    expect(safeText('a\ufe0f 1\ufe0f ☎\ufe0f\ufe0f')).toBe(`a${x} 1${x} ☎\ufe0f${x}`);
  });

  test('at most eight marks pile up on a letter, and none on ours before it', () => {
    expect(safeText(`z${'\u0335'.repeat(11)}!`)).toBe(`z${'\u0335'.repeat(8)}${x.repeat(3)}!`);
    expect(safeText('\u0335\u0335a')).toBe(`${x}${x}a`);
    expect(safeText('a\n\u0335b', { lines: 2 })).toBe(`a\n${x}b`);
  });

  test('new lines stay where lines are asked for, and only so many', () => {
    expect(safeText('문 앞\r\n벨 X\n감사', { lines: 3 })).toBe('문 앞\n벨 X\n감사');
    expect(safeText('1\n2\n3', { lines: 2 })).toBe(`1\n2${x}3`);
    expect(safeText('1\n2')).toBe(`1${x}2`);
  });

  test('what is too long ends in an ellipsis, never inside a character', () => {
    expect(safeText('가나다라마', { max: 3 })).toBe('가나…');
    expect(safeText('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', { max: 2 })).toBe('👩‍👩‍👧…');
    expect(safeText('abc', { max: 3 })).toBe('abc');
    expect(safeText(`a${'\u1161'.repeat(10_000)}`, { max: 10 }).length).toBeLessThan(161);
    expect(safeLine('가'.repeat(5000))).toHaveLength(5000);
  });

  test('ten megabytes cost no more than a page', () => {
    const start = performance.now();
    safeText('\u001b김'.repeat(5_000_000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('whatever is thrown at it', () => {
  const nasty = fc.constantFrom(
    ...[
      '\u001b',
      '\u009b',
      '\r',
      '\n',
      '\r\n',
      '\u200d',
      '\ufe0f',
      '\u20e3',
      '1',
      '👩',
      '❤',
      '❤️‍🔥',
      '👩‍👩‍👧',
      '🏽',
      '🇰',
      '\u0301',
      '\u0338',
      '\u1100',
      '\u1161',
      '\u11a8',
    ],
    ...[
      '\u0344',
      '\u{1d165}',
      '\u{e0067}',
      '\u{e007f}',
      '🏴',
      '\ud83d',
      '\udc69',
      '\u0d4e',
      '\u094d',
      '\u0915',
      'e',
      '각',
      '\u202e',
      '\u{1faff}',
      '\u{1fffd}',
      '\u0600',
      'ﬁ',
      '\u2126',
    ],
  );
  const hostile = fc.oneof(
    fc.array(nasty, { maxLength: 40 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  );
  const options = fc.record({ max: fc.integer({ min: 1, max: 40 }), lines: fc.integer({ min: 1, max: 3 }) });
  const dangerous = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?![\u{e0020}-\u{e007f}])(?!\u200d)\p{Cf}/u;

  test('no control, surrogate, private or bidi character survives', () => {
    fc.assert(
      fc.property(hostile, options, (text, o) => {
        const safe = safeText(text, o);
        expect(dangerous.test(safe.replaceAll('\n', ''))).toBe(false);
        expect(safe.split('\n').length).toBeLessThanOrEqual(o.lines);
        expect(/\p{M}{9}/u.test(safe)).toBe(false);
        expect(graphemes(safe)).toBeLessThanOrEqual(o.max);
        expect(dangerous.test(safeLine(text))).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  test('run twice it changes nothing more', () => {
    fc.assert(
      fc.property(hostile, options, (text, o) => {
        const once = safeText(text, o);
        expect(safeText(once, o)).toBe(once);
        expect(safeLine(safeLine(text))).toBe(safeLine(text));
      }),
      { numRuns: 1500 },
    );
  });
});
