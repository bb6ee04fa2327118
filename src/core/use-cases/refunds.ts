import { authorize } from '../authorize.ts';
import * as command from '../commands.ts';
import { gatherFacts } from '../facts.ts';
import { later, type PaymentId, paymentStream } from '../kinds.ts';
import { guarded } from '../payment/guarded.ts';
import type { Payment } from '../payment/payment.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { backOff } from '../settings.ts';
import type { PaymentView } from '../views/payment-view.ts';
import { run, type Session } from './deps.ts';

const openStates: readonly string[] = ['requested', 'failed', 'needs-attention'];

/** Refunds that are still on their way: not back, and not settled by hand. */
export const openRefunds = async (session: Session, limit: number): Promise<Result<readonly PaymentView[], Refusal>> => {
  const allowed = authorize(session.actor, 'operate');
  if (!allowed.ok) return allowed;
  const open = await session.reads.openPayments(undefined, limit);
  const found: PaymentView[] = [];
  for (const view of open.filter(({ now }) => now.state === 'refund-pending' || now.state === 'refund-failed')) {
    // The row may be older than what was done since.
    const payment = await gatherFacts(session.store).payment(view.payment);
    if (payment.status === 'approved' && openStates.includes(payment.refund.status)) found.push(view);
  }
  return ok(found);
};

type Approved = Extract<Payment, { readonly status: 'approved' }>;

const approvedPayment = async (session: Session, id: PaymentId, asked: string): Promise<Result<Approved, Refusal>> => {
  const allowed = authorize(session.actor, 'operate');
  if (!allowed.ok) return allowed;
  const payment = await gatherFacts(session.store).payment(id);
  if (payment.status === 'none') return no({ code: 'NOT_FOUND', what: 'payment', id });
  if (payment.status === 'approved' && payment.refund.status !== 'none') return ok(payment);
  return no({ code: 'INVALID_TRANSITION', command: asked, state: payment.status, at: payment.at });
};

export type Retried = { readonly outcome: 'refunded' | 'failed'; readonly cause?: string };

/** A parked row of this order stands still; with the money back there is no reason for that any more. */
const unpark = async ({ outbox, env }: Session, order: Approved['asked']['order']): Promise<void> => {
  const rows = await outbox.waiting('payment.refund', [order]);
  if (rows.some(({ parked }) => parked)) await outbox.redrive(order, env.now());
};

/** Asks the gateway now, instead of at the next turn, under the key that all attempts share: it gives back once. */
export const retryRefund = async (session: Session, id: PaymentId): Promise<Result<Retried, Refusal>> => {
  const payment = await approvedPayment(session, id, 'refund');
  if (!payment.ok) return payment;
  const { asked, refund } = payment.value;
  if (refund.status === 'refunded') return ok({ outcome: 'refunded' });
  if (!openStates.includes(refund.status)) return no({ code: 'INVALID_TRANSITION', command: 'refund', state: refund.status });
  const requested = (await session.store.load(paymentStream(id))).find((event) => event.type === 'RefundRequested');
  if (requested?.type !== 'RefundRequested') throw new Error(`${id} has a refund that nobody asked for`);
  const { key, chargeKey, amount } = requested.data;
  const result = await guarded(session, 'refund', () => session.gateway.refund({ key, chargeKey, amount }));
  if (result.kind === 'refunded') {
    const recorded = await run(session, command.recordRefund(id, asked.order, result.reference));
    if (!recorded.ok) return recorded;
    await unpark(session, asked.order);
    return ok({ outcome: 'refunded' });
  }
  const { env, settings } = session;
  const cause = result.kind === 'refused' ? `refused: ${result.reason}` : result.kind;
  const retryAt = later(env.now(), backOff(settings.refundFirstMs, settings.refundMaxMs, 1));
  const noted = await run(session, command.recordRefundFailure(id, asked.order, cause, retryAt));
  return noted.ok ? ok({ outcome: 'failed', cause }) : noted;
};

/** The money went back by another way; nobody tries any more. */
export const settleRefund = async (session: Session, id: PaymentId, note: string): Promise<Result<void, Refusal>> => {
  const payment = await approvedPayment(session, id, 'settle');
  if (!payment.ok) return payment;
  if (payment.value.refund.status === 'refunded') return no({ code: 'INVALID_TRANSITION', command: 'settle', state: 'refunded' });
  const settled = await run(session, command.settleRefundManually(id, payment.value.asked.order, note));
  if (settled.ok) await unpark(session, payment.value.asked.order);
  return settled;
};
