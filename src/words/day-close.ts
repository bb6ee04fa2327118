import type { Instant } from '../core/kinds.ts';
import { bold, fold, large, type Paper, paperText, plain, ruleOnPaper } from '../core/kitchen/paper-text.ts';
import type { PaperLine } from '../core/kitchen/printer.ts';
import { textWidth } from '../core/text-width.ts';
import { localDay } from '../core/time.ts';
import type { DaySales, Sales } from '../core/use-cases/sales.ts';
import type { ItemRow, Tally, TimeRow } from '../core/views/sales.ts';
import { dayCloseWords } from './day-close-words.ts';
import { lengthText } from './length-text.ts';
import { type Page, when, wonText, wordsOf } from './page.ts';
import { undoneText } from './reason-text.ts';
import { salesWords } from './sales-words.ts';

/** `bar`: one column of a bar; most receipt printers know no block. */
type How = Paper & { readonly bar?: string };
type Shown = { readonly page: Page; readonly columns: number };

const blank: PaperLine = { text: '', ...plain };
const heading = (text: string, columns: number): readonly PaperLine[] => [blank, ...fold('', text, columns, bold)];

/** A name and, at the right edge, its figure; a name without room for it stands in a row of its own. */
const pair = (name: string, value: string, columns: number): readonly PaperLine[] => {
  const [left, right] = [paperText(name), paperText(value)];
  const gap = columns - textWidth(left) - textWidth(right);
  if (gap >= 1) return [{ text: `${left}${' '.repeat(gap)}${right}`, ...plain }];
  return [...fold('', name, columns, plain), { text: `${' '.repeat(Math.max(0, columns - textWidth(right)))}${right}`, ...plain }];
};

const totals = (total: Tally, { page, columns }: Shown): readonly PaperLine[] => {
  const words = salesWords[page.lang];
  const pairs = [
    [words.revenue, wonText(page, total.revenue)],
    [words.taken, wonText(page, total.taken)],
    [words.refunds, wonText(page, total.refunds)],
    [words.owed, total.owed === 0 ? dayCloseWords(page.lang).noneOwed : wonText(page, total.owed)],
    [words.orders, words.count(total.orders)],
    [words.delivered, words.count(total.delivered)],
    [words.underway, words.count(total.underway)],
    [words.canceled, words.count(total.canceled)],
  ] as const;
  return pairs.flatMap(([name, value]) => pair(name, value, columns));
};

const averages = (total: Tally, { page, columns }: Shown): readonly PaperLine[] => {
  const words = salesWords[page.lang];
  const pairs = [
    [words.accept, total.acceptMs],
    [words.cook, total.cookMs],
    [words.deliver, total.deliverMs],
    [words.whole, total.wholeMs],
  ] as const;
  return [...heading(words.average, columns), ...pairs.flatMap(([name, ms]) => pair(name, lengthText(ms, page), columns))];
};

const hourColumns = '12:00'.length;

const hours = (rows: readonly TimeRow[], { page, columns }: Shown, bar: string): readonly PaperLine[] => {
  const words = salesWords[page.lang];
  const told = rows.map(({ key, orders, revenue }) => {
    return { hour: `${key}:00`, figures: `${words.count(orders)}  ${wonText(page, revenue)}`, revenue };
  });
  const widest = told.reduce((most, { figures }) => Math.max(most, textWidth(figures)), 0);
  const most = rows.reduce((top, { revenue }) => Math.max(top, revenue), 0);
  const room = columns - hourColumns - widest - 2;
  return [
    ...heading(dayCloseWords(page.lang).byHour, columns),
    ...told.flatMap(({ hour, figures, revenue }) => {
      const length = revenue <= 0 || room < 1 ? 0 : Math.max(1, Math.round((revenue / most) * room));
      return pair(length === 0 ? hour : `${hour} ${bar.repeat(length)}`, figures, columns);
    }),
  ];
};

const items = (rows: readonly ItemRow[], { page, columns }: Shown): readonly PaperLine[] => {
  const words = dayCloseWords(page.lang);
  return [
    ...heading(words.items, columns),
    ...rows.flatMap(({ name, quantity, undone, revenue }) =>
      pair(undone === 0 ? name : `${name} (${words.ofItem(undone)})`, `x${quantity}  ${wonText(page, revenue)}`, columns),
    ),
  ];
};

const undone = ({ canceled }: Sales, { page, columns }: Shown): readonly PaperLine[] => {
  if (canceled.length === 0) return [];
  const words = salesWords[page.lang];
  return [
    ...heading(words.why, columns),
    ...canceled.flatMap(({ reason, by, orders, amount }) =>
      pair(undoneText(reason, by, page.lang), `${words.count(orders)}  ${wonText(page, amount)}`, columns),
    ),
  ];
};

/** The close of a day as a page so wide: the same on paper and in a file. */
export const dayClose = ({ byHour, byItem }: DaySales, at: Instant, { columns, lang, bar = '#' }: How): readonly PaperLine[] => {
  const words = dayCloseWords(lang);
  const { name, from, total, zone } = byHour;
  const page: Page = { lang, words: wordsOf(lang), now: at, zone, width: columns };
  const shown = { page, columns };
  return [
    ...fold('', words.close, columns, large),
    ...fold('', from, columns, large),
    ...fold('', name, columns, bold),
    ...fold('', words.asOf(`${localDay(at, zone)} ${when(page, at)}`), columns, plain),
    ...(total.underway === 0 ? [] : fold('', words.notOver(total.underway), columns, bold)),
    ruleOnPaper(columns),
    ...totals(total, shown),
    ...averages(total, shown),
    ...hours(byHour.by === 'item' ? [] : byHour.rows, shown, bar),
    ...items(byItem.by === 'item' ? byItem.rows : [], shown),
    ...undone(byHour, shown),
  ];
};
