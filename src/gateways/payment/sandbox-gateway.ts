import type {
  Approval,
  ApproveResult,
  Misconfigured,
  PaymentGateway,
  RefundResult,
  Unavailable,
  Uncertain,
  VoidResult,
} from '../../core/payment/gateway.ts';
import { never } from '../../core/result.ts';
import { type BankFile, BankTooNew, isOutOfReach } from './bank-file.ts';
import { type Desk, lookUp, send, take, voidKey } from './charges.ts';
import { strike } from './fault-box.ts';
import type { Fault } from './faults.ts';
import { giveBack, type RefundAsk } from './refunds.ts';
import type { Statements } from './statements.ts';

export type GatewayDeps = {
  readonly bank: BankFile;
  now(): number;
  sleep(ms: number): Promise<unknown>;
  newReference(): string;
  /** How long callers wait for calls that name no time-out of their own. */
  readonly timeoutMs: number;
};

const timeOut = { kind: 'uncertain', cause: 'time-out' } as const;
const network = { kind: 'uncertain', cause: 'network' } as const;
const serverError = { kind: 'uncertain', cause: 'server-error' } as const;
const unreachable = { kind: 'unavailable', cause: 'unreachable' } as const;
const overloaded = { kind: 'unavailable', cause: 'overloaded', retryAfterMs: 5000 } as const;
const notAllowed = { kind: 'refused', reason: 'not-allowed-now' } as const;

/** What a caller hears, and when; `ask-again` is answered by the bank after the wait. */
type Step<R> = { readonly hear: R | 'ask-again'; readonly afterMs: number };
const now = <R>(hear: R): Step<R> => ({ hear, afterMs: 0 });

const approveStep = (statements: Statements, fault: Fault<'payment'>, ask: Approval, desk: Desk): Step<ApproveResult> => {
  const { timeoutMs } = ask;
  switch (fault.kind) {
    case 'ok':
      return now(take(statements, ask, desk));
    case 'down':
      return now(unreachable);
    case 'overloaded':
      return now(overloaded);
    case 'error-before':
      return now(serverError);
    case 'error-after':
      take(statements, ask, desk);
      return now(serverError);
    case 'timeout-before':
      return { hear: timeOut, afterMs: timeoutMs };
    case 'timeout-after':
      take(statements, ask, desk);
      return { hear: timeOut, afterMs: timeoutMs };
    case 'late':
      send(statements, ask, desk, { state: 'coming', landsAt: desk.at + timeoutMs + fault.ms });
      return { hear: timeOut, afterMs: timeoutMs };
    case 'pending':
      return now(take(statements, ask, desk, { state: 'pending', landsAt: desk.at + fault.ms }));
    // The bank has the request: it will be done even if the caller dies or gives up.
    case 'slow':
      send(statements, ask, desk, { state: 'coming', landsAt: desk.at + fault.ms });
      return fault.ms < timeoutMs ? { hear: 'ask-again', afterMs: fault.ms } : { hear: timeOut, afterMs: timeoutMs };
    default:
      return never(fault.kind);
  }
};

const voidStep = (statements: Statements, fault: Fault<'void'>, key: string, at: number, timeoutMs: number): Step<VoidResult> => {
  switch (fault.kind) {
    case 'ok':
      return now(voidKey(statements, key, at));
    case 'down':
      return now(unreachable);
    case 'timeout-before':
      return { hear: timeOut, afterMs: timeoutMs };
    case 'timeout-after':
      voidKey(statements, key, at);
      return { hear: timeOut, afterMs: timeoutMs };
    default:
      return never(fault.kind);
  }
};

const refundStep = (statements: Statements, fault: Fault<'refund'>, ask: RefundAsk, desk: Desk, timeoutMs: number): Step<RefundResult> => {
  switch (fault.kind) {
    case 'ok':
      return now(giveBack(statements, ask, desk));
    case 'down':
      return now(unreachable);
    case 'refuse':
      return now(notAllowed);
    case 'timeout-before':
      return { hear: timeOut, afterMs: timeoutMs };
    case 'timeout-after':
      giveBack(statements, ask, desk);
      return { hear: timeOut, afterMs: timeoutMs };
    default:
      return never(fault.kind);
  }
};

type Trouble = Uncertain | Unavailable | Misconfigured;

/** A bank out of reach is an answer too. What else throws is a mistake in this program. */
const trouble = (error: unknown): Trouble => {
  if (error instanceof BankTooNew) return { kind: 'misconfigured', what: error.message };
  if (isOutOfReach(error)) return network;
  throw error;
};

/** Lets the first step happen, waits, and asks again where the step says so. */
const play = async <R>(
  deps: GatewayDeps,
  first: (statements: Statements) => Step<R>,
  again: (statements: Statements) => R,
): Promise<R | Trouble> => {
  try {
    const step = await deps.bank.turn(first);
    if (step.afterMs > 0) await deps.sleep(step.afterMs);
    return step.hear === 'ask-again' ? await deps.bank.turn(again) : step.hear;
  } catch (error) {
    return trouble(error);
  }
};

export const openSandboxGateway = (deps: GatewayDeps): PaymentGateway => {
  const { timeoutMs } = deps;
  const desk = (): Desk => ({ at: deps.now(), newReference: deps.newReference });
  const approve: PaymentGateway['approve'] = async (ask) => {
    if (ask.amount <= 0) return { kind: 'misconfigured', what: `the bank takes no payment of ${ask.amount}` };
    return play<ApproveResult>(
      deps,
      (statements) => approveStep(statements, strike(statements, 'payment').fault, ask, desk()),
      (statements) => take(statements, ask, desk()),
    );
  };
  const find = (key: string) => (statements: Statements) => lookUp(statements, key, deps.now());
  const lookUpStep = (statements: Statements, key: string): Step<ReturnType<typeof lookUp>> => {
    const { fault } = strike(statements, 'lookup');
    if (fault.kind === 'down') return now(unreachable);
    if (fault.kind === 'ok') return now(find(key)(statements));
    return fault.ms < timeoutMs ? { hear: 'ask-again', afterMs: fault.ms } : { hear: timeOut, afterMs: timeoutMs };
  };
  return {
    name: 'sandbox',
    approve,
    lookUp: (key) => play(deps, (statements) => lookUpStep(statements, key), find(key)),
    void: (key) =>
      play<VoidResult>(
        deps,
        (statements) => voidStep(statements, strike(statements, 'void').fault, key, deps.now(), timeoutMs),
        (statements) => voidKey(statements, key, deps.now()),
      ),
    refund: (ask) =>
      play<RefundResult>(
        deps,
        (statements) => refundStep(statements, strike(statements, 'refund').fault, ask, desk(), timeoutMs),
        (statements) => giveBack(statements, ask, desk()),
      ),
  };
};
