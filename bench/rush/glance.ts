import { kitWords } from '../../src/tui/kit/words.ts';
import { alarmWords } from '../../src/tui/owner/alarm/alarm-words.ts';
import { columnIds } from '../../src/tui/owner/board/board-model.ts';
import { boardWords } from '../../src/tui/owner/board/board-words.ts';
import { sheetWords } from '../../src/tui/owner/board/sheet-words.ts';
import type { Lang } from '../../src/words/lang.ts';

/** What a cook takes in at a glance. Orders are the short numbers of the screen, without the `#`. */
export type Glance = {
  /** Tickets by column, from new to ready; undefined while something stands over the counts. */
  readonly counts: readonly number[] | undefined;
  /** The column of the cursor, counted from 1. */
  readonly column: number | undefined;
  /** The order under the cursor; `isGone` when only its place is kept. */
  readonly under: { readonly order: string; readonly isGone: boolean } | undefined;
  /** The order whose alarm stands over everything. */
  readonly alarm: string | undefined;
  readonly sheet: 'reject' | 'sold-out' | undefined;
  /** In the sheet of what ran out: the digit that ticks the dish. */
  readonly digitOf: (dish: string) => string | undefined;
  readonly isLost: boolean;
  /** The last key did nothing, as somebody else holds the database; the screen asks for it once more. */
  readonly isToPressAgain: boolean;
};

const lost = { ko: '연결 끊김', en: 'disconnected' };

/** Reads the owner's board off a screen of 80 columns or more, by the words that the program itself uses. */
export const glanceIn = (lang: Lang): ((screen: string) => Glance) => {
  const { column, ghost } = boardWords(lang);
  const { title } = alarmWords(lang);
  const names = columnIds.map((id) => column[id]);
  const countOf = names.map((name, at) => new RegExp(`${at + 1} ${name} (\\d+)`));
  const active = new RegExp(`[[▌](\\d) (?:${names.join('|')}) \\d`);
  const alarm = new RegExp(`(?:${Object.values(title).join('|')}) #(\\w{4})`);
  const { busy } = kitWords(lang);
  const reject = new RegExp(`▌${sheetWords(lang).rejectTitle('#\\w{4}')}`);
  return (screen) => {
    const head = screen.split('\n', 3).join('\n');
    const counts = countOf.flatMap((pattern) => pattern.exec(head)?.slice(1).map(Number) ?? []);
    const at = active.exec(head)?.[1];
    const [row, order] = /▌[● ]#(\w{4})[^│]*/.exec(screen) ?? [];
    const sheets = [screen.includes(`▌${sheetWords(lang).soldOutTitle}`) && 'sold-out', reject.test(screen) && 'reject'] as const;
    return {
      counts: counts.length === names.length ? counts : undefined,
      column: at === undefined ? undefined : Number(at),
      // A narrow column cuts the words short.
      under:
        order === undefined || row === undefined
          ? undefined
          : { order, isGone: Object.values(ghost).some((said) => row.includes(said.slice(0, 7))) },
      alarm: alarm.exec(screen)?.[1],
      sheet: sheets.find((one) => one !== false),
      digitOf: (dish) => new RegExp(`(\\d) \\[.\\] ${dish}`).exec(screen)?.[1],
      isLost: head.includes(lost[lang]),
      isToPressAgain: screen.includes(busy),
    };
  };
};
