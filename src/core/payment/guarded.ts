import { changeDocument } from '../change-document.ts';
import { breakerDocument, type Instant } from '../kinds.ts';
import type { Tools } from '../performers.ts';
import type { Settings } from '../settings.ts';
import { isOfTheStore } from '../store-errors.ts';
import { type Admission, admit, type BreakerSettings, outcomeOf, readBreaker, record } from './breaker.ts';
import type { ApproveResult, LookUpResult, RefundResult, VoidResult } from './gateway.ts';

/** The breaker let nobody through. */
export type Held = { readonly kind: 'held'; readonly retryAt: Instant };
export type Operation = 'approve' | 'look-up' | 'void' | 'refund';
type Guard = Pick<Tools, 'store' | 'env' | 'settings' | 'gateway'>;

export const breakerSettings = (settings: Settings): BreakerSettings => ({
  inARow: settings.breakerInRow,
  window: settings.breakerWindow,
  atLeast: settings.breakerAtLeast,
  share: settings.breakerSharePercent / 100,
  openMs: settings.breakerOpenMs,
  longestMs: settings.breakerMaxOpenMs,
});

const admission = async (
  operation: Operation,
  { store, env, settings, gateway }: Guard,
): Promise<Admission & { readonly now: Instant }> => {
  let admitted: Admission = { kind: 'go' };
  let now = env.now();
  // A trial counts only once its lease is stored: of two that try at once, one is held.
  const stored = await changeDocument(store, breakerDocument(gateway.name, operation), (body) => {
    now = env.now();
    admitted = admit(readBreaker(body), now, breakerSettings(settings), settings.breakerTrialMs + settings.gatewayTimeoutMs);
    return admitted.kind === 'trial' ? admitted.breaker : body;
  });
  if (stored === 'busy') return { kind: 'hold', retryAt: now, now };
  return { ...admitted, now };
};

/** What the call brought matters more than the breaker's memory: a locked file must not hide an answer about money. */
const tellBreaker = async (guard: Guard, operation: Operation, outcome: ReturnType<typeof outcomeOf>, begunAt: Instant): Promise<void> => {
  if (!outcome) return;
  const { store, env, settings, gateway } = guard;
  try {
    await changeDocument(store, breakerDocument(gateway.name, operation), (body) => {
      const before = readBreaker(body);
      const after = record(before, outcome, env.now(), breakerSettings(settings), begunAt);
      return after === before ? body : after;
    });
  } catch (error) {
    if (!isOfTheStore(error)) throw error;
  }
};

/**
 * Calls the gateway if the shared breaker of this operation lets it, and tells the breaker how it went.
 * One breaker an operation: look-ups go on while approvals are held.
 */
export const guarded = async <R extends ApproveResult | LookUpResult | VoidResult | RefundResult>(
  guard: Guard,
  operation: Operation,
  call: () => Promise<R>,
): Promise<R | Held> => {
  const admitted = await admission(operation, guard);
  if (admitted.kind === 'hold') return { kind: 'held', retryAt: admitted.retryAt };
  const result = await call();
  await tellBreaker(guard, operation, outcomeOf(result), admitted.now);
  return result;
};
