import { type OrderView, statusOf } from '../../../core/views/order-view.ts';
import type { PaymentView } from '../../../core/views/payment-view.ts';
import { type Page, when } from '../../../words/page.ts';
import type { ListItem } from '../../kit/list-state.ts';
import { matches } from '../../kit/search.ts';
import type { OrdersWords } from './orders-words.ts';

export type OrderRow = ListItem &
  (
    | { readonly kind: 'heading'; readonly text: string }
    /** Money of which something is still to come; `view` is the order that it paid, if it became one. */
    | { readonly kind: 'payment'; readonly payment: PaymentView; readonly view?: OrderView }
    | { readonly kind: 'order'; readonly view: OrderView }
    | { readonly kind: 'more' }
  );

type Known = {
  readonly open: readonly PaymentView[];
  readonly active: readonly OrderView[];
  /** The newest of all orders, those that are active among them. */
  readonly latest: readonly OrderView[];
  readonly hasMore: boolean;
};

const isFound = (view: OrderView, query: string, page: Page): boolean =>
  query.trim() === '' ||
  matches([view.shopName, ...view.lines.map(({ name }) => name), page.words.status[statusOf(view)]].join(' '), query) ||
  view.order.includes(query.trim());

const section = (id: string, text: string, rows: readonly OrderRow[]): readonly OrderRow[] =>
  rows.length === 0 ? [] : [{ id, kind: 'heading', text, selectable: false }, ...rows];

/** Money in doubt on top, then what is on its way, then what has been. */
export const orderRows = ({ open, active, latest, hasMore }: Known, query: string, page: Page, words: OrdersWords): readonly OrderRow[] => {
  const running = new Set<string>(active.map(({ order }) => order));
  const known = new Map([...latest, ...active].map((view) => [view.order, view] as const));
  const row = (view: OrderView): OrderRow => ({ id: view.order, kind: 'order', view });
  const found = (views: readonly OrderView[]) => views.filter((view) => isFound(view, query, page)).map(row);
  const payments = open.map((payment): OrderRow => {
    const view = known.get(payment.order);
    return { id: payment.payment, kind: 'payment', payment, ...(view && { view }) };
  });
  return [
    ...section('payments', words.payments, query.trim() === '' ? payments : []),
    ...section('active', words.active, found(active)),
    ...section('past', words.past, found(latest.filter(({ order }) => !running.has(order)))),
    ...(hasMore ? [{ id: 'more', kind: 'more' } as const] : []),
  ];
};

/** What goes on with money that is open. */
export const paymentText = ({ now }: PaymentView, page: Page, words: OrdersWords): string => {
  switch (now.state) {
    case 'unknown':
      return words.unknown(when(page, now.knowBy));
    case 'deferred':
      return words.held(when(page, now.retryAt));
    case 'refund-pending':
      return words.refundPending;
    case 'refund-failed':
      return words.refundLate(now.retryAt === undefined ? undefined : when(page, now.retryAt));
    default:
      return page.words.payment[now.state];
  }
};

/** `김치찌개 ×2 외 1`. */
export const dishesText = ({ lines }: OrderView, words: OrdersWords, times: string): string => {
  const [first] = lines;
  if (!first) return '';
  return `${first.name} ${times}${first.quantity}${lines.length > 1 ? words.andOthers(lines.length - 1) : ''}`;
};

export const orderOf = (row: OrderRow | undefined): OrderView | undefined =>
  row?.kind === 'order' || row?.kind === 'payment' ? row.view : undefined;
