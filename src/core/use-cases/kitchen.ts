import { authorize } from '../authorize.ts';
import * as command from '../commands.ts';
import type { Work } from '../handle.ts';
import type { OrderId, ShopId } from '../kinds.ts';
import type { Contact } from '../ordering/contact.ts';
import type { ShopReason } from '../reasons.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { isOnKitchenBoard, type OrderView } from '../views/order-view.ts';
import { findOrders, openOrder } from './current-order.ts';
import { run, type Session } from './deps.ts';
import { afterwards, contactOf } from './orders.ts';

const minute = 60_000;

const work = async (session: Session, id: OrderId, doing: Work<void>): Promise<Result<OrderView, Refusal>> => {
  const order = await openOrder(session, id, 'work-kitchen');
  if (!order.ok) return order;
  return afterwards(session, id, await run(session, doing));
};

const wholeMinutes = (field: string, minutes: number): Result<number, Refusal> =>
  Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= 240
    ? ok(minutes)
    : no({ code: 'INVALID_INPUT', field, problem: 'whole minutes from 1 to 240' });

export type OnBoard = { readonly view: OrderView; readonly contact: Contact | undefined };

/** The tickets in the kitchen's hands, oldest first. */
export const kitchenBoard = async (session: Session, shop: ShopId, limit: number): Promise<Result<readonly OnBoard[], Refusal>> => {
  const allowed = authorize(session.actor, 'work-kitchen', { shop });
  if (!allowed.ok) return allowed;
  const views = await findOrders(session, { of: 'kitchen', shop, limit }, isOnKitchenBoard);
  return ok(await Promise.all(views.map(async (view) => ({ view, contact: await contactOf(session, view.order) }))));
};

export const accept = async (session: Session, id: OrderId, readyInMinutes?: number): Promise<Result<OrderView, Refusal>> => {
  if (readyInMinutes === undefined) return work(session, id, command.acceptOrder(id, undefined));
  const minutes = wholeMinutes('ready-in', readyInMinutes);
  return minutes.ok ? work(session, id, command.acceptOrder(id, minutes.value * minute)) : minutes;
};

export const reject = (session: Session, id: OrderId, reason: ShopReason) => work(session, id, command.rejectTicket(id, reason));
export const cook = (session: Session, id: OrderId) => work(session, id, command.startCooking(id));
export const finish = (session: Session, id: OrderId) => work(session, id, command.finishCooking(id));
export const recall = (session: Session, id: OrderId) => work(session, id, command.recallTicket(id));

export const delay = async (session: Session, id: OrderId, by: number): Promise<Result<OrderView, Refusal>> => {
  const minutes = wholeMinutes('minutes', by);
  return minutes.ok ? work(session, id, command.delayOrder(id, minutes.value)) : minutes;
};

export const cancelByShop = (session: Session, id: OrderId, reason: ShopReason, note?: string) =>
  work(session, id, command.cancelByShop(id, reason, note));
