import { expect, test } from 'vitest';
import { langOf } from '../words/lang.ts';
import { langFor, wantsJson } from './glance.ts';

test.each([
  [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
  [{ LC_ALL: 'C.UTF-8', LANG: 'ko_KR.UTF-8' }, 'en'],
  [{ LC_ALL: '', LC_MESSAGES: 'ko', LANG: 'en_US' }, 'ko'],
  [{ LANG: 'kok_IN' }, 'en'],
  [{}, 'en'],
] as const)('%o speaks %s', (env, lang) => {
  expect(langOf(env)).toBe(lang);
});

test('--lang goes before the locale, the last one counts', () => {
  expect(langFor(['shops', '--lang', 'ko'], {})).toBe('ko');
  expect(langFor(['--lang=ko', 'shops', '--lang=en'], { LANG: 'ko' })).toBe('en');
  expect(langFor(['shops', '--lang', 'fr'], { LANG: 'ko' })).toBe('ko');
  expect(langFor(['shops', '--lang'], {})).toBe('en');
});

test('--json behind -- is no option', () => {
  expect(wantsJson(['menu', '--json'])).toBe(true);
  expect(wantsJson(['menu', '--', '--json'])).toBe(false);
});
