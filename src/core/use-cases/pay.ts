import { authorize } from '../authorize.ts';
import type { Shop } from '../catalog/shop.ts';
import { watchPayment } from '../commands.ts';
import type { Recorded } from '../events.ts';
import { gatherFacts } from '../facts.ts';
import { type Because, handle, type Work } from '../handle.ts';
import { type CustomerId, type PaymentId, paymentStream } from '../kinds.ts';
import type { Messenger } from '../notification/messenger.ts';
import { revalidate } from '../ordering/revalidate.ts';
import { requestPayment } from '../payment/decide-payment.ts';
import type { Requested } from '../payment/payment.ts';
import { voidAtGateway } from '../payment/perform-void.ts';
import { lookUpPayment } from '../payment/settle-unknown.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { foldPayment, isOpenPayment, type PaymentView } from '../views/payment-view.ts';
import { type Placed, showPaid } from './checkout.ts';
import { collect, hear } from './collect.ts';
import { becauseOf, run, type Session } from './deps.ts';
import { shopOf } from './quotes.ts';

/** The held quote once more, under a new attempt; after a decline under a new payment with another card. Answers what is ours to collect, if it is. */
const requestAgain =
  (asked: Requested, next: PaymentId, method: string, session: Session): Work<Requested | undefined> =>
  async (facts, now) => {
    const before = await facts.payment(next);
    // Somebody else pressed the same key a moment ago: theirs counts for both.
    if (before.status !== 'none' && before.status !== 'deferred') return ok({ append: [], value: undefined });
    const quote = await facts.quote(asked.quote);
    if (!quote) return no({ code: 'NOT_FOUND', what: 'quote', id: asked.quote });
    const order = await facts.order(quote.order);
    if (order.status !== 'none') return no({ code: 'ALREADY_ORDERED', order: quote.order });
    const shop: Result<Shop, Refusal> = await shopOf(facts, quote.shop);
    if (!shop.ok) return shop;
    const still = revalidate(quote, shop.value, now);
    if (!still.ok) return still;
    const { gateway } = session;
    const requested = requestPayment(before, {
      quote,
      payment: next,
      method,
      gateway: gateway.name,
      acceptLeaseMs: asked.acceptLeaseMs,
    });
    if (!requested.ok) return requested;
    return ok({ append: [{ stream: paymentStream(next), order: quote.order, events: [requested.value] }], value: requested.value.data });
  };

const pressAgain = async (
  asked: Requested,
  next: PaymentId,
  method: string,
  session: Session,
  because: Because,
): Promise<Result<Placed, Refusal>> => {
  const requested = await run(session, requestAgain(asked, next, method, session), because);
  if (!requested.ok) return requested;
  return showPaid(session, next, requested.value ? await collect(session, requested.value, because) : await hear(session, next));
};

/** A person who asks need not wait for the daemon's next look. */
const lookNow = async (id: PaymentId, session: Session, because: Because): Promise<void> => {
  // Nothing is sent from here: telling is the daemon's.
  const messenger: Messenger = { channel: 'kakao', send: async () => ({ kind: 'failed', cause: 'not the daemon' }) };
  const tools = { ...session, messenger };
  for (const find of [lookUpPayment, voidAtGateway]) {
    const { work } = await find(id, 1, tools, gatherFacts(session.store));
    if (work) await handle(session, because, work);
  }
};

/** Goes on with a payment: a held one is tried again, an unknown one looked up, a declined one paid with another card. */
export const pay = async (session: Session, id: PaymentId, method?: string): Promise<Result<Placed, Refusal>> => {
  const payment = await gatherFacts(session.store).payment(id);
  if (payment.status === 'none') return no({ code: 'NOT_FOUND', what: 'payment', id });
  const allowed = authorize(session.actor, 'pay', payment.asked);
  if (!allowed.ok) return allowed;
  const because = becauseOf(session);
  const { asked } = payment;
  if (payment.status === 'deferred') return pressAgain(asked, id, method ?? asked.method, session, because);
  const failed = payment.status === 'declined' || payment.status === 'voided';
  if (failed && method !== undefined) return pressAgain(asked, session.env.newId('payment'), method, session, because);
  // Its process may be gone, and where no daemon runs nobody else would begin to doubt.
  if (payment.status === 'requested') await run(session, watchPayment(id, asked.order, asked.attempt), because);
  if (['requested', 'unknown', 'voiding'].includes(payment.status)) await lookNow(id, session, because);
  return showPaid(session, id, await hear(session, id));
};

const isOf = ({ payment }: PaymentView, { data }: Recorded): boolean => 'payment' in data && data.payment === payment;

/** Payments with something open: a customer's own, a shop has none, the operator sees all. */
export const openPayments = async (session: Session, limit: number): Promise<Result<readonly PaymentView[], Refusal>> => {
  const { actor, reads, outbox } = session;
  const allowed = authorize(actor, 'see-payments');
  if (!allowed.ok) return allowed;
  const ask = () => reads.openPayments(actor.role === 'customer' ? (actor.id as CustomerId) : undefined, limit);
  const before = await ask();
  const waiting = await outbox.waiting(
    'views',
    before.map(({ order }) => order),
  );
  // Asked again behind the outbox: what left it meanwhile is in these rows.
  const rows = await ask();
  const now = (row: PaymentView) =>
    waiting.filter(({ event }) => isOf(row, event)).reduce((view, { event }) => foldPayment(view, event) ?? view, row);
  return ok(rows.map(now).filter(isOpenPayment));
};
