import type { Recorded } from '../../core/events.ts';
import { differencesOf, type Folded, foldViews, type RoutesToViews, viewsConsumer } from '../fold-views.ts';
import { readBody, toOrderColumns, toOrderView, toPaymentColumns, toPaymentView, toRecorded } from './codec.ts';
import type { Read } from './reads.ts';
import type { Statements } from './statements.ts';
import type { Write } from './write.ts';

type Group = { readonly order: string; readonly events: readonly Recorded[] };

/** One order's events after the other's: no more than one order is in memory. */
function* groups(s: Statements, routes: RoutesToViews): Generator<Group> {
  let order: string | undefined;
  let events: Recorded[] = [];
  for (const row of s.byOrder().iterate()) {
    if (order !== undefined && row.order !== order) {
      yield { order, events };
      events = [];
    }
    order = row.order ?? '';
    const event = toRecorded(row);
    if (routes(event)) events.push(event);
  }
  if (order !== undefined) yield { order, events };
}

const groupOf = (s: Statements, order: string, routes: RoutesToViews): Group => ({
  order,
  events: s.ofOrder().all(order, 0, -1).map(toRecorded).filter(routes),
});

/** With the positions that still wait for the views, a daemon that lags behind makes no difference. */
const fold = (s: Statements, { order, events }: Group, waiting: ReadonlySet<number> | undefined): Folded => {
  if (!waiting || !events.some(({ position }) => waiting.has(position))) return foldViews(events);
  const body = s.order().get(order);
  return foldViews(events, {
    order: body === undefined ? undefined : toOrderView(body),
    payment: (id) => {
      const found = s.payment().get(id);
      return found === undefined ? undefined : toPaymentView(found);
    },
    isWaiting: ({ position }) => waiting.has(position),
  });
};

type Columns = { readonly body: string };
const explain = (name: string, live: Columns | undefined, wanted: Columns | undefined): readonly string[] => {
  if (!live || !wanted) return differencesOf(name, live, wanted);
  const { body, ...columns } = live;
  const { body: wantedBody, ...wantedColumns } = wanted;
  if (body === wantedBody) return differencesOf(name, columns, wantedColumns);
  const said = readBody(body);
  const fields = said && differencesOf(name, said, readBody(wantedBody));
  return fields && fields.length > 0 ? fields : [`${name}: its row is not what the events say, byte for byte`];
};

/** What is wrong with the rows of one order, and the payments that have rows by right. */
const compare = (s: Statements, { order }: Group, folded: Folded): readonly string[] => [
  ...explain(`order ${order}`, s.orderRow().get(order), folded.order && toOrderColumns(folded.order)),
  ...[...folded.payments.values()].flatMap((view) =>
    explain(`payment ${view.payment}`, s.paymentRow().get(view.payment), toPaymentColumns(view)),
  ),
];

const repair = (s: Statements, { order }: Group, folded: Folded): void => {
  s.removeOrder().run(order);
  if (folded.order) s.writeOrder().run(toOrderColumns(folded.order));
  for (const view of folded.payments.values()) {
    s.removePayment().run(view.payment);
    s.writePayment().run(toPaymentColumns(view));
  }
};

type Found = {
  readonly views: number;
  readonly events: number;
  readonly differences: readonly string[];
  readonly orders: readonly string[];
  readonly payments: readonly string[];
};

const look = (s: Statements, routes: RoutesToViews, waiting: ReadonlySet<number> | undefined): Found => {
  let events = 0;
  let views = 0;
  const differences: string[] = [];
  const orders: string[] = [];
  const payments = new Set<string>();
  for (const group of groups(s, routes)) {
    const folded = fold(s, group, waiting);
    events += group.events.length;
    views += (folded.order ? 1 : 0) + folded.payments.size;
    for (const payment of folded.payments.keys()) payments.add(payment);
    const wrong = compare(s, group, folded);
    if (wrong.length > 0) orders.push(group.order);
    differences.push(...wrong);
  }
  const strayOrders = s.strayOrders().all();
  const strayPayments = s
    .paymentIds()
    .all()
    .filter((payment) => !payments.has(payment));
  differences.push(...strayOrders.map((order) => `order ${order}: has a row that no event made`));
  differences.push(...strayPayments.map((payment) => `payment ${payment}: has a row that no event made`));
  return { views, events, differences: differences.sort(), orders: [...orders, ...strayOrders], payments: strayPayments };
};

/**
 * Compares every row with what the fold makes of the events, in one snapshot, without a lock.
 * To replace, the rows that differ are folded again and written in one short transaction: nobody waits for the long look.
 */
export const rebuild = async (s: Statements, routes: RoutesToViews, read: Read, write: Write, mode: 'replace' | 'verify') => {
  const { views, events, differences, orders, payments } = await read(() =>
    look(s, routes, mode === 'verify' ? new Set(s.positionsWaiting().all(viewsConsumer)) : undefined),
  );
  if (mode === 'replace' && differences.length > 0) {
    await write(() => {
      // First the strays: a payment that has come to its row meanwhile is written again with its order.
      for (const payment of payments) s.removePayment().run(payment);
      for (const order of orders) {
        const group = groupOf(s, order, routes);
        repair(s, group, fold(s, group, undefined));
      }
    });
  }
  return { views, events, differences };
};
