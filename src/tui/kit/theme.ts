import chalk from 'chalk';
import type { Surroundings } from '../../words/lang.ts';

/** What a piece of text is for; the theme alone knows how it looks. */
export type Role = 'text' | 'dim' | 'title' | 'accent' | 'good' | 'warn' | 'bad' | 'selected' | 'border' | 'key' | 'badge';

type Color = 'black' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'white' | 'gray';
/** As the props of Ink's Text are called. */
export type Style = {
  readonly color?: Color;
  readonly dimColor?: boolean;
  readonly bold?: boolean;
  readonly inverse?: boolean;
};

export type ThemeName = 'dark' | 'light' | 'none';
export type Theme = { readonly name: ThemeName; readonly styles: Readonly<Record<Role, Style>> };

// The sixteen colours of the person's own terminal: they know their palette, and a row costs few bytes.
const dark: Theme['styles'] = {
  text: {},
  dim: { dimColor: true },
  title: { bold: true },
  accent: { color: 'cyan' },
  good: { color: 'green' },
  warn: { color: 'yellow' },
  bad: { color: 'red', bold: true },
  selected: { color: 'cyan', bold: true },
  border: { color: 'gray' },
  key: { color: 'cyan' },
  badge: { inverse: true },
};
// Yellow and cyan cannot be read on white.
const light: Theme['styles'] = {
  ...dark,
  accent: { color: 'blue' },
  warn: { color: 'magenta' },
  selected: { color: 'blue', bold: true },
  key: { color: 'blue' },
};
const none: Theme['styles'] = {
  text: {},
  dim: { dimColor: true },
  title: { bold: true },
  accent: {},
  good: {},
  warn: {},
  bad: { bold: true },
  selected: { bold: true },
  border: {},
  key: { bold: true },
  badge: { inverse: true },
};

export const themes: Readonly<Record<ThemeName, Theme>> = {
  dark: { name: 'dark', styles: dark },
  light: { name: 'light', styles: light },
  none: { name: 'none', styles: none },
};

const named = (text: string | undefined): ThemeName | undefined =>
  text === 'dark' || text === 'light' || text === 'none' ? text : undefined;

/** The person's word first, then NO_COLOR, then what the terminal says of its background (`COLORFGBG=0;15`). */
export const themeFor = (env: Surroundings): Theme => {
  const wanted = named(env['BAEDAL_THEME']);
  if (wanted) return themes[wanted];
  if ((env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return themes.none;
  const background = Number(env['COLORFGBG']?.split(';').at(-1));
  return background === 7 || background === 15 ? themes.light : themes.dark;
};

/** The text in its style; a dimmed body keeps nothing but its shapes. */
export const paint = (theme: Theme, role: Role, text: string, dimmed = false): string => {
  const { color, dimColor, bold, inverse }: Style = dimmed ? { dimColor: true } : theme.styles[role];
  let painted = text;
  if (color) painted = chalk[color](painted);
  if (bold) painted = chalk.bold(painted);
  if (dimColor) painted = chalk.dim(painted);
  if (inverse) painted = chalk.inverse(painted);
  return painted;
};
