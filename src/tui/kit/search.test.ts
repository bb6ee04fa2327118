import { describe, expect, test } from 'vitest';
import { matches } from './search.ts';

const finds = (query: string, ...names: readonly string[]) => names.filter((name) => matches(name, query));

describe('looking for a dish', () => {
  test('by a part of its name, spaces and case aside', () => {
    expect(finds('찌개', '김치찌개', '된장 찌개', '라면')).toEqual(['김치찌개', '된장 찌개']);
    expect(finds('burger', 'Burger Alley')).toEqual(['Burger Alley']);
    expect(finds('김치찌개', '김치 찌개')).toEqual(['김치 찌개']);
    expect(finds('BURGER al', 'Burger Alley')).toEqual(['Burger Alley']);
  });

  test('by first consonants', () => {
    expect(finds('ㄱㅊㅉㄱ', '김치찌개', '김치전')).toEqual(['김치찌개']);
    expect(finds('ㅉㄱ', '김치찌개', '라면')).toEqual(['김치찌개']);
    expect(finds('김ㅊ', '김치찌개', '김밥')).toEqual(['김치찌개']);
  });

  test('at every moment of typing it', () => {
    for (const soFar of ['ㄹ', '라', '람', '라며', '라면']) expect(finds(soFar, '라면', '김밥')).toEqual(['라면']);
    for (const soFar of ['ㄱ', '기', '김', '김ㅊ', '김치', '김치ㅉ', '김치찌', '김치찍', '김치찌개'])
      expect(finds(soFar, '김치찌개')).toEqual(['김치찌개']);
    for (const soFar of ['ㄷ', '다', '달', '닭', '닭가', '닭갈', '닭갈ㅂ', '닭갈비']) expect(finds(soFar, '닭갈비')).toEqual(['닭갈비']);
  });

  test('half a syllable in the middle of another is none', () => {
    expect(finds('ㅣ', '김치')).toEqual([]);
    expect(finds('치기', '김치김밥')).toEqual(['김치김밥']);
    expect(finds('치미', '김치김밥')).toEqual([]);
  });

  test('with the Latin layout on', () => {
    expect(finds('rlacl', '김치찌개', '라면')).toEqual(['김치찌개']);
    expect(finds('rcWr', '김치찌개', '라면')).toEqual(['김치찌개']);
    expect(finds('ckawl', '참치', '참지')).toEqual(['참지']);
  });

  test('with the Korean layout on', () => {
    expect(finds('ㅠㅕㄱㅎㄷㄱ', 'Burger Alley')).toEqual(['Burger Alley']);
    expect(finds('ㅊㅐㅣㅁ', 'Cola', 'Cider')).toEqual(['Cola']);
    expect(finds('채ㅣㅁ', 'Cola', 'Cider')).toEqual(['Cola']);
  });

  test('each of several words', () => {
    expect(finds('치킨 양념', '양념 치킨', '후라이드 치킨')).toEqual(['양념 치킨']);
  });

  test('nothing asked for is found everywhere', () => {
    expect(finds('', '김치찌개')).toEqual(['김치찌개']);
    expect(finds('  ', '김치찌개')).toEqual(['김치찌개']);
  });

  test('text in parts, as a Mac writes it', () => {
    expect(finds('김치'.normalize('NFD'), '김치찌개')).toEqual(['김치찌개']);
    expect(matches('김치찌개'.normalize('NFD'), '김치')).toBe(true);
  });
});
