import { type Instant, instant, later, type OrderId, type PaymentId } from '../../../core/kinds.ts';
import type { Won } from '../../../core/money.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { never } from '../../../core/result.ts';

/** What keeps an order from being paid, besides the money itself: no money has moved. */
export type Stopped = Exclude<
  Refusal,
  {
    readonly code: 'PAYMENT_DECLINED' | 'PAYMENT_UNKNOWN' | 'PAYMENT_DEFERRED' | 'QUOTE_EXPIRED' | 'ALREADY_ORDERED' | 'BUSY';
  }
>;

/** What is known of a payment. */
export type Stage =
  /** Nothing yet; the payment has a name once it was found or answered. */
  | { readonly is: 'begun'; readonly payment?: PaymentId }
  /** The question was not heard, as too many write at once or the file cannot be read. It is asked again, the same, at `at`. */
  | { readonly is: 'unheard'; readonly payment?: PaymentId; readonly tries: number; readonly at: Instant; readonly incident?: string }
  /** Paid or not: it is looked up again at `at`, and known by `knowBy`. */
  | { readonly is: 'unknown'; readonly payment: PaymentId; readonly knowBy: Instant; readonly tries: number; readonly at: Instant }
  | {
      readonly is: 'deferred';
      readonly payment: PaymentId;
      readonly total: Won;
      readonly retryAt: Instant;
      readonly heldUntil: Instant;
    }
  | { readonly is: 'declined'; readonly payment: PaymentId; readonly reason: string }
  | { readonly is: 'stopped'; readonly refusal: Stopped }
  /** The time to pay at this price ran out. */
  | { readonly is: 'over' }
  | { readonly is: 'placed'; readonly order: OrderId }
  /** There is no payment: it ended elsewhere, or was never begun. */
  | { readonly is: 'nothing' };

/** `asking`: a question is under way at this moment, so no other is begun. */
export type Paying = { readonly stage: Stage; readonly asking: boolean };

/** How an open payment stands in the books. */
export type Reading =
  | { readonly state: 'paying'; readonly payment: PaymentId }
  | { readonly state: 'unknown'; readonly payment: PaymentId; readonly knowBy: Instant }
  | {
      readonly state: 'deferred';
      readonly payment: PaymentId;
      readonly total: Won;
      readonly retryAt: Instant;
      readonly heldUntil: Instant;
    };

export type PayingEvent =
  | { readonly type: 'asked' }
  | { readonly type: 'placed'; readonly order: OrderId }
  | { readonly type: 'refused'; readonly refusal: Refusal; readonly now: Instant }
  /** The question itself broke: whether it was heard, nobody can say. */
  | { readonly type: 'failed'; readonly incident: string; readonly now: Instant }
  | { readonly type: 'read'; readonly reading: Reading; readonly now: Instant }
  | { readonly type: 'found-nothing' }
  | { readonly type: 'ran-out' };

const second = 1000;
const unheardFirstMs = second / 2;
const unheardMostMs = 10 * second;
const lookFirstMs = second;
const lookMostMs = 30 * second;

const backOff = (now: Instant, firstMs: number, mostMs: number, tries: number): Instant =>
  later(now, Math.min(mostMs, firstMs * 2 ** Math.min(tries, 20)));

/** The payment that is spoken of, once it has a name. */
export const paymentOf = ({ stage }: Paying): PaymentId | undefined => ('payment' in stage ? stage.payment : undefined);

const unheard = (before: Paying, now: Instant, incident?: string): Stage => {
  const tries = before.stage.is === 'unheard' ? before.stage.tries + 1 : 0;
  const payment = paymentOf(before);
  const at = backOff(now, unheardFirstMs, unheardMostMs, tries);
  return { is: 'unheard', tries, at, ...(payment && { payment }), ...(incident !== undefined && { incident }) };
};

const unknown = ({ stage }: Paying, payment: PaymentId, knowBy: Instant, now: Instant): Stage => {
  const tries = stage.is === 'unknown' ? stage.tries + 1 : 0;
  return { is: 'unknown', payment, knowBy, tries, at: backOff(now, lookFirstMs, lookMostMs, tries) };
};

const afterRefusal = (before: Paying, refusal: Refusal, now: Instant): Stage => {
  switch (refusal.code) {
    case 'PAYMENT_DECLINED':
      // Held until its time ran out: nobody declined anything.
      if (refusal.reason === 'quote-expired') return { is: 'over' };
      return { is: 'declined', payment: refusal.payment, reason: refusal.reason };
    case 'PAYMENT_UNKNOWN':
      return unknown(before, refusal.payment, refusal.retryAt, now);
    case 'PAYMENT_DEFERRED': {
      const { payment, total, retryAt, heldUntil } = refusal;
      return { is: 'deferred', payment, total, retryAt, heldUntil };
    }
    case 'QUOTE_EXPIRED':
      return { is: 'over' };
    case 'ALREADY_ORDERED':
      return { is: 'placed', order: refusal.order };
    case 'BUSY':
      // What is in doubt stays in doubt, whatever else was too busy.
      return before.stage.is === 'unknown' ? unknown(before, before.stage.payment, before.stage.knowBy, now) : unheard(before, now);
    default:
      return { is: 'stopped', refusal };
  }
};

const afterReading = (before: Paying, reading: Reading, now: Instant): Stage => {
  const { stage } = before;
  switch (reading.state) {
    case 'paying':
      return { is: 'begun', payment: reading.payment };
    case 'unknown':
      if (stage.is === 'unknown') return stage.knowBy === reading.knowBy ? stage : { ...stage, knowBy: reading.knowBy };
      return unknown(before, reading.payment, reading.knowBy, now);
    case 'deferred': {
      const { payment, total, retryAt, heldUntil } = reading;
      return { is: 'deferred', payment, total, retryAt, heldUntil };
    }
    default:
      return never(reading);
  }
};

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What is known after something was heard. A payment that became an order stays one, whatever is heard later. */
export const evolvePaying = (before: Paying, event: PayingEvent): Paying => {
  if (before.stage.is === 'placed') return before;
  switch (event.type) {
    case 'asked':
      return { stage: before.stage, asking: true };
    case 'placed':
      return { stage: { is: 'placed', order: event.order }, asking: false };
    case 'refused':
      return { stage: afterRefusal(before, event.refusal, event.now), asking: false };
    case 'failed': {
      const { stage } = before;
      if (stage.is === 'unknown') return { stage: unknown(before, stage.payment, stage.knowBy, event.now), asking: false };
      return { stage: unheard(before, event.now, event.incident), asking: false };
    }
    case 'read': {
      const stage = afterReading(before, event.reading, event.now);
      return isSame(stage, before.stage) && !before.asking ? before : { stage, asking: false };
    }
    case 'found-nothing':
      return { stage: { is: 'nothing' }, asking: false };
    case 'ran-out':
      return { stage: { is: 'over' }, asking: false };
    default:
      return never(event);
  }
};

export type Next = { readonly do: 'ask' | 'run-out'; readonly at: Instant };

/** What happens by itself, and when; undefined where a person decides, or nothing is left to be done. */
export const nextOf = ({ stage, asking }: Paying): Next | undefined => {
  if (asking) return undefined;
  switch (stage.is) {
    case 'unheard':
    case 'unknown':
      return { do: 'ask', at: stage.at };
    case 'deferred':
      return stage.retryAt < stage.heldUntil ? { do: 'ask', at: stage.retryAt } : { do: 'run-out', at: stage.heldUntil };
    case 'begun':
      return { do: 'ask', at: instant(0) };
    case 'declined':
    case 'stopped':
    case 'over':
    case 'placed':
    case 'nothing':
      return undefined;
    default:
      return never(stage);
  }
};

/** Money may move, or has moved: leaving does not end it, and no other payment may begin. */
export const isUnderWay = ({ stage, asking }: Paying): boolean =>
  asking || stage.is === 'begun' || stage.is === 'unheard' || stage.is === 'unknown';
