import { authorize } from '../authorize.ts';
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
import type { Session } from './deps.ts';
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

/** All orders of the time, page by page, newest first; each as of now. */
const salesIn = async (session: Session, period: Period): Promise<readonly Sale[]> => {
  const sales: Sale[] = [];
  let behind: OrderView | undefined;
  for (;;) {
    const found = await findOrders(session, { of: 'shop', ...period, limit: page, behind }, () => true);
    sales.push(...found.map(saleOf));
    behind = found.at(-1);
    // One that is placed meanwhile can make a page look short: only an empty one is the end.
    if (found.length === 0) return sales;
  }
};

const rowsOf = (sales: readonly Sale[], { by, from, to }: SalesAsk, zone: string) => {
  if (by === 'item') return { by, rows: salesByItem(sales) } as const;
  return { by, rows: by === 'day' ? salesByDay(sales, zone, from, to) : salesByHour(sales, zone) } as const;
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
  const { name, zone } = shop.value;
  const end = instantOf(dayText(dayNumber(to) + 1), 0, zone);
  const sales = await salesIn(session, { shop: id, from: instantOf(from, 0, zone), to: end });
  return ok({ shop: id, name, zone, from, to, total: tallyOf(sales), canceled: undoneOf(sales), ...rowsOf(sales, ask, zone) });
};
