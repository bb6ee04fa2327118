import { instant } from '../../core/kinds.ts';
import { dayAndClock } from '../../core/time.ts';
import type { Counts } from '../../store/sqlite/keeping.ts';
import type { Since } from '../../store/sqlite/open-backup.ts';
import type { Page } from '../../words/page.ts';
import { pairs } from '../table.ts';
import type { Line } from '../terminal.ts';

type Restored = {
  readonly file: string;
  readonly aside: string | undefined;
  readonly apply: boolean;
  readonly counts: Counts;
  readonly lost: Since | undefined;
};

const words = {
  restored: { ko: '복원한 곳', en: 'restored' },
  would: { ko: '복원할 곳', en: 'would restore' },
  aside: { ko: '이전 파일', en: 'the file before' },
  holds: { ko: '백업의 이벤트', en: 'events in it' },
  until: { ko: '마지막 이벤트', en: 'the last one' },
  lost: { ko: '그 뒤의 것', en: 'behind it' },
} as const;

const lostText = ({ events, orders }: Since, lang: Page['lang']): string =>
  lang === 'ko' ? `이벤트 ${events}, 주문 ${orders}` : `${events} events, ${orders} orders placed`;

/** What goes where, and what will not be there any more. */
export const restoredLines = ({ file, aside, apply, counts, lost }: Restored, page: Page): readonly Line[] => {
  const { lang, zone, width } = page;
  const { lastAt, events } = counts;
  return pairs(
    [
      [words[apply ? 'restored' : 'would'][lang], { text: file, tone: 'strong' }],
      aside === undefined ? undefined : [words.aside[lang], aside],
      [words.holds[lang], String(events)],
      lastAt === undefined ? undefined : [words.until[lang], dayAndClock(instant(lastAt), zone, lang)],
      lost === undefined ? undefined : [words.lost[lang], { text: lostText(lost, lang), tone: lost.events > 0 ? 'warn' : 'good' }],
    ],
    Math.max(width, file.length + 40),
  );
};
