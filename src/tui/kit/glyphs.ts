import type { Surroundings } from '../../words/lang.ts';

export type BorderGlyphs = {
  readonly topLeft: string;
  readonly top: string;
  readonly topRight: string;
  readonly left: string;
  readonly right: string;
  readonly bottomLeft: string;
  readonly bottom: string;
  readonly bottomRight: string;
};

/** Every sign that is drawn, by what it means; each is one column wide. */
export type Glyphs = {
  readonly set: 'unicode' | 'ascii';
  readonly border: BorderGlyphs;
  readonly focus: string;
  readonly done: string;
  readonly current: string;
  readonly coming: string;
  readonly failed: string;
  readonly warning: string;
  readonly info: string;
  readonly picked: string;
  readonly up: string;
  readonly down: string;
  readonly left: string;
  readonly right: string;
  readonly dot: string;
  readonly times: string;
  readonly cut: string;
  readonly line: string;
  readonly full: string;
  readonly empty: string;
  readonly thumb: string;
  readonly track: string;
  /** Of a tree: one of several, and the last one. */
  readonly branch: string;
  readonly lastBranch: string;
  readonly levels: readonly string[];
};

const unicode: Glyphs = {
  set: 'unicode',
  border: { topLeft: '╭', top: '─', topRight: '╮', left: '│', right: '│', bottomLeft: '╰', bottom: '─', bottomRight: '╯' },
  focus: '▌',
  done: '✓',
  current: '●',
  coming: '○',
  failed: '✗',
  warning: '⚠',
  info: '·',
  picked: '●',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  dot: '·',
  times: '×',
  cut: '…',
  line: '─',
  full: '█',
  empty: '░',
  thumb: '█',
  track: '│',
  branch: '├',
  lastBranch: '└',
  levels: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
};

const ascii: Glyphs = {
  set: 'ascii',
  border: { topLeft: '+', top: '-', topRight: '+', left: '|', right: '|', bottomLeft: '+', bottom: '-', bottomRight: '+' },
  focus: '>',
  done: 'v',
  current: '*',
  coming: 'o',
  failed: 'x',
  warning: '!',
  info: '-',
  picked: '*',
  up: '^',
  down: 'v',
  left: '<',
  right: '>',
  dot: '-',
  times: 'x',
  cut: '~',
  line: '-',
  full: '#',
  empty: '.',
  thumb: '#',
  track: '|',
  branch: '|',
  lastBranch: '`',
  levels: ['_', '.', ':', '-', '=', '+', '*', '#'],
};

export const glyphSets: Readonly<Record<Glyphs['set'], Glyphs>> = { unicode, ascii };

/** Boxes and bars need UTF-8 and a font that has them: the Linux console and a locale without UTF-8 get plain signs. */
export const glyphsFor = (env: Surroundings): Glyphs => {
  if (env['BAEDAL_ASCII'] !== undefined && !['', '0'].includes(env['BAEDAL_ASCII'])) return ascii;
  if (env['TERM'] === 'linux' || env['TERM'] === 'dumb') return ascii;
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  // No locale at all is usual in containers and over SSH, where the terminal itself speaks UTF-8 today.
  if (locale === '' || /utf-?8/i.test(locale)) return unicode;
  return ascii;
};

/** Our own signs as the set has them: text that was composed elsewhere keeps within plain signs too. */
export const inGlyphs = (text: string, glyphs: Glyphs): string =>
  glyphs.set === 'unicode' ? text : text.replace(/[\u00d7\u00b7\u2026\u2013\u2014\u2018\u2019\u201c\u201d]/g, (sign) => plain[sign] ?? '?');
const plain: Readonly<Record<string, string>> = {
  '×': 'x',
  '·': '-',
  '…': '~',
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
};
