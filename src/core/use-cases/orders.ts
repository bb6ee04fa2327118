import { authorize } from '../authorize.ts';
import * as command from '../commands.ts';
import type { Actor, Recorded } from '../events.ts';
import { type CustomerId, contactDocument, type OrderId, type StreamId } from '../kinds.ts';
import type { Contact } from '../ordering/contact.ts';
import type { Behind } from '../ports.ts';
import type { CustomerReason } from '../reasons.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { isActive, type OrderView } from '../views/order-view.ts';
import { findOrder, findOrders, openOrder } from './current-order.ts';
import { run, type Session } from './deps.ts';

export const orderStatus = (session: Session, id: OrderId): Promise<Result<OrderView, Refusal>> => openOrder(session, id, 'see-order');

/** A customer's own orders, newest first; the next page begins behind the last one of this. */
export const listOrders = async (
  session: Session,
  active: boolean,
  limit: number,
  behind?: Behind,
): Promise<Result<readonly OrderView[], Refusal>> => {
  const allowed = authorize(session.actor, 'order');
  if (!allowed.ok) return allowed;
  const question = { of: 'customer', customer: session.actor.id as CustomerId, active, limit, behind } as const;
  return ok(await findOrders(session, question, (view) => !active || isActive(view)));
};

/** The view after a command that may have been carried out on it. */
export const afterwards = async (session: Session, id: OrderId, done: Result<void, Refusal>): Promise<Result<OrderView, Refusal>> => {
  if (!done.ok) return done;
  const view = await findOrder(session, id);
  return view ? ok(view) : no({ code: 'NOT_FOUND', what: 'order', id });
};

export const cancelOrder = async (session: Session, id: OrderId, reason: CustomerReason): Promise<Result<OrderView, Refusal>> => {
  const order = await openOrder(session, id, 'cancel-order');
  if (!order.ok) return order;
  return afterwards(session, id, await run(session, command.cancelByCustomer(id, reason)));
};

/** How somebody pays, and what they are told, is between them and us. */
const mayKnow = ({ role }: Actor, stream: StreamId): boolean => {
  if (role === 'customer' || role === 'operator') return true;
  return !/^(quote|payment)\//.test(stream) && (!stream.startsWith('message/') || stream.endsWith(`/${role}`));
};

/** Everything that was recorded about the order, with its causes. */
export const whyOrder = async (session: Session, id: OrderId): Promise<Result<readonly Recorded[], Refusal>> => {
  const order = await openOrder(session, id, 'see-order');
  if (!order.ok) return order;
  const events = await session.reads.events({ after: 0, order: id, limit: 1000 });
  return ok(events.filter(({ stream }) => mayKnow(session.actor, stream)));
};

/** Where it goes and what was asked for: only for those who cook it, carry it or ordered it. */
export const contactOf = async (session: Session, id: OrderId): Promise<Contact | undefined> => {
  const document = await session.store.document(contactDocument(id));
  return document?.body as Contact | undefined;
};

/** Where one's own order goes, and what was asked for; undefined when it was erased. */
export const orderContact = async (session: Session, id: OrderId): Promise<Result<Contact | undefined, Refusal>> => {
  const order = await openOrder(session, id, 'own-order');
  return order.ok ? ok(await contactOf(session, id)) : order;
};
