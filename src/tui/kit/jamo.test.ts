import { describe, expect, test } from 'vitest';
import { initialOf, jamoOf, jamoOfKey, keyOfJamo, keysOfHangul } from './jamo.ts';

describe('Hangul and the keys that type it', () => {
  test('q with the Korean layout on is q', () => {
    expect(keysOfHangul('ㅂ')).toEqual(['q']);
  });

  test('a shifted jamo is a capital letter', () => {
    expect(keysOfHangul('ㅃ')).toEqual(['Q']);
    expect(keysOfHangul('ㅖ')).toEqual(['P']);
  });

  test('an input method sends q and j as one syllable', () => {
    expect(keysOfHangul('버')).toEqual(['q', 'j']);
  });

  test('compound vowels and ends are two keys each', () => {
    expect(keysOfHangul('뷁')).toEqual(['q', 'n', 'p', 'f', 'r']);
    expect(keysOfHangul('ㅢ')).toEqual(['m', 'l']);
  });

  test('what is not Hangul has no such keys', () => {
    expect(keysOfHangul('q')).toBeUndefined();
    expect(keysOfHangul('')).toBeUndefined();
    expect(keysOfHangul('버거!')).toBeUndefined();
  });

  test('every letter of the keyboard has one jamo, and every jamo its key', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') expect(keyOfJamo.get(jamoOfKey.get(letter) ?? '')).toBe(letter);
    expect(jamoOfKey.get('Q')).toBe('ㅃ');
    expect(jamoOfKey.get('A')).toBe('ㅁ');
  });

  test('syllables are taken apart, other letters stay', () => {
    expect(jamoOf('값 a')).toBe('ㄱㅏㅂㅅ a');
    expect(initialOf('찌')).toBe('ㅉ');
    expect(initialOf('a')).toBeUndefined();
  });
});
