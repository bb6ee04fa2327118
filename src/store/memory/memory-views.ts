import type { Recorded } from '../../core/events.ts';
import type { OrderId, PaymentId } from '../../core/kinds.ts';
import type { Behind, OrderQuestion, Reads, Upkeep, ViewRow } from '../../core/ports.ts';
import { never } from '../../core/result.ts';
import { isActive, isOnKitchenBoard, isRiding, type OrderView } from '../../core/views/order-view.ts';
import { isOpenPayment, type PaymentView } from '../../core/views/payment-view.ts';
import { differencesOf, foldViews, type RoutesToViews } from '../fold-views.ts';
import { frozen } from './frozen.ts';

/** Rows under a name, so that a question looks only at the rows that it is about. */
type Shelf<K, V> = Map<string, Map<K, V>>;

const put = <K, V>(shelf: Shelf<K, V>, name: string, key: K, value: V | undefined): void => {
  const rows = shelf.get(name);
  if (value === undefined) rows?.delete(key);
  else if (rows) rows.set(key, value);
  else shelf.set(name, new Map([[key, value]]));
};
const everybody = '';

type State = {
  readonly orders: Map<OrderId, OrderView>;
  readonly history: Shelf<OrderId, OrderView>;
  readonly active: Shelf<OrderId, OrderView>;
  readonly shops: Shelf<OrderId, OrderView>;
  readonly kitchen: Shelf<OrderId, OrderView>;
  readonly riding: Shelf<OrderId, OrderView>;
  readonly payments: Map<PaymentId, PaymentView>;
  readonly open: Shelf<PaymentId, PaymentView>;
};

const writeOrder = (state: State, view: OrderView): void => {
  const { order, customer, shop } = view;
  state.orders.set(order, view);
  put(state.history, customer, order, view);
  put(state.active, customer, order, isActive(view) ? view : undefined);
  put(state.shops, shop, order, view);
  put(state.kitchen, shop, order, isOnKitchenBoard(view) ? view : undefined);
  put(state.riding, everybody, order, isRiding(view) ? view : undefined);
};
const writePayment = (state: State, view: PaymentView): void => {
  const { payment, customer } = view;
  state.payments.set(payment, view);
  const open = isOpenPayment(view) ? view : undefined;
  put(state.open, customer, payment, open);
  put(state.open, everybody, payment, open);
};

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const oldestFirst = (a: OrderView, b: OrderView): number => a.placedAt - b.placedAt || text(a.order, b.order);
const isBehind = ({ placedAt, order }: OrderView, last: Behind | undefined): boolean =>
  last === undefined || placedAt < last.placedAt || (placedAt === last.placedAt && text(order, last.order) < 0);
const newestFirst = (a: OrderView, b: OrderView): number => oldestFirst(b, a);
const lastFirst = (a: PaymentView, b: PaymentView): number => b.updatedAt - a.updatedAt || text(b.payment, a.payment);
const rowsOf = <K, V>(shelf: Shelf<K, V>, name: string): V[] => [...(shelf.get(name)?.values() ?? [])];

const answer = (state: State, question: OrderQuestion): readonly OrderView[] => {
  switch (question.of) {
    case 'customer':
      return rowsOf(question.active ? state.active : state.history, question.customer)
        .filter((view) => isBehind(view, question.behind))
        .sort(newestFirst)
        .slice(0, question.limit);
    case 'shop':
      return rowsOf(state.shops, question.shop)
        .filter(({ placedAt }) => placedAt >= question.from && placedAt < question.to)
        .filter((view) => isBehind(view, question.behind))
        .sort(newestFirst)
        .slice(0, question.limit);
    case 'kitchen':
      return rowsOf(state.kitchen, question.shop).sort(oldestFirst).slice(0, question.limit);
    case 'riding':
      return rowsOf(state.riding, everybody).sort(oldestFirst).slice(0, question.limit);
    default:
      return never(question);
  }
};

const empty = (): State => ({
  orders: new Map(),
  history: new Map(),
  active: new Map(),
  shops: new Map(),
  kitchen: new Map(),
  riding: new Map(),
  payments: new Map(),
  open: new Map(),
});

type Rebuilt = Awaited<ReturnType<Upkeep['rebuild']>>;
type Groups = Iterable<readonly Recorded[]>;

/** Folds everything again into an empty state and compares. */
const rebuilt = (
  live: State,
  groups: Groups,
  routes: RoutesToViews,
  isWaiting: (event: Recorded) => boolean,
): Rebuilt & { fresh: State } => {
  const fresh = empty();
  let events = 0;
  for (const group of groups) {
    const routed = group.filter(routes);
    const order = group[0]?.order && live.orders.get(group[0].order);
    const folded = foldViews(routed, { order, payment: (id) => live.payments.get(id), isWaiting });
    events += routed.length;
    if (folded.order) writeOrder(fresh, folded.order);
    for (const view of folded.payments.values()) writePayment(fresh, view);
  }
  const all = <K extends string, V extends object>(name: string, found: Map<K, V>, wanted: Map<K, V>) =>
    [...new Set([...wanted.keys(), ...found.keys()])].flatMap((key) => differencesOf(`${name} ${key}`, found.get(key), wanted.get(key)));
  const differences = [...all('order', live.orders, fresh.orders), ...all('payment', live.payments, fresh.payments)];
  return { views: fresh.orders.size + fresh.payments.size, events, differences: differences.sort(), fresh };
};

export type MemoryViews = Pick<Reads, 'order' | 'orders' | 'payment' | 'openPayments'> & {
  write(row: ViewRow): void;
  /** Whether an order of this name is active. */
  isActive(name: string): boolean;
  rebuild(mode: 'replace' | 'verify', groups: Groups, isWaiting: (event: Recorded) => boolean): Rebuilt;
};

export const createMemoryViews = (routes: RoutesToViews): MemoryViews => {
  let state = empty();
  return {
    isActive: (name) => [...state.active.values()].some((rows) => [...rows.keys()].some((order) => order === name)),
    order: (id) => Promise.resolve(state.orders.get(id)),
    orders: async (question) => answer(state, question),
    payment: (id) => Promise.resolve(state.payments.get(id)),
    openPayments: async (customer, limit) =>
      rowsOf(state.open, customer ?? everybody)
        .sort(lastFirst)
        .slice(0, limit),
    write: ({ view, row }) => (view === 'order' ? writeOrder(state, frozen(row)) : writePayment(state, frozen(row))),
    rebuild: (mode, groups, isWaiting) => {
      const { fresh, ...result } = rebuilt(state, groups, routes, mode === 'verify' ? isWaiting : () => false);
      if (mode === 'replace') state = fresh;
      return result;
    },
  };
};
