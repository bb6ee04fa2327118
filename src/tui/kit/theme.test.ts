import chalk from 'chalk';
import { expect, test } from 'vitest';
import { textWidth } from '../../core/text-width.ts';
import { glyphSets, glyphsFor } from './glyphs.ts';
import { paint, type Role, themeFor, themes } from './theme.ts';

test('the person’s word counts before what the terminal says', () => {
  expect(themeFor({}).name).toBe('dark');
  expect(themeFor({ COLORFGBG: '0;15' }).name).toBe('light');
  expect(themeFor({ COLORFGBG: '15;0' }).name).toBe('dark');
  expect(themeFor({ NO_COLOR: '1', COLORFGBG: '0;15' }).name).toBe('none');
  expect(themeFor({ NO_COLOR: '' }).name).toBe('dark');
  expect(themeFor({ TERM: 'dumb' }).name).toBe('none');
  expect(themeFor({ BAEDAL_THEME: 'light', NO_COLOR: '1' }).name).toBe('light');
  expect(themeFor({ BAEDAL_THEME: 'pink' }).name).toBe('dark');
});

test('without colour there is none, on any role', () => {
  chalk.level = 3;
  const roles = Object.keys(themes.none.styles);
  const isRole = (name: string): name is Role => Object.hasOwn(themes.none.styles, name);
  for (const role of roles.filter(isRole)) {
    expect(themes.none.styles[role].color).toBeUndefined();
    expect(paint(themes.none, role, 'x')).not.toMatch(/\[(3[0-7]|9[0-7]|38)/);
  }
  expect(paint(themes.dark, 'good', 'x')).toContain('\u001b[32m');
  expect(paint(themes.dark, 'good', 'x', true)).not.toContain('\u001b[32m');
});

test('plain signs where boxes cannot be drawn', () => {
  const set = (env: Readonly<Record<string, string>>) => glyphsFor(env).set;
  expect(set({ LANG: 'ko_KR.UTF-8' })).toBe('unicode');
  expect(set({})).toBe('unicode');
  expect(set({ LANG: 'C.utf8', TERM: 'linux' })).toBe('ascii');
  expect(set({ LANG: 'ko_KR.eucKR' })).toBe('ascii');
  expect(set({ LC_ALL: 'C', LANG: 'ko_KR.UTF-8' })).toBe('ascii');
  expect(set({ LANG: 'ko_KR.UTF-8', BAEDAL_ASCII: '1' })).toBe('ascii');
  expect(set({ LANG: 'ko_KR.UTF-8', BAEDAL_ASCII: '0' })).toBe('unicode');
});

test('every sign is one column wide, and the plain ones are ASCII', () => {
  for (const glyphs of [glyphSets.unicode, glyphSets.ascii]) {
    const { set, border, levels, ...signs } = glyphs;
    for (const sign of [...Object.values(border), ...levels, ...Object.values(signs)]) {
      expect(textWidth(sign)).toBe(1);
      if (set === 'ascii') expect(sign).toMatch(/^[\x20-\x7e]$/);
    }
  }
});
