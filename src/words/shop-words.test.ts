import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShopChange } from '../core/catalog/shop-change.ts';
import { parseTier, writeTier } from '../core/catalog/written-fees.ts';
import { parseDayHours } from '../core/catalog/written-hours.ts';
import { changeText } from './shop-change.ts';
import { feesText, hoursText } from './shop-words.ts';

const tier = fc.record(
  {
    fee: fc.integer({ min: 0, max: 10_000_000 }),
    fromAmount: fc.integer({ min: 0, max: 10_000_000 }),
    toMetres: fc.integer({ min: 0, max: 100_000 }),
  },
  { requiredKeys: ['fee'] },
);

test('a fee is told as people say it, and what is told can be typed', () => {
  expect(feesText('0 from 30000; 2000 within 1500; 4000', 'ko')).toBe('무료 (30,000원 이상), 2,000원 (1500 m 이내), 4,000원');
  expect(feesText('1000 from 9000 within 800', 'en')).toBe('₩1,000 (from ₩9,000, within 800 m)');
  fc.assert(
    fc.property(tier, (one) => {
      expect(parseTier(writeTier(one))).toEqual(one);
      for (const lang of ['ko', 'en'] as const) expect(parseTier(feesText(writeTier(one), lang))).toEqual(one);
    }),
  );
});

test.each([
  ['무료', { fee: 0 }],
  ['free', { fee: 0 }],
  ['3,000원', { fee: 3000 }],
  ['₩2000 up to 1.5km', { fee: 2000, toMetres: 1500 }],
  ['2000원 1500m까지', { fee: 2000, toMetres: 1500 }],
  ['무료 30000원 이상', { fee: 0, fromAmount: 30_000 }],
  ['1000 over 20,000 within 800', { fee: 1000, fromAmount: 20_000, toMetres: 800 }],
])('the fee %j', (text, fee) => expect(parseTier(text)).toEqual(fee));

test.each(['', 'cheap', '-5', '2000 within', '2000 tomorrow', '1 2'])('%j is no fee', (text) => expect(parseTier(text)).toBeUndefined());

test('hours are told in Korean, and what is told can be typed', () => {
  expect(hoursText('mon-fri 11:00-22:00', 'ko')).toBe('월-금 11:00-22:00');
  for (const written of ['daily 00:00-24:00', 'mon-thu, sun 11:00-15:00, 16:30-02:00', 'sat closed'])
    expect(parseDayHours(hoursText(written, 'ko'))).toEqual(parseDayHours(written));
});

describe('a change', () => {
  const changes: readonly (readonly [ShopChange, ko: string, en: string])[] = [
    [{ change: 'set', of: 'minimum', was: 9000, now: 12_000 }, '~ 최소 주문: 9,000원 → 12,000원', '~ minimum order: ₩9,000 → ₩12,000'],
    [
      { change: 'set', of: 'hours', was: 'daily 11:00-21:00', now: 'sun closed' },
      '~ 영업시간: 매일 11:00-21:00 → 일 휴무',
      '~ hours: daily 11:00-21:00 → sun closed',
    ],
    [{ change: 'set', of: 'lease', was: 'default', now: 8 }, '~ 접수 기한 (분): 기본값 → 8', '~ time to accept (min): default → 8'],
    [
      { change: 'set', of: 'fees', was: '3000', now: '0 from 9000; 3000' },
      '~ 배달비: 3,000원 → 무료 (9,000원 이상), 3,000원',
      '~ delivery fees: ₩3,000 → free (from ₩9,000), ₩3,000',
    ],
    [
      { change: 'added', of: 'holiday', id: '2026-12-25', name: '성탄절', in: ['closed'] },
      '+ 휴무일 2026-12-25 성탄절 (휴무)',
      '+ holiday 2026-12-25 성탄절 (closed)',
    ],
    [
      { change: 'removed', of: 'item', id: 'rice', name: '밥', price: 1000, in: ['곁들임'] },
      '− 메뉴 밥 1,000원 (곁들임)',
      '− item 밥 ₩1,000 (곁들임)',
    ],
    [
      { change: 'edited', of: 'choice', id: 'hot', name: '매운맛', field: 'price', was: 0, now: 500, in: ['a', 'b', 'c', 'd'] },
      '~ 선택지 매운맛 가격: 0원 → 500원 (메뉴 4개)',
      '~ choice 매운맛 price: ₩0 → ₩500 (in 4 items)',
    ],
    [
      { change: 'edited', of: 'item', id: 'rice', name: '밥', field: 'about', was: null, now: '갓 지은' },
      '~ 메뉴 밥 설명: 없음 → 갓 지은',
      '~ item 밥 about: nothing → 갓 지은',
    ],
    [{ change: 'reordered', of: 'item', in: ['곁들임'] }, '~ 메뉴 순서 (곁들임)', '~ items in another order (곁들임)'],
  ];
  test.each(changes)('%j', (change, ko, en) => {
    const told = (lang: 'ko' | 'en') => {
      const { sign, text } = changeText(change, lang);
      return `${sign} ${text}`;
    };
    expect([told('ko'), told('en')]).toEqual([ko, en]);
  });
});
