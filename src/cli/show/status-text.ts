import type { LineNote } from '../../core/ordering/contact.ts';
import type { QuotedLine } from '../../core/ordering/quote.ts';
import { isCancelable, type MoneyStatus, moneyOf, type OrderStatus, type OrderView, statusOf } from '../../core/views/order-view.ts';
import { type Page, when, wonText } from '../../words/page.ts';
import { reasonText } from '../../words/reason-text.ts';
import { pairs, table } from '../table.ts';
import type { Line, Span, Tone } from '../terminal.ts';

const statusTone: Readonly<Record<OrderStatus, Tone>> = {
  placed: 'warn',
  accepted: 'good',
  cooking: 'good',
  cooked: 'good',
  delivering: 'good',
  delivered: 'strong',
  canceled: 'bad',
  rejected: 'bad',
  expired: 'bad',
  'delivery-failed': 'bad',
};
const moneyTone: Readonly<Record<MoneyStatus, Tone>> = { paid: 'good', 'refund-pending': 'warn', refunded: 'good', 'refund-failed': 'bad' };

export const statusSpan = (view: OrderView, page: Page): Span => {
  const status = statusOf(view);
  return { text: page.words.status[status], tone: statusTone[status] };
};
export const moneySpan = (view: OrderView, page: Page): Span => {
  const money = moneyOf(view);
  return { text: page.words.money[money], tone: moneyTone[money] };
};

export const linesText = (
  lines: readonly QuotedLine[],
  page: Page,
  indent: string,
  notes: readonly LineNote[] = [],
): readonly (readonly Span[])[] =>
  lines.flatMap(({ name, quantity, choices, total }, at) => [
    [`${indent}${name} ×${quantity}`, wonText(page, total)],
    ...(choices.length === 0 ? [] : [[{ text: `${indent}  ${choices.map((choice) => choice.name).join(', ')}`, tone: 'faint' } as const]]),
    ...notes.filter(({ line }) => line === at).map(({ note }) => [{ text: `${indent}  “${note}”`, tone: 'warn' } as const]),
  ]);

/** What was bought, and what it came to. */
export const bill = (lines: readonly QuotedLine[], fee: OrderView['fee'], total: OrderView['total'], page: Page): readonly Line[] => {
  const { label } = page.words;
  return table(
    [
      ...linesText(lines, page, '  '),
      [`  ${label.fee}`, fee === 0 ? label.free : wonText(page, fee)],
      [`  ${label.total}`, { text: wonText(page, total), tone: 'strong' }],
    ],
    page.width,
    [1],
  );
};

/** One order, for its people. */
export const statusText = (view: OrderView, page: Page): readonly Line[] => {
  const { label } = page.words;
  const reason = reasonText(view, page);
  const isWaiting = statusOf(view) === 'placed';
  const isAtWork = view.readyBy !== undefined && ['accepted', 'cooking', 'cooked'].includes(statusOf(view));
  return [
    [{ text: view.shopName, tone: 'strong' }, `  ${view.order}`],
    ...pairs(
      [
        [label.status, statusSpan(view, page)],
        [label.money, moneySpan(view, page)],
        reason === undefined ? undefined : [label.reason, reason],
        [label.placedAt, when(page, view.placedAt)],
        isWaiting ? [label.acceptBy, when(page, view.acceptBy)] : undefined,
        isAtWork && view.readyBy !== undefined ? [label.readyBy, when(page, view.readyBy)] : undefined,
        view.deliveredAt === undefined ? undefined : [label.deliveredAt, when(page, view.deliveredAt)],
        view.rider === undefined ? undefined : [label.rider, view.rider],
        [label.cancelable, isCancelable(view) ? label.yes : label.no],
      ],
      page.width,
    ),
    ...bill(view.lines, view.fee, view.total, page),
  ];
};
