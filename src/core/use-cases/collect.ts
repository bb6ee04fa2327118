import * as command from '../commands.ts';
import { gatherFacts } from '../facts.ts';
import type { Because, Work } from '../handle.ts';
import { type Instant, instant, later, type OrderId, type PaymentId } from '../kinds.ts';
import type { ApproveResult } from '../payment/gateway.ts';
import { guarded, type Held } from '../payment/guarded.ts';
import type { Payment, Requested } from '../payment/payment.ts';
import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { backOff } from '../settings.ts';
import { isOfTheStore } from '../store-errors.ts';
import { run, type Session } from './deps.ts';

/** What a customer hears of a payment, whoever finds it out. */
export const answerOf = (payment: Payment): Result<OrderId, Refusal> | undefined => {
  switch (payment.status) {
    case 'approved':
      return ok(payment.asked.order);
    case 'declined':
      return no({ code: 'PAYMENT_DECLINED', payment: payment.asked.payment, reason: payment.reason });
    case 'voided':
      return no({ code: 'PAYMENT_DECLINED', payment: payment.asked.payment, reason: payment.reason });
    case 'unknown':
    case 'voiding':
      return no({ code: 'PAYMENT_UNKNOWN', payment: payment.asked.payment, retryAt: payment.knowBy });
    case 'deferred': {
      const { asked, retryAt, heldUntil } = payment;
      return no({ code: 'PAYMENT_DEFERRED', payment: asked.payment, retryAt, heldUntil, total: asked.amount });
    }
    default:
      return undefined;
  }
};

const retryTime = (result: ApproveResult | Held, now: Instant, fallbackMs: number): Instant =>
  result.kind === 'held' ? result.retryAt : later(now, (result.kind === 'unavailable' ? result.retryAfterMs : undefined) ?? fallbackMs);

/** Uncertain becomes unknown, never failed and never paid. */
const consequence = (asked: Requested, result: ApproveResult | Held, session: Session): Work<unknown> => {
  const { payment, order } = asked;
  switch (result.kind) {
    case 'approved':
      return command.approvePayment(payment, result);
    case 'declined':
      return command.declinePayment(payment, order, result.reason);
    case 'misconfigured':
      return command.declinePayment(payment, order, 'misconfigured');
    case 'pending':
      return command.doubtPayment(payment, order, 'pending');
    case 'uncertain':
      return command.doubtPayment(payment, order, result.cause);
    default: {
      const cause = result.kind === 'held' ? 'breaker-open' : result.cause;
      return command.deferPayment(payment, order, cause, retryTime(result, session.env.now(), session.settings.breakerOpenMs));
    }
  }
};

const callGateway = async (asked: Requested, session: Session): Promise<ApproveResult | Held> => {
  // Nothing to take: nobody need be asked.
  if (asked.amount === 0) return { kind: 'approved', amount: asked.amount, reference: 'free' };
  const { gateway, settings } = session;
  const { key, amount, method, order } = asked;
  return guarded(session, 'approve', () => gateway.approve({ key, amount, method, order, timeoutMs: settings.gatewayTimeoutMs }));
};

const conclude = async (
  session: Session,
  asked: Requested,
  result: ApproveResult | Held,
  because: Because,
): Promise<Result<OrderId, Refusal>> => {
  const recorded = await run(session, consequence(asked, result, session), because);
  if (result.kind === 'misconfigured') return no({ code: 'MISCONFIGURED', what: result.what });
  // Money was taken for a quote that already became an order, or in a wrong amount: the look-up gives it back.
  if (result.kind === 'approved' && recorded.ok) return ok(asked.order);
  if (result.kind === 'approved') await run(session, command.doubtPayment(asked.payment, asked.order, 'pending'), because);
  return hear(session, asked.payment);
};

/**
 * Takes the money of a request that this process has just recorded, in front of the person.
 * The amount is that of the stored attempt. Whatever cannot be said for certain is left to the look-up.
 */
export const collect = async (session: Session, asked: Requested, because: Because): Promise<Result<OrderId, Refusal>> => {
  const result = await callGateway(asked, session);
  try {
    return await conclude(session, asked, result, because);
  } catch (error) {
    // The gateway has been asked: nobody may be told "try again". The watch on the stored request finds it out.
    if (!isOfTheStore(error)) throw error;
    return no({ code: 'PAYMENT_UNKNOWN', payment: asked.payment, retryAt: later(session.env.now(), session.settings.paymentWatchMs) });
  }
};

/** At first at once, as most answers come soon; then seldom, so that who waits for a slow bank asks the file little. */
const firstPollMs = 50;
const longestPollMs = 500;

/** Waits for the outcome of a request that another process is making, as long as that may take; a clock that is put back makes it no longer. */
export const hear = async (session: Session, id: PaymentId): Promise<Result<OrderId, Refusal>> => {
  const { env, settings } = session;
  let waitedMs = 0;
  for (let look = 1; ; look++) {
    const facts = gatherFacts(session.store);
    const payment = await facts.payment(id);
    const answer = answerOf(payment);
    // Not taken, and then paid with another card: the order that stands is the better answer. Money in doubt is always said.
    const isTold = answer === undefined || answer.ok || answer.error.code === 'PAYMENT_UNKNOWN';
    if (!isTold && payment.status !== 'none' && (await facts.order(payment.asked.order)).status !== 'none') return ok(payment.asked.order);
    if (answer) return answer;
    if (payment.status === 'none') return no({ code: 'NOT_FOUND', what: 'payment', id });
    const now = env.now();
    const lookAgainAt = instant(Math.min(payment.at, now) + settings.paymentWatchMs);
    if (now >= lookAgainAt || waitedMs >= settings.paymentWatchMs)
      return no({ code: 'PAYMENT_UNKNOWN', payment: id, retryAt: lookAgainAt });
    const ms = backOff(firstPollMs, longestPollMs, look);
    await env.sleep(ms);
    waitedMs += ms;
  }
};
