import type { Won } from '../../core/money.ts';
import { padTo, textWidth } from '../../core/text-width.ts';
import { dayNumber, weekdayOf } from '../../core/time.ts';
import type { Sales } from '../../core/use-cases/sales.ts';
import type { Tally } from '../../core/views/sales.ts';
import { lengthText } from '../../words/length-text.ts';
import { type Page, wonText } from '../../words/page.ts';
import { undoneText } from '../../words/reason-text.ts';
import { salesWords } from '../../words/sales-words.ts';
import { pairs } from '../table.ts';
import type { Line, Span } from '../terminal.ts';

const countsText = (total: Tally, page: Page): string => {
  const words = salesWords[page.lang];
  const parts = [
    [words.delivered, total.delivered],
    [words.underway, total.underway],
    [words.canceled, total.canceled],
  ] as const;
  return `${words.count(total.orders)} (${parts.map(([name, n]) => `${name} ${n}`).join(', ')})`;
};

const averagesText = (total: Tally, page: Page): string => {
  const words = salesWords[page.lang];
  const parts = [
    [words.accept, total.acceptMs],
    [words.cook, total.cookMs],
    [words.deliver, total.deliverMs],
    [words.whole, total.wholeMs],
  ] as const;
  return parts.map(([name, ms]) => `${name} ${lengthText(ms, page)}`).join(', ');
};

const summary = ({ total, canceled }: Sales, page: Page): readonly Line[] => {
  const words = salesWords[page.lang];
  const owed = total.owed === 0 ? '' : ` (${words.owed} ${wonText(page, total.owed)})`;
  return pairs(
    [
      [words.orders, countsText(total, page)],
      [words.taken, wonText(page, total.taken)],
      [words.refunds, `${wonText(page, total.refunds)}${owed}`],
      [words.revenue, { text: wonText(page, total.revenue), tone: 'strong' }],
      [words.average, averagesText(total, page)],
      ...canceled.map(({ reason, by, orders, amount }, at): readonly [string, string] => [
        at === 0 ? words.why : '',
        `${undoneText(reason, by, page.lang)}: ${words.count(orders)}, ${wonText(page, amount)}`,
      ]),
    ],
    page.width,
  );
};

const weekdays = { ko: [...'월화수목금토일'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] };
const keyText = (key: string, by: Sales['by'], { lang }: Page): string => {
  if (by === 'hour') return `${key}:00`;
  return by === 'day' ? `${key} ${weekdays[lang][weekdayOf(dayNumber(key))] ?? ''}` : key;
};

type Bar = { readonly cells: readonly [name: string, count: string, money: string]; readonly amount: Won };

const barsOf = (sales: Sales, page: Page): readonly Bar[] =>
  sales.by === 'item'
    ? sales.rows.map(({ name, quantity, revenue }) => ({ cells: [name, String(quantity), wonText(page, revenue)], amount: revenue }))
    : sales.rows.map(({ key, orders, revenue }) => ({
        cells: [keyText(key, sales.by, page), String(orders), wonText(page, revenue)],
        amount: revenue,
      }));

const nameMost = 24;
const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
/** In eighths of a column; whoever sold anything has a bar to be seen. */
const bar = (amount: number, most: number, width: number): string => {
  const parts = most === 0 || amount <= 0 ? 0 : Math.max(1, Math.round((amount / most) * width * 8));
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
};

const chart = (sales: Sales, page: Page): readonly Line[] => {
  const words = salesWords[page.lang];
  const rows = barsOf(sales, page);
  const heads = [words[sales.by], sales.by === 'item' ? words.quantity : words.orders, words.revenue] as const;
  const widths = heads.map((head, at) => Math.max(textWidth(head), ...rows.map(({ cells }) => textWidth(cells[at] ?? ''))));
  const [names = 0, counts = 0, moneys = 0] = widths;
  const nameWidth = Math.min(names, nameMost);
  const most = rows.reduce((max, { amount }) => Math.max(max, amount), 0);
  const room = Math.max(4, page.width - nameWidth - counts - moneys - 6);
  const told = (cells: readonly [string, string, string], drawn: Span): Line => [
    `${padTo(cells[0], nameWidth)}  ${padTo(cells[1], counts, 'right')}  ${padTo(cells[2], moneys, 'right')}  `,
    drawn,
  ];
  return [
    { text: `${padTo(heads[0], nameWidth)}  ${padTo(heads[1], counts, 'right')}  ${padTo(heads[2], moneys, 'right')}`, tone: 'faint' },
    ...rows.map(({ cells, amount }) => told(cells, { text: bar(amount, most, room), tone: 'good' })),
  ];
};

/** The reckoning of some days: a summary, then a bar for every day, hour or item. */
export const salesText = (sales: Sales, page: Page): readonly Line[] => {
  const days = sales.from === sales.to ? sales.from : `${sales.from} – ${sales.to}`;
  const head: Line = [{ text: sales.name, tone: 'strong' }, `  ${days}`];
  if (sales.total.orders === 0) return [head, salesWords[page.lang].nothing];
  return [head, ...summary(sales, page), '', ...chart(sales, page)];
};
