import { type Action, authorize } from '../authorize.ts';
import type { OrderId } from '../kinds.ts';
import type { OrderQuestion } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { foldOrder } from '../views/fold-order.ts';
import type { OrderView } from '../views/order-view.ts';
import type { AppDeps, Session } from './deps.ts';

/** The outbox says exactly which events the view has not seen: with them it is right even while no daemon runs. */
const catchUp = async (
  { outbox }: Pick<AppDeps, 'outbox'>,
  rows: ReadonlyMap<OrderId, OrderView | undefined>,
): Promise<readonly OrderView[]> => {
  const caughtUp = new Map(rows);
  for (const { event } of await outbox.waiting('views', [...rows.keys()])) {
    if (event.order) caughtUp.set(event.order, foldOrder(caughtUp.get(event.order), event));
  }
  return [...caughtUp.values()].filter((row) => row !== undefined);
};

/** The order as of now. */
export const findOrder = async (deps: Pick<AppDeps, 'reads' | 'outbox'>, id: OrderId): Promise<OrderView | undefined> => {
  const row = await deps.reads.order(id);
  return (await catchUp(deps, new Map([[id, row]])))[0];
};

/** The order, if it is there and may be used so. */
export const openOrder = async (session: Session, id: OrderId, action: Action): Promise<Result<OrderView, Refusal>> => {
  const view = await findOrder(session, id);
  if (!view) return no({ code: 'NOT_FOUND', what: 'order', id });
  const allowed = authorize(session.actor, action, view);
  return allowed.ok ? ok(view) : allowed;
};

/** The orders as of now that the question still holds for. */
export const findOrders = async (
  deps: Pick<AppDeps, 'reads' | 'outbox'>,
  question: OrderQuestion,
  holds: (view: OrderView) => boolean,
): Promise<readonly OrderView[]> => {
  const rows = await deps.reads.orders(question);
  return (await catchUp(deps, new Map(rows.map((row) => [row.order, row])))).filter(holds);
};
