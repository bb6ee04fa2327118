import { authorize } from '../authorize.ts';
import type { Shop } from '../catalog/shop.ts';
import type { Instant, ShopId } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { dayNumber, dayText, instantOf, isDay } from '../time.ts';
import type { OrderView } from '../views/order-view.ts';
import {
  type ItemRow,
  type Sale,
  type SalesBy,
  saleOf,
  salesByDay,
  salesByHour,
  salesByItem,
  type Tally,
  type TimeRow,
  tallyOf,
  type Undone,
  undoneOf,
} from '../views/sales.ts';
import { findOrders } from './current-order.ts';
import type { AppDeps, Session } from './deps.ts';
import { findShop } from './shops.ts';

/** Days of the shop's calendar, both of them counted. */
export type SalesAsk = { readonly shop: ShopId; readonly from: string; readonly to: string; readonly by: SalesBy };

export type Sales = {
  readonly shop: ShopId;
  readonly name: string;
  readonly zone: string;
  readonly from: string;
  readonly to: string;
  readonly total: Tally;
  readonly canceled: readonly Undone[];
} & ({ readonly by: 'day' | 'hour'; readonly rows: readonly TimeRow[] } | { readonly by: 'item'; readonly rows: readonly ItemRow[] });

export const mostSalesDays = 400;
const page = 500;

type Period = { readonly shop: ShopId; readonly from: Instant; readonly to: Instant };

type Reading = Pick<AppDeps, 'reads' | 'outbox'>;

/** All orders of the time, page by page, newest first; each as of now. */
const salesIn = async (reading: Reading, period: Period): Promise<readonly Sale[]> => {
  const sales: Sale[] = [];
  let behind: OrderView | undefined;
  for (;;) {
    const found = await findOrders(reading, { of: 'shop', ...period, limit: page, behind }, () => true);
    sales.push(...found.map(saleOf));
    behind = found.at(-1);
    // One that is placed meanwhile can make a page look short: only an empty one is the end.
    if (found.length === 0) return sales;
  }
};

const rowsOf = (sales: readonly Sale[], { by, from, to }: Omit<SalesAsk, 'shop'>, zone: string) => {
  if (by === 'item') return { by, rows: salesByItem(sales) } as const;
  return { by, rows: by === 'day' ? salesByDay(sales, zone, from, to) : salesByHour(sales, zone) } as const;
};

const salesOn = (reading: Reading, { id, zone }: Shop, from: string, to: string): Promise<readonly Sale[]> =>
  salesIn(reading, { shop: id, from: instantOf(from, 0, zone), to: instantOf(dayText(dayNumber(to) + 1), 0, zone) });

const reckon = (sales: readonly Sale[], { id, name, zone }: Shop, ask: Omit<SalesAsk, 'shop'>): Sales => {
  const { from, to } = ask;
  return { shop: id, name, zone, from, to, total: tallyOf(sales), canceled: undoneOf(sales), ...rowsOf(sales, ask, zone) };
};

/** What a shop took, gave back and kept between two days, and how long it took over it. */
export const salesOf = async (session: Session, ask: SalesAsk): Promise<Result<Sales, Refusal>> => {
  const { shop: id, from, to } = ask;
  const allowed = authorize(session.actor, 'see-sales', { shop: id });
  if (!allowed.ok) return allowed;
  const days = isDay(from) && isDay(to) ? dayNumber(to) - dayNumber(from) + 1 : 0;
  if (days < 1 || days > mostSalesDays) return no({ code: 'INVALID_INPUT', field: 'from, to', problem: `1 to ${mostSalesDays} days` });
  const shop = await findShop(session, id);
  if (!shop.ok) return shop;
  return ok(reckon(await salesOn(session, shop.value, from, to), shop.value, ask));
};

/** One day, reckoned by the hour and by the item. */
export type DaySales = { readonly byHour: Sales; readonly byItem: Sales };

/** The day as of now, for whoever may see it already. */
export const dayOf = async (reading: Reading, shop: Shop, day: string): Promise<DaySales> => {
  const sales = await salesOn(reading, shop, day, day);
  const as = (by: SalesBy) => reckon(sales, shop, { from: day, to: day, by });
  return { byHour: as('hour'), byItem: as('item') };
};

/** What a shop's day came to; each order is read once. */
export const daySales = async (session: Session, id: ShopId, day: string): Promise<Result<DaySales, Refusal>> => {
  const allowed = authorize(session.actor, 'see-sales', { shop: id });
  if (!allowed.ok) return allowed;
  if (!isDay(day)) return no({ code: 'INVALID_INPUT', field: 'day', problem: 'no day of the calendar' });
  const shop = await findShop(session, id);
  return shop.ok ? ok(await dayOf(session, shop.value, day)) : shop;
};
