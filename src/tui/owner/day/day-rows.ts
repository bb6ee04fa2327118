import { textWidth } from '../../../core/text-width.ts';
import type { DaySales, Sales } from '../../../core/use-cases/sales.ts';
import type { ItemRow, Tally, TimeRow } from '../../../core/views/sales.ts';
import { dayCloseWords } from '../../../words/day-close-words.ts';
import { lengthText } from '../../../words/length-text.ts';
import { type Page, wonText } from '../../../words/page.ts';
import { undoneText } from '../../../words/reason-text.ts';
import { salesWords } from '../../../words/sales-words.ts';
import { bar } from '../../kit/bars.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import type { Cell } from '../../kit/rows.ts';
import type { Role } from '../../kit/theme.ts';

export type DayRow = { readonly id: string; readonly cells: readonly Cell[] };
export type Shown = { readonly page: Page; readonly glyphs: Glyphs };

const heading = (text: string): readonly DayRow[] => [
  { id: `${text} gap`, cells: [] },
  { id: text, cells: [{ text, role: 'title', grow: true }] },
];

const nameColumns = 17;
const pair = (name: string, value: string, role?: Role): DayRow => ({
  id: name,
  cells: [{ text: name, role: 'dim', width: nameColumns }, { text: ' ' }, { text: value, grow: true, ...(role && { role }) }],
});

const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);

/** Orders and money of the day, and what is still to go back. */
export const totalRows = (total: Tally, page: Page): readonly DayRow[] => {
  const words = salesWords[page.lang];
  const owed = total.owed === 0 ? dayCloseWords(page.lang).noneOwed : wonText(page, total.owed);
  return [
    pair(words.revenue, wonText(page, total.revenue), 'accent'),
    pair(words.taken, wonText(page, total.taken)),
    pair(words.refunds, wonText(page, total.refunds)),
    pair(words.owed, owed, total.owed === 0 ? 'dim' : 'warn'),
    pair(words.orders, words.count(total.orders)),
    pair(words.delivered, words.count(total.delivered)),
    pair(words.underway, words.count(total.underway)),
    pair(words.canceled, words.count(total.canceled)),
  ];
};

/** How long it took on average, from the ring to the door. */
export const averageRows = (total: Tally, page: Page): readonly DayRow[] => {
  const words = salesWords[page.lang];
  return [
    ...heading(words.average),
    pair(words.accept, lengthText(total.acceptMs, page)),
    pair(words.cook, lengthText(total.cookMs, page)),
    pair(words.deliver, lengthText(total.deliverMs, page)),
    pair(words.whole, lengthText(total.wholeMs, page)),
  ];
};

/** A bar for every hour; the busiest fills the row. */
export const hourRows = (hours: readonly TimeRow[], { page, glyphs }: Shown, width: number): readonly DayRow[] => {
  const words = salesWords[page.lang];
  const rows = hours.map(({ key, orders, revenue }) => ({
    hour: `${key}:00`,
    count: words.count(orders),
    money: wonText(page, revenue),
    revenue,
  }));
  const [counts, moneys] = [widest(rows.map(({ count }) => count)), widest(rows.map(({ money }) => money))];
  const most = hours.reduce((top, { revenue }) => Math.max(top, revenue), 0);
  const room = Math.max(1, width - 5 - counts - moneys - 6);
  return [
    ...heading(dayCloseWords(page.lang).byHour),
    ...rows.map(({ hour, count, money, revenue }) => ({
      id: hour,
      cells: [
        { text: hour, role: 'dim' as const },
        { text: `  ${bar(revenue, most, room, { ...glyphs, empty: ' ' })}`, role: 'good' as const, grow: true },
        { text: count, width: counts + 2, align: 'right' as const },
        { text: money, width: moneys + 2, align: 'right' as const },
      ],
    })),
  ];
};

/** What was sold, by what it brought; what was canceled of it stands beside. */
export const itemRows = (items: readonly ItemRow[], { page, glyphs }: Shown): readonly DayRow[] => {
  const words = dayCloseWords(page.lang);
  const moneys = widest(items.map(({ revenue }) => wonText(page, revenue)));
  return [
    ...heading(words.items),
    ...items.map(({ key, name, quantity, undone, revenue }) => ({
      id: `item ${key}`,
      cells: [
        { text: name, grow: true },
        { text: undone === 0 ? '' : ` ${words.ofItem(undone)}`, role: 'dim' as const },
        { text: `${glyphs.times}${quantity}`, width: 7, align: 'right' as const },
        { text: wonText(page, revenue), width: moneys + 2, align: 'right' as const },
      ],
    })),
  ];
};

/** What was canceled, why and by whom, most money first. */
export const undoneRows = ({ canceled }: Sales, page: Page): readonly DayRow[] => {
  const words = salesWords[page.lang];
  if (canceled.length === 0) return [];
  const moneys = widest(canceled.map(({ amount }) => wonText(page, amount)));
  return [
    ...heading(words.why),
    ...canceled.map(({ reason, by, orders, amount }) => ({
      id: `undone ${reason} ${by}`,
      cells: [
        { text: undoneText(reason, by, page.lang), grow: true },
        { text: words.count(orders), width: 7, align: 'right' as const },
        { text: wonText(page, amount), width: moneys + 2, align: 'right' as const },
      ],
    })),
  ];
};

export const hoursIn = ({ byHour }: DaySales): readonly TimeRow[] => (byHour.by === 'item' ? [] : byHour.rows);
export const itemsIn = ({ byItem }: DaySales): readonly ItemRow[] => (byItem.by === 'item' ? byItem.rows : []);
