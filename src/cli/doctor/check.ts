import type { Phrase } from '../stop.ts';

/** In the order in which they are told. */
export const checkNames = [
  'runtime',
  'settings',
  'permissions',
  'schema',
  'integrity',
  'chain',
  'views',
  'promises',
  'payments',
  'refunds',
  'books',
  'outbox',
  'daemon',
  'disk',
  'clock',
  'backup',
  'leftovers',
] as const;
export type CheckName = (typeof checkNames)[number];

/** `warn` can wait until tomorrow, `bad` cannot; `skipped` could not be looked at. */
export type Level = 'good' | 'warn' | 'bad' | 'skipped';
export type Check = { readonly check: CheckName; readonly level: Level; readonly found: Phrase; readonly todo?: Phrase };

export const same = (text: string): Phrase => ({ ko: text, en: text });

export const good = (check: CheckName, found: Phrase): Check => ({ check, level: 'good', found });
export const warn = (check: CheckName, found: Phrase, todo: Phrase): Check => ({ check, level: 'warn', found, todo });
export const bad = (check: CheckName, found: Phrase, todo: Phrase): Check => ({ check, level: 'bad', found, todo });
export const skipped = (check: CheckName, found: Phrase): Check => ({ check, level: 'skipped', found });
