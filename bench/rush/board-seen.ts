/** What a cook takes in at a glance. Orders are their short numbers without the `#`. */
export type BoardSeen = {
  /** Tickets by column, from new to ready; undefined while something stands over the counts. */
  readonly counts: readonly number[] | undefined;
  /** The column of the cursor, counted from 1. */
  readonly column: number | undefined;
  /** The order under the cursor; `gone` when only its place is kept. */
  readonly under: { readonly order: string; readonly isGone: boolean } | undefined;
  /** The order whose alarm stands over everything. */
  readonly alarm: string | undefined;
  readonly sheet: 'reject' | 'sold-out' | undefined;
  /** The dishes of the ticket under the cursor ask for something that has run out. */
  readonly wantsCola: boolean;
  readonly isLost: boolean;
};

const columnNames = ['(?:신규|New)', '(?:접수|Accepted)', '(?:조리|Cooking)', '(?:완성|Ready)'];
const countOf = columnNames.map((name, at) => new RegExp(`${at + 1} ${name} (\\d+)`));
const active = /[[▌](\d) (?:신규|New|접수|Accepted|조리|Cooking|완성|Ready) \d/;
const cursor = /▌[● ]#(\w{4})(.*)/;
const ghost = /^ (?:다른 화면에서|handled on)/;
const alarm = /(?:조리 중지|STOP COOKING|배달 실패|DELIVERY FAILED) #(\w{4})/;

export const boardSeen = (screen: string): BoardSeen => {
  const head = screen.split('\n', 3).join('\n');
  const counts = countOf.flatMap((pattern) => pattern.exec(head)?.slice(1).map(Number) ?? []);
  const [, column] = active.exec(head) ?? [];
  const [, order, rest = ''] = cursor.exec(screen) ?? [];
  return {
    counts: counts.length === columnNames.length ? counts : undefined,
    column: column === undefined ? undefined : Number(column),
    under:
      order === undefined ? undefined : { order, isGone: ghost.test(rest.trimStart() === rest ? ` ${rest}` : rest.replace(/^ +/, ' ')) },
    alarm: alarm.exec(screen)?.[1],
    sheet: /무엇이 떨어졌나요|What has run out/.test(screen)
      ? 'sold-out'
      : /▌#\w{4} (?:거절|reject)|▌[Rr]eject #/.test(screen)
        ? 'reject'
        : undefined,
    wantsCola: order !== undefined && new RegExp(`#${order}.*콜라`, 's').test(screen) && /×1 콜라/.test(screen),
    isLost: /연결 끊김|disconnected/.test(head),
  };
};
