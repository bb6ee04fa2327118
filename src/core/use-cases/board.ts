import { authorize } from '../authorize.ts';
import * as command from '../commands.ts';
import type { Facts } from '../facts.ts';
import { contactDocument, kitchenDocument, type OrderId, type ShopId } from '../kinds.ts';
import { doneOf, emptyDesk, type KitchenDesk, withDone, withHeard } from '../kitchen/kitchen-desk.ts';
import type { Contact } from '../ordering/contact.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { safeText } from '../safe-text.ts';
import { alarmOf, type BoardAlarm, type BoardTicket, dispatchOf, type KitchenBoard } from '../views/board.ts';
import { isOnKitchenBoard, type OrderView } from '../views/order-view.ts';
import { findOrders, openOrder } from './current-order.ts';
import { run, type Session } from './deps.ts';
import { afterwards } from './orders.ts';

/** More open tickets than any kitchen has. */
const most = 1000;

const deskIn = (body: unknown): KitchenDesk => (body as KitchenDesk | undefined) ?? emptyDesk;

/** The board of a shop as of now, right whether or not a daemon runs. Of a long one the oldest `limit`. */
export const kitchenBoard = async (session: Session, shop: ShopId, limit: number): Promise<Result<KitchenBoard, Refusal>> => {
  const allowed = authorize(session.actor, 'work-kitchen', { shop });
  if (!allowed.ok) return allowed;
  const { env, reads, settings, store } = session;
  const views = await findOrders(session, { of: 'kitchen', shop, limit }, isOnKitchenBoard);
  const contacts = await reads.documents(
    views.map(({ order }) => contactDocument(order)),
    limit,
  );
  const known = new Map(contacts.map(({ key, body }) => [key, body as Contact]));
  const desk = deskIn((await store.document(kitchenDocument(shop)))?.body);
  const heard = new Set(desk.heard);
  const at = env.now();
  const tickets: BoardTicket[] = [];
  const alarms: BoardAlarm[] = [];
  for (const view of views) {
    const shared = { view, contact: known.get(contactDocument(view.order)), done: doneOf(desk, view.order) };
    const alarm = alarmOf(view);
    if (alarm) alarms.push({ ...shared, alarm });
    else {
      const rings = view.ticket === 'awaiting' && !heard.has(view.order);
      tickets.push({ ...shared, rings, dispatch: dispatchOf(view, at, settings.dispatchLateMs) });
    }
  }
  alarms.sort((a, b) => a.alarm.since - b.alarm.since);
  return ok({ shop, at, tickets, alarms, isCut: views.length >= limit });
};

const onBoard = async (session: Session, shop: ShopId): Promise<ReadonlySet<string>> =>
  new Set((await findOrders(session, { of: 'kitchen', shop, limit: most }, isOnKitchenBoard)).map(({ order }) => order));

const changeDesk = (session: Session, shop: ShopId, change: (desk: KitchenDesk) => KitchenDesk): Promise<Result<KitchenDesk, Refusal>> =>
  run(session, async (facts: Facts) => {
    const key = kitchenDocument(shop);
    const before = deskIn(await facts.document(key));
    const after = change(before);
    return ok({ append: [], documents: after === before ? [] : [{ key, body: after }], value: after });
  });

/** Somebody at the shop heard these: no screen of it rings for them any more. What is not on its board is passed over. */
export const acknowledge = async (session: Session, shop: ShopId, orders: readonly OrderId[]): Promise<Result<void, Refusal>> => {
  const allowed = authorize(session.actor, 'work-kitchen', { shop });
  if (!allowed.ok) return allowed;
  if (orders.length === 0) return ok(undefined);
  const there = await onBoard(session, shop);
  const changed = await changeDesk(session, shop, (desk) => withHeard(desk, orders, there));
  return changed.ok ? ok(undefined) : changed;
};

/** A ticket with the lines of it that are done. */
export type Marked = { readonly view: OrderView; readonly done: readonly number[] };

/** A dish of a ticket is done, or not done after all; `line` counts from 0. Seen by all screens of the shop. */
export const markLine = async (session: Session, id: OrderId, line: number, isDone: boolean): Promise<Result<Marked, Refusal>> => {
  const order = await openOrder(session, id, 'work-kitchen');
  if (!order.ok) return order;
  const view = order.value;
  if (!Number.isSafeInteger(line) || line < 0 || line >= view.lines.length)
    return no({ code: 'INVALID_INPUT', field: 'line', problem: 'the ticket has no such line' });
  if (!isOnKitchenBoard(view) || !['accepted', 'cooking', 'cooked'].includes(view.ticket))
    return no({ code: 'INVALID_TRANSITION', command: 'mark', state: view.ticket, at: view.updatedAt });
  const there = await onBoard(session, view.shop);
  const marked = await changeDesk(session, view.shop, (desk) => withDone(desk, id, [line], isDone, there));
  return marked.ok ? ok({ view, done: doneOf(marked.value, id) }) : marked;
};

/** Somebody saw that an order fell, or that it did not arrive: the alarm leaves all screens, and who saw it stays on record. */
export const bumpAlarm = async (session: Session, id: OrderId, screen?: string): Promise<Result<OrderView, Refusal>> => {
  const order = await openOrder(session, id, 'work-kitchen');
  if (!order.ok) return order;
  const name = screen === undefined ? undefined : safeText(screen, { max: 40 });
  return afterwards(session, id, await run(session, command.bumpAlarm(id, name)));
};
