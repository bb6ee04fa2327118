import type { Instant } from '../core/kinds.ts';
import { formatWon, minus, type Won } from '../core/money.ts';
import { clock, dayAndClock, localDay, wallMs } from '../core/time.ts';
import { en } from './en.ts';
import { ko } from './ko.ts';
import type { Lang } from './lang.ts';
import type { Words } from './words.ts';

/** How something is told: in which language, as of when, on whose clock, how wide. */
export type Page = {
  readonly lang: Lang;
  readonly words: Words;
  readonly now: Instant;
  readonly zone: string;
  readonly width: number;
};

export const wordsOf = (lang: Lang): Words => (lang === 'ko' ? ko : en);
export const usualZone = 'Asia/Seoul';

export const wonText = (page: Page, amount: Won): string => formatWon(amount, page.lang);
/** How much more or less: `+500원`. */
export const moreText = (page: Page, was: Won, now: Won): string => `${now > was ? '+' : ''}${wonText(page, minus(now, was))}`;

/** The clock of today, else with its day. */
export const when = ({ lang, zone, now }: Page, at: Instant): string =>
  localDay(at, zone) === localDay(now, zone) ? clock(at, zone, lang) : dayAndClock(at, zone, lang);

/** To the second, where two times are compared: `19:32:05`. */
export const exactly = ({ zone }: Page, at: Instant): string => new Date(wallMs(at, zone)).toISOString().slice(11, 19);

const farMs = 30 * 86_400_000;
/** The day of a return that is in sight; undefined when it is as good as never. */
export const returnText = (page: Page, until: Instant): string | undefined => (until - page.now > farMs ? undefined : when(page, until));
