import { authorize } from '../authorize.ts';
import * as command from '../commands.ts';
import type { Work } from '../handle.ts';
import type { OrderId } from '../kinds.ts';
import { withTicket } from '../kitchen/ask-for-paper.ts';
import type { ShopReason } from '../reasons.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import type { OrderView } from '../views/order-view.ts';
import { openOrder } from './current-order.ts';
import { run, type Session } from './deps.ts';
import { afterwards } from './orders.ts';
import { rejectSoldOut, type SoldOut } from './reject-sold-out.ts';

const minute = 60_000;

type Doing = (order: OrderView) => Work<void>;
const workOn = async (session: Session, id: OrderId, doing: Doing): Promise<Result<OrderView, Refusal>> => {
  const order = await openOrder(session, id, 'work-kitchen');
  if (!order.ok) return order;
  return afterwards(session, id, await run(session, doing(order.value)));
};
const work = (session: Session, id: OrderId, doing: Work<void>) => workOn(session, id, () => doing);

const wholeMinutes = (field: string, minutes: number): Result<number, Refusal> =>
  Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= 240
    ? ok(minutes)
    : no({ code: 'INVALID_INPUT', field, problem: 'whole minutes from 1 to 240' });

export const accept = async (session: Session, id: OrderId, readyInMinutes?: number): Promise<Result<OrderView, Refusal>> => {
  const accepting = (readyInMs: number | undefined) =>
    workOn(session, id, ({ shop }) => withTicket(shop, id, command.acceptOrder(id, readyInMs)));
  if (readyInMinutes === undefined) return accepting(undefined);
  const minutes = wholeMinutes('ready-in', readyInMinutes);
  return minutes.ok ? accepting(minutes.value * minute) : minutes;
};

/** What is named as sold out cannot be ordered either, from the same commit on. */
export const reject = async (session: Session, id: OrderId, reason: ShopReason, soldOut?: SoldOut): Promise<Result<OrderView, Refusal>> => {
  if (soldOut === undefined || soldOut.items.length === 0) return work(session, id, command.rejectTicket(id, reason));
  if (reason !== 'ITEM_SOLD_OUT')
    return no({ code: 'INVALID_INPUT', field: 'reason', problem: 'only ITEM_SOLD_OUT names what is sold out' });
  const order = await openOrder(session, id, 'work-kitchen');
  if (!order.ok) return order;
  const { shop } = order.value;
  const allowed = authorize(session.actor, 'change-shop', { shop });
  return allowed.ok ? work(session, id, rejectSoldOut(id, shop, soldOut)) : allowed;
};
export const cook = (session: Session, id: OrderId) => work(session, id, command.startCooking(id));
export const finish = (session: Session, id: OrderId) => work(session, id, command.finishCooking(id));
export const recall = (session: Session, id: OrderId) => work(session, id, command.recallTicket(id));

export const delay = async (session: Session, id: OrderId, by: number): Promise<Result<OrderView, Refusal>> => {
  const minutes = wholeMinutes('minutes', by);
  return minutes.ok ? work(session, id, command.delayOrder(id, minutes.value)) : minutes;
};

export const cancelByShop = (session: Session, id: OrderId, reason: ShopReason, note?: string) =>
  work(session, id, command.cancelByShop(id, reason, note));
