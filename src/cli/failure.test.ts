import { expect, test } from 'vitest';
import { instant } from '../core/kinds.ts';
import { DatabaseBusy, OutcomeUnknown } from '../sqlite/open.ts';
import { DatabaseUnfit } from '../sqlite/unfit.ts';
import { type Page, usualZone, wordsOf } from '../words/page.ts';
import { failureOf, failureOfRefusal } from './failure.ts';
import { wrongUsage } from './stop.ts';

const page = (lang: 'ko' | 'en' = 'en'): Page => ({ lang, words: wordsOf(lang), now: instant(0), zone: usualZone, width: 80 });

test('what a store throws has its code and its way on', () => {
  expect(failureOf(new DatabaseBusy('x is locked'), page())).toMatchObject({
    exit: 9,
    code: 'BUSY',
    message: expect.stringContaining('Nothing was changed'),
  });
  expect(failureOf(new OutcomeUnknown('disk'), page())).toMatchObject({
    exit: 8,
    code: 'OUTCOME_UNKNOWN',
    message: expect.stringContaining('--key'),
  });
  expect(failureOf(new DatabaseUnfit('too-open', 'x has mode 0644; run: chmod 600 x'), page('ko'))).toEqual({
    exit: 10,
    code: 'DATABASE_UNFIT',
    message: '데이터베이스를 쓸 수 없어요: x has mode 0644; run: chmod 600 x',
    details: { why: 'too-open' },
  });
});

test('the unexpected is one line, whatever was thrown', () => {
  expect(failureOf(new TypeError('x is not a function'), page())).toMatchObject({
    exit: 1,
    code: 'FAULT',
    message: expect.stringContaining('BAEDAL_DEBUG=1'),
  });
  expect(failureOf('a text', page()).message).toContain('a text');
});

test('wrong usage speaks the language of the caller', () => {
  const stop = wrongUsage({ ko: '상점을 고르세요', en: 'choose a shop' });
  expect([failureOf(stop, page('ko')).message, failureOf(stop, page()).message]).toEqual(['상점을 고르세요', 'choose a shop']);
  expect(failureOf(stop, page())).toEqual({ exit: 2, code: 'USAGE', message: 'choose a shop' });
});

test('times in details are RFC 3339, and the next chance stands apart', () => {
  const opensAt = instant(Date.UTC(2026, 10, 22, 2));
  expect(failureOfRefusal({ code: 'CLOSED', why: 'hours', opensAt }, page())).toMatchObject({
    exit: 6,
    details: { why: 'hours', opensAt: '2026-11-22T02:00:00.000Z' },
    retryAt: '2026-11-22T02:00:00.000Z',
  });
  expect(failureOfRefusal({ code: 'BUSY' }, page())).toEqual({ exit: 9, code: 'BUSY', message: expect.any(String) });
});
