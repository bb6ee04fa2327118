import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlightNote, warnsOfAllergy } from './highlight-note.ts';

const drawn = (note: string) =>
  highlightNote(note)
    .map(({ text, mark }) => (mark ? `[${mark} ${text}]` : text))
    .join('');

describe('a cook does not overlook', () => {
  test.each([
    ['땅콩 알레르기 있어요. 파는 빼 주세요', '[allergy 땅콩 알레르기] 있어요. [without 파는 빼 주세요]'],
    ['우유 알러지가 있습니다', '[allergy 우유 알러지가] 있습니다'],
    ['고수 없이, 새우 못 먹어요', '[without 고수 없이], [allergy 새우 못 먹어요]'],
    ['파, 마늘 빼고', '[without 파, 마늘 빼고]'],
    ['오이빼주세요', '[without 오이빼주세요]'],
    ['수저 넣지 마세요', '[without 수저 넣지 마세요]'],
    ['양파 빼고 소스 따로', '[without 양파 빼고] 소스 [change 따로]'],
    ['덜 맵게 해주세요', '[change 덜 맵게] 해주세요'],
    ['안 맵게 해주세요', '[change 안 맵게] 해주세요'],
    ['반찬 더 주세요', '반찬 [change 더] 주세요'],
    ['비건입니다', '[allergy 비건입니다]'],
    ['No onions please, allergic to peanuts', '[without No onions] please, [allergy allergic to peanuts]'],
    ['PEANUT ALLERGY!', '[allergy PEANUT ALLERGY]!'],
    ['gluten-free please', '[allergy gluten-free] please'],
    ['without ice, extra spicy', '[without without ice], [change extra spicy]'],
    ['hold the mayo', '[without hold the mayo]'],
  ])('%s', (note, seen) => {
    expect(drawn(note)).toBe(seen);
  });

  test.each([
    '문 앞에 두고 벨 눌러 주세요',
    '더덕구이 맛있게 해주세요',
    '말고기 주세요',
    'Knowing nobody, now or never',
    'Nothing special',
    '',
  ])('and is not shouted at over: %s', (note) => {
    expect(highlightNote(note).some(({ mark }) => mark)).toBe(false);
  });

  test('a ticket warns when any of its notes does', () => {
    expect(warnsOfAllergy([undefined, '덜 맵게', '견과 알레르기'])).toBe(true);
    expect(warnsOfAllergy([undefined, '덜 맵게', 'no onions'])).toBe(false);
  });
});

test('whatever somebody wrote, nothing of it is lost, added or moved', () => {
  const words = fc.constantFrom('알레르기', '빼고', 'no', 'allergy', '땅콩', ' ', ',', '더', 'extra', '파');
  const notes = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(notes, (note) => {
      const parts = highlightNote(note);
      expect(parts.map(({ text }) => text).join('')).toBe(note);
      expect(parts.every(({ text }) => text !== '')).toBe(true);
    }),
  );
});
