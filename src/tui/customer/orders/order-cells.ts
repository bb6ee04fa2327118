import { never } from '../../../core/result.ts';
import { textWidth } from '../../../core/text-width.ts';
import { moneyOf, type OrderStatus, type OrderView, statusOf } from '../../../core/views/order-view.ts';
import { type Page, when, wonText } from '../../../words/page.ts';
import type { Glyphs } from '../../kit/glyphs.ts';
import type { Cell } from '../../kit/rows.ts';
import type { Role } from '../../kit/theme.ts';
import { dishesText, type OrderRow, paymentText } from './orders-model.ts';
import type { OrdersWords } from './orders-words.ts';

/** The columns that the rows of one list share. */
export type Columns = { readonly time: number; readonly price: number; readonly status: number };

const roomForDishes = 66;
const shopAtMost = 22;

/** How it stands with the food, and with the money where that is not plain. */
export const standText = (view: OrderView, page: Page): string => {
  const money = moneyOf(view);
  const status = page.words.status[statusOf(view)];
  return money === 'paid' || money === 'refunded' ? status : `${status} · ${page.words.money[money]}`;
};

const roles: Readonly<Record<OrderStatus, Role>> = {
  placed: 'accent',
  accepted: 'accent',
  cooking: 'accent',
  cooked: 'accent',
  delivering: 'accent',
  delivered: 'dim',
  canceled: 'warn',
  rejected: 'warn',
  expired: 'warn',
  'delivery-failed': 'warn',
};
export const standRole = (view: OrderView): Role => (moneyOf(view) === 'refund-failed' ? 'bad' : roles[statusOf(view)]);

const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);

export const columnsOf = (rows: readonly OrderRow[], page: Page): Columns => {
  const views = rows.flatMap((row) => (row.kind === 'order' ? [row.view] : []));
  return {
    time: widest(views.map(({ placedAt }) => when(page, placedAt))),
    price: widest(views.map(({ total }) => wonText(page, total))),
    status: widest(views.map((view) => standText(view, page))),
  };
};

const viewCells = (view: OrderView, page: Page, words: OrdersWords, glyphs: Glyphs, columns: Columns, width: number): readonly Cell[] => {
  const room = width - columns.time - columns.price - columns.status - 6;
  const hasDishes = width >= roomForDishes;
  const shop = hasDishes ? Math.min(shopAtMost, Math.floor(room / 2)) : room;
  return [
    { text: when(page, view.placedAt), role: 'dim', width: columns.time },
    { text: '', width: 2 },
    { text: view.shopName, width: Math.max(4, shop) },
    { text: hasDishes ? ` ${dishesText(view, words, glyphs.times)}` : '', role: 'dim', grow: true },
    { text: wonText(page, view.total), width: columns.price + 1, align: 'right' },
    { text: '', width: 2 },
    { text: standText(view, page), role: standRole(view), width: columns.status },
  ];
};

export const orderCells = (
  row: OrderRow,
  page: Page,
  words: OrdersWords,
  glyphs: Glyphs,
  columns: Columns,
  width: number,
): readonly Cell[] => {
  switch (row.kind) {
    case 'heading':
      return [{ text: row.text, role: 'dim', grow: true }];
    case 'more':
      return [{ text: `${glyphs.down} ${words.more}`, role: 'dim', grow: true }];
    case 'payment': {
      const { payment, view } = row;
      const isRefund = payment.now.state === 'refund-pending' || payment.now.state === 'refund-failed';
      const said = `${isRefund ? `${words.moneyBack} ` : ''}${wonText(page, payment.amount)}`;
      return [
        { text: `${glyphs.warning} `, role: 'warn' },
        { text: `${said}  `, role: 'title' },
        { text: `${view ? `${view.shopName} ${glyphs.dot} ` : ''}${paymentText(payment, page, words)}`, role: 'warn', grow: true },
      ];
    }
    case 'order':
      return viewCells(row.view, page, words, glyphs, columns, width);
    default:
      return never(row);
  }
};
