import { type Instant, instant, later } from '../kinds.ts';
import { never } from '../result.ts';
import type { ApproveResult, LookUpResult, RefundResult, VoidResult } from './gateway.ts';

export type BreakerSettings = {
  /** Opens after so many failures in a row … */
  readonly inARow: number;
  /** … or when this share of the last `window` calls failed, of at least `atLeast`. */
  readonly window: number;
  readonly atLeast: number;
  readonly share: number;
  /** How long it stays open the first time; doubles with every failed trial, up to `longestMs`. */
  readonly openMs: number;
  readonly longestMs: number;
};

/** One document per gateway and operation. `recent` counts from the first failure on: `s` went well, `f` failed. */
export type Breaker =
  | { readonly state: 'closed'; readonly recent: string; readonly since?: Instant }
  | { readonly state: 'open'; readonly until: Instant; readonly openMs: number }
  | { readonly state: 'half-open'; readonly trialFrom: Instant; readonly trialUntil: Instant; readonly openMs: number };

export type Admission =
  | { readonly kind: 'go' }
  /** Go, once this breaker is stored: nobody else may try until the lease runs out. */
  | { readonly kind: 'trial'; readonly breaker: Breaker }
  | { readonly kind: 'hold'; readonly retryAt: Instant };

/** A deadline farther away than any that is ever set was set by a clock that has jumped back since: it is not believed. */
const isAhead = (deadline: Instant, now: Instant, longestMs: number): boolean => now < deadline && deadline - now <= longestMs;

/** May this call go out? `trialLeaseMs` must outlast the call's own time-out. */
export const admit = (breaker: Breaker | undefined, now: Instant, settings: BreakerSettings, trialLeaseMs: number): Admission => {
  if (!breaker || breaker.state === 'closed') return { kind: 'go' };
  const deadline = breaker.state === 'open' ? breaker.until : breaker.trialUntil;
  if (isAhead(deadline, now, Math.max(settings.longestMs, trialLeaseMs))) return { kind: 'hold', retryAt: deadline };
  const { openMs } = breaker;
  return { kind: 'trial', breaker: { state: 'half-open', trialFrom: now, trialUntil: later(now, trialLeaseMs), openMs } };
};

const open = (now: Instant, openMs: number): Breaker => ({ state: 'open', until: later(now, openMs), openMs });

const isTooBad = (recent: string, settings: BreakerSettings): boolean => {
  if (recent.endsWith('f'.repeat(settings.inARow))) return true;
  const failures = recent.replaceAll('s', '').length;
  return recent.length >= settings.atLeast && failures >= recent.length * settings.share;
};

const recordClosed = (recent: string, outcome: 'success' | 'failure', now: Instant, settings: BreakerSettings): Breaker => {
  const seen = `${recent}${outcome === 'failure' ? 'f' : 's'}`.slice(-settings.window);
  if (outcome === 'failure' && isTooBad(seen, settings)) return open(now, settings.openMs);
  return { state: 'closed', recent: seen.includes('f') ? seen : '' };
};

/**
 * What the call told about the gateway's health; the same reference when there is nothing to store.
 * `begunAt` is the time given to `admit` for this call. A call that began before the trial, or before the breaker closed
 * again, tells about the past.
 */
export const record = (
  breaker: Breaker | undefined,
  outcome: 'success' | 'failure',
  now: Instant,
  settings: BreakerSettings,
  begunAt: Instant = now,
): Breaker | undefined => {
  switch (breaker?.state) {
    case undefined:
      return outcome === 'success' ? breaker : recordClosed('', outcome, now, settings);
    case 'closed': {
      const { recent, since } = breaker;
      if (since !== undefined && isAhead(since, begunAt, settings.longestMs)) return breaker;
      return outcome === 'success' && recent === '' ? breaker : recordClosed(recent, outcome, now, settings);
    }
    // Nothing is let through while it is open, so this call is an old one.
    case 'open':
      return breaker;
    case 'half-open': {
      if (begunAt < breaker.trialFrom) return breaker;
      if (outcome === 'success') return { state: 'closed', recent: '', since: now };
      return open(now, Math.min(breaker.openMs * 2, settings.longestMs));
    }
    default:
      return never(breaker);
  }
};

type Answer = ApproveResult | LookUpResult | VoidResult | RefundResult;

/** Only the infrastructure counts: a bank that declines is a healthy bank; a wrong configuration says nothing about it. */
export const outcomeOf = (answer: Answer): 'success' | 'failure' | undefined => {
  if (answer.kind === 'misconfigured') return undefined;
  return answer.kind === 'uncertain' || answer.kind === 'unavailable' ? 'failure' : 'success';
};

const isInstant = (x: unknown): x is number => typeof x === 'number' && Number.isSafeInteger(x);

/** Reads the stored document. One that cannot be read protects nothing and must not stop payments either: it counts as absent. */
export const readBreaker = (body: unknown): Breaker | undefined => {
  if (typeof body !== 'object' || body === null || !('state' in body)) return undefined;
  if (body.state === 'closed' && 'recent' in body && typeof body.recent === 'string' && /^[sf]*$/.test(body.recent)) {
    const since = 'since' in body && isInstant(body.since) ? { since: instant(body.since) } : {};
    return { state: 'closed', recent: body.recent, ...since };
  }
  if (!('openMs' in body) || !isInstant(body.openMs) || body.openMs <= 0) return undefined;
  const { openMs } = body;
  if (body.state === 'open' && 'until' in body && isInstant(body.until)) return { state: 'open', until: instant(body.until), openMs };
  if (body.state !== 'half-open' || !('trialFrom' in body) || !('trialUntil' in body)) return undefined;
  if (!isInstant(body.trialFrom) || !isInstant(body.trialUntil)) return undefined;
  return { state: 'half-open', trialFrom: instant(body.trialFrom), trialUntil: instant(body.trialUntil), openMs };
};
