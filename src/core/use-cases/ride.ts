import { authorize } from '../authorize.ts';
import * as command from '../commands.ts';
import type { Work } from '../handle.ts';
import type { OrderId, RiderId } from '../kinds.ts';
import type { Contact } from '../ordering/contact.ts';
import type { DeliveryFailure } from '../reasons.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { isRiding, type OrderView } from '../views/order-view.ts';
import { findOrder, findOrders } from './current-order.ts';
import { run, type Session } from './deps.ts';
import { afterwards, contactOf } from './orders.ts';

export type OnBoard = { readonly view: OrderView; readonly contact: Contact | undefined };

const ride = async (session: Session, id: OrderId, riding: (rider: RiderId) => Work<void>): Promise<Result<OrderView, Refusal>> => {
  const allowed = authorize(session.actor, 'ride');
  if (!allowed.ok) return allowed;
  if (!(await findOrder(session, id))) return no({ code: 'NOT_FOUND', what: 'order', id });
  return afterwards(session, id, await run(session, riding(session.actor.id as RiderId)));
};

/** Rides that wait, and one's own; where to is shown only to the rider who has it. */
export const riderBoard = async (session: Session, limit: number): Promise<Result<readonly OnBoard[], Refusal>> => {
  const allowed = authorize(session.actor, 'see-rides');
  if (!allowed.ok) return allowed;
  const mine = ({ delivery, rider }: OrderView) =>
    delivery === 'waiting' || session.actor.role === 'operator' || rider === session.actor.id;
  const views = await findOrders(session, { of: 'riding', limit }, (view) => isRiding(view) && mine(view));
  return ok(
    await Promise.all(
      views.map(async (view) => ({ view, contact: view.rider === session.actor.id ? await contactOf(session, view.order) : undefined })),
    ),
  );
};

export const claim = (session: Session, id: OrderId) => ride(session, id, (rider) => command.claimDelivery(id, rider));
export const release = (session: Session, id: OrderId) => ride(session, id, (rider) => command.releaseDelivery(id, rider));
export const pick = (session: Session, id: OrderId) => ride(session, id, (rider) => command.pickUp(id, rider));
export const deliver = (session: Session, id: OrderId) => ride(session, id, (rider) => command.deliver(id, rider));
export const fail = (session: Session, id: OrderId, reason: DeliveryFailure) =>
  ride(session, id, (rider) => command.failDelivery(id, rider, reason));
