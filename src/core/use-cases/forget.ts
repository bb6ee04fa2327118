import { authorize } from '../authorize.ts';
import { type CustomerId, contactDocument, type DocumentKey, type OrderId, parseId } from '../kinds.ts';
import type { Refusal } from '../refusal.ts';
import { ok, type Result } from '../result.ts';
import type { Session } from './deps.ts';

/** What is kept of a person: documents to erase, and the orders that their messages are about. */
export type Traces = {
  readonly keys: readonly DocumentKey[];
  readonly orders: readonly OrderId[];
  /** An order or a payment that is still under way: until it has ended, nothing may be erased. */
  readonly open?: string;
};

const everything = 1_000_000;

/** Drawers in which documents are named after a customer. */
const drawers: readonly string[] = ['customer/', 'cart/', 'key/', 'place/', 'usual/'];

const isOf = (key: string, drawer: string, customer: CustomerId): boolean =>
  key === `${drawer}${customer}` || key.startsWith(`${drawer}${customer}/`);

const customerIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'customer' in body ? body.customer : undefined;

const contactPrefix = 'contact/';

/** Nothing of a person may go while their food or their money is still on its way. */
const stillOpen = async ({ reads }: Session, customer: CustomerId): Promise<string | undefined> => {
  const [order] = await reads.orders({ of: 'customer', customer, active: true, limit: 1 });
  const [payment] = await reads.openPayments(customer, 1);
  return order?.order ?? payment?.payment;
};

/** Everything personal of a customer. Events name them only by id and stay, like the money that they tell of. */
export const tracesOf = async (session: Session, customer: CustomerId): Promise<Result<Traces, Refusal>> => {
  const allowed = authorize(session.actor, 'operate');
  if (!allowed.ok) return allowed;
  const open = await stillOpen(session, customer);
  if (open !== undefined) return ok({ keys: [], orders: [], open });
  const { reads } = session;
  // Contacts of payments that never became an order are found by what they say.
  const contacts = (await reads.documents(contactPrefix, everything)).filter(({ body }) => customerIn(body) === customer);
  const named = await Promise.all(
    drawers.map(async (drawer) =>
      (await reads.documents(`${drawer}${customer}`, everything)).map(({ key }) => key).filter((key) => isOf(key, drawer, customer)),
    ),
  );
  const history = (await reads.orders({ of: 'customer', customer, active: false, limit: everything })).map(({ order }) => order);
  const orders = new Set([...history, ...contacts.flatMap(({ key }) => parseId('order', key.slice(contactPrefix.length)) ?? [])]);
  const keys = new Set([...contacts.map(({ key }) => key), ...[...orders].map(contactDocument), ...named.flat()]);
  return ok({ keys: [...keys], orders: [...orders] });
};
