import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Line } from '../terminal.ts';
import { captions } from './captions.ts';
import { canceledInTime, canceledTooLate, foundLater, ledger, paidLater, shopDown, wholeLife } from './scenes.ts';
import { openStage } from './stage.ts';
import { createStory } from './story.ts';

/** Waiting is shortened, so that the story fits into a minute; nothing else is different. */
const hurried = {
  BAEDAL_GATEWAY_TIMEOUT_MS: '800',
  BAEDAL_BREAKER_IN_ROW: '2',
  BAEDAL_BREAKER_OPEN_MS: '2500',
  BAEDAL_BREAKER_TRIAL_MS: '1000',
  BAEDAL_LOOK_UP_FIRST_MS: '1000',
} as const;

export type DemoDeps = {
  readonly bin: string;
  /** A database of its own to leave behind; else a temporary one that is removed. */
  readonly db?: string;
  readonly lang: 'ko' | 'en';
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly show: (lines: readonly Line[]) => void;
  readonly paceMs: number;
};

/** The whole story, on real processes and one SQLite file. Throws when a command does not do what the story says. */
export const runDemo = async ({ bin, db, lang, env, show, paceMs }: DemoDeps): Promise<void> => {
  if (db !== undefined && existsSync(db)) throw new Error(`${db} is there already; the demo wants a new database`);
  const folder = mkdtempSync(join(tmpdir(), 'baedal-demo-'));
  const stage = openStage({
    bin,
    db: db ?? join(folder, 'demo.db'),
    lang,
    env: { ...env, ...hurried, XDG_CONFIG_HOME: join(folder, 'config'), NO_COLOR: '1' },
    show,
    paceMs,
  });
  const story = createStory({ stage, lang, show });
  try {
    show([captions[lang].hello, '']);
    await stage.command(['seed']);
    const daemon = await stage.daemon([]);
    await wholeLife(story);
    await canceledInTime(story);
    await canceledTooLate(story);
    await shopDown(story, daemon);
    await paidLater(story);
    await foundLater(story);
    await ledger(story);
    show([captions[lang].bye]);
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
