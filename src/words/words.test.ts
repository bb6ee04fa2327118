import { describe, expect, test } from 'vitest';
import { authorize, grantTable } from '../core/authorize.ts';
import { instant, parseChoiceId, parseId, parseItemId, parseOptionGroupId, type ShopId } from '../core/kinds.ts';
import { won } from '../core/money.ts';
import type { Difference, Refusal, RefusalCode, Unmet } from '../core/refusal.ts';
import { needText } from './need.ts';
import { type Page, usualZone, wordsOf } from './page.ts';
import { refusalText } from './problem.ts';

const sure = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('no such value');
  return value;
};
const now = instant(Date.parse('2026-11-22T19:40:05+09:00'));
const soon = instant(now + 30 * 60_000);
const item = sure(parseItemId('rice'));
const choice = sure(parseChoiceId('mild'));
const order = sure(parseId('order', 'ord_2345678923'));
const payment = sure(parseId('payment', 'pay_2345678923'));

const differences: readonly Difference[] = [
  { kind: 'item-gone', line: 0, item },
  { kind: 'choice-gone', line: 0, item, choice, name: '순한맛' },
  { kind: 'item-sold-out', line: 1, item, name: '공깃밥', until: soon },
  { kind: 'choice-sold-out', line: 1, item, choice, name: '순한맛', until: instant(now + 1e11) },
  { kind: 'price-changed', line: 0, item, name: '공깃밥', was: won(1000), now: won(1500) },
  { kind: 'fee-changed', was: won(0), now: won(2000) },
];
const unmet: readonly Unmet[] = [
  { kind: 'empty' },
  { kind: 'too-many-lines', lines: 51, max: 50 },
  { kind: 'quantity', line: 0, quantity: 0 },
  { kind: 'options', line: 0, item, group: sure(parseOptionGroupId('spice')), name: '맵기', min: 1, max: 1, chosen: 0 },
  { kind: 'options', line: 0, item, group: sure(parseOptionGroupId('sauces')), name: '소스', min: 0, max: 3, chosen: 4 },
  { kind: 'choice-twice', line: 0, item, choice },
  { kind: 'minimum', minimum: won(12_000), subtotal: won(9000), missing: won(3000) },
];

/** One of each; a refusal without an example is a type error. */
const examples: { readonly [C in RefusalCode]: readonly Extract<Refusal, { readonly code: C }>[] } = {
  PRICE_CHANGED: [{ code: 'PRICE_CHANGED', differences }],
  AVAILABILITY_CHANGED: [{ code: 'AVAILABILITY_CHANGED', differences }],
  CLOSED: [
    { code: 'CLOSED', why: 'holiday', opensAt: soon },
    { code: 'CLOSED', why: 'closed' },
  ],
  OUT_OF_SERVICE_AREA: [{ code: 'OUT_OF_SERVICE_AREA', metres: 5200, areaMetres: 4000 }],
  REQUIREMENTS_NOT_MET: [{ code: 'REQUIREMENTS_NOT_MET', unmet }],
  QUOTE_EXPIRED: [{ code: 'QUOTE_EXPIRED', expiredAt: now }],
  NOT_FOUND: [{ code: 'NOT_FOUND', what: 'shop', id: 'shop_x' }],
  NOT_ALLOWED: [{ code: 'NOT_ALLOWED', need: 'the operator (--as operator)' }],
  INVALID_INPUT: [{ code: 'INVALID_INPUT', field: 'minutes', problem: 'whole minutes' }],
  INVALID_DOCUMENT: [
    { code: 'INVALID_DOCUMENT', problems: [{ field: 'menu[0].items[2].price', problem: { kind: 'not-won', max: 10_000_000 } }] },
  ],
  ALREADY_EXISTS: [{ code: 'ALREADY_EXISTS', what: 'shop', id: 'shop_x' }],
  CHANGED_MEANWHILE: [
    { code: 'CHANGED_MEANWHILE', shop: sure(parseId('shop', 'shop_x')), version: 9, current: 3, since: [] },
    {
      code: 'CHANGED_MEANWHILE',
      shop: sure(parseId('shop', 'shop_x')),
      version: 2,
      current: 4,
      since: [
        {
          version: 3,
          at: now,
          by: 'owner',
          changes: [{ change: 'edited', of: 'item', id: 'rice', name: '공깃밥', field: 'price', was: 1000, now: 1500 }],
          more: 0,
        },
        { version: 4, at: now, by: 'operator', changes: [], more: 0 },
      ],
    },
  ],
  INVALID_TRANSITION: [
    { code: 'INVALID_TRANSITION', command: 'accept', state: 'expired', at: now, deadline: now },
    { code: 'INVALID_TRANSITION', command: 'cook', state: 'none' },
  ],
  TOO_LATE_COOK_STARTED: [{ code: 'TOO_LATE_COOK_STARTED', startedAt: now, requestedAt: instant(now + 2000) }],
  PAYMENT_DECLINED: [{ code: 'PAYMENT_DECLINED', payment, reason: 'insufficient-funds' }],
  PAYMENT_UNKNOWN: [{ code: 'PAYMENT_UNKNOWN', payment, retryAt: soon }],
  PAYMENT_DEFERRED: [{ code: 'PAYMENT_DEFERRED', payment, retryAt: soon, heldUntil: soon, total: won(20_000) }],
  IDEMPOTENCY_CONFLICT: [{ code: 'IDEMPOTENCY_CONFLICT', key: 'lunch' }],
  ALREADY_ORDERED: [{ code: 'ALREADY_ORDERED', order }],
  CART_NOT_EMPTY: [{ code: 'CART_NOT_EMPTY', shop: 'shop_hanki' as ShopId, lines: 2 }],
  MISCONFIGURED: [{ code: 'MISCONFIGURED', what: 'no secret' }],
  BUSY: [{ code: 'BUSY' }],
};
const pageIn = (lang: 'ko' | 'en'): Page => ({ lang, words: wordsOf(lang), now, zone: usualZone, width: 80 });
const all: readonly Refusal[] = Object.values(examples).flat();

describe.each(['ko', 'en'] as const)('every refusal in %s', (lang) => {
  test.each(all.map((refusal) => [refusal.code, refusal] as const))('%s', (_code, refusal) => {
    const said = refusalText(refusal, pageIn(lang));
    expect(said).not.toMatch(/undefined|NaN|\[object|\n/);
    expect(/[가-힣]/.test(said.replaceAll(/순한맛|공깃밥|맵기|소스/g, ''))).toBe(lang === 'ko' && refusal.code !== 'INVALID_INPUT');
  });
});

test('a late cancel is told both times, a held payment its command and time', () => {
  const [late, held] = [examples.TOO_LATE_COOK_STARTED, examples.PAYMENT_DEFERRED].map(([one]) => refusalText(sure(one), pageIn('ko')));
  expect(late).toBe('이미 조리가 시작되어 취소할 수 없어요 (조리 시작 19:40:05, 취소 요청 19:40:07). 문제가 있으면 상점에 연락해 주세요');
  expect(held).toContain(`20:10 이후 결제하기: baedal pay ${payment} (20,000원, 보관 기한 20:10)`);
});

test('differences are listed with their prices and times', () => {
  const said = refusalText(sure(examples.PRICE_CHANGED[0]), pageIn('en'));
  expect(said).toContain('공깃밥 costs ₩1,500, not ₩1,000 (+₩500), delivery costs ₩2,000, not ₩0');
  expect(said).toContain('공깃밥 is sold out until 20:10, 순한맛 is sold out,');
});

test('what somebody must be is said in Korean for every action', () => {
  for (const [action] of grantTable) {
    const refused = authorize({ role: 'system', id: '' }, action);
    if (refused.ok || refused.error.code !== 'NOT_ALLOWED') continue;
    const korean = needText(refused.error.need, 'ko');
    expect(korean.split(', ').filter((part) => !/[가-힣]/.test(part))).toEqual([]);
  }
});

test('status words are those of the design', () => {
  expect(Object.values(wordsOf('ko').status).slice(0, 6)).toEqual(['접수 대기', '접수됨', '조리 중', '조리 완료', '배달 중', '배달 완료']);
});
