import { type Action, authorize } from '../authorize.ts';
import type { Recorded } from '../events.ts';
import type { OrderId } from '../kinds.ts';
import type { OrderQuestion, Pending } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { foldOrder } from '../views/fold-order.ts';
import type { OrderView } from '../views/order-view.ts';
import { shownInViews } from '../views/shown.ts';
import type { AppDeps, Session } from './deps.ts';

/** The outbox says exactly which events the view has not seen: with them it is right even while no daemon runs. */
const caughtUp = (row: OrderView | undefined, waiting: readonly Pending[]): OrderView | undefined =>
  waiting.reduce((view, { event }) => foldOrder(view, event), row);

const mostEvents = 1000;
/** A row that is lost is no order that is lost: the events still tell it, until a rebuild brings the row back. */
const fromEvents = (events: readonly Recorded[]): OrderView | undefined =>
  events
    .filter((event) => shownInViews.includes(event.type))
    .reduce<OrderView | undefined>((view, event) => foldOrder(view, event), undefined);

/** The order as of now. The outbox first: an event that leaves it meanwhile is in the row that is read after it. */
export const findOrder = async ({ reads, outbox }: Pick<AppDeps, 'reads' | 'outbox'>, id: OrderId): Promise<OrderView | undefined> => {
  const waiting = await outbox.waiting('views', [id]);
  return caughtUp(await reads.order(id), waiting) ?? fromEvents(await reads.events({ after: 0, order: id, limit: mostEvents }));
};

/** The order, if it is there and may be used so. */
export const openOrder = async (session: Session, id: OrderId, action: Action): Promise<Result<OrderView, Refusal>> => {
  const view = await findOrder(session, id);
  if (!view) return no({ code: 'NOT_FOUND', what: 'order', id });
  const allowed = authorize(session.actor, action, view);
  return allowed.ok ? ok(view) : allowed;
};

/** The orders as of now that the question still holds for; asked again behind the outbox, as one order is. */
export const findOrders = async (
  { reads, outbox }: Pick<AppDeps, 'reads' | 'outbox'>,
  question: OrderQuestion,
  holds: (view: OrderView) => boolean,
): Promise<readonly OrderView[]> => {
  const asked = new Set<string>((await reads.orders(question)).map(({ order }) => order));
  const waiting = Map.groupBy(await outbox.waiting('views', [...asked]), ({ partition }) => partition);
  // One that came in between was not asked for: what it waits for is not known, the next look shows it.
  const rows = (await reads.orders(question)).filter(({ order }) => asked.has(order));
  return rows.flatMap((row) => caughtUp(row, waiting.get(row.order) ?? []) ?? []).filter(holds);
};
