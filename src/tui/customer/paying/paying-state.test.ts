import { describe, expect, test } from 'vitest';
import { type Instant, instant, type OrderId, type PaymentId } from '../../../core/kinds.ts';
import { won } from '../../../core/money.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { evolvePaying, isUnderWay, nextOf, type Paying, type PayingEvent, paymentOf, type Stage } from './paying-state.ts';

const payment = 'pay_1' as PaymentId;
const order = 'ord_1' as OrderId;
const noon = instant(1_000_000);
const after = (ms: number): Instant => instant(noon + ms);
const heldUntil = after(600_000);

const begun: Stage = { is: 'begun' };
const unheard: Stage = { is: 'unheard', tries: 0, at: after(500) };
const unknown: Stage = { is: 'unknown', payment, knowBy: after(40_000), tries: 0, at: after(1000) };
const deferred: Stage = { is: 'deferred', payment, total: won(20_000), retryAt: after(30_000), heldUntil };
const declined: Stage = { is: 'declined', payment, reason: 'insufficient-funds' };
const stopped: Stage = { is: 'stopped', refusal: { code: 'CLOSED', why: 'paused' } };
const over: Stage = { is: 'over' };
const placed: Stage = { is: 'placed', order };
const nothing: Stage = { is: 'nothing' };
const everyStage: readonly Stage[] = [begun, unheard, unknown, deferred, declined, stopped, over, placed, nothing];
const unfinished = everyStage.filter(({ is }) => is !== 'placed');

const asking = (stage: Stage): Paying => ({ stage, asking: true });
const resting = (stage: Stage): Paying => ({ stage, asking: false });
const refused = (refusal: Refusal, now = noon): PayingEvent => ({ type: 'refused', refusal, now });
const saysUnknown = refused({ code: 'PAYMENT_UNKNOWN', payment, retryAt: after(40_000) });
const saysDeferred = refused({ code: 'PAYMENT_DEFERRED', payment, retryAt: after(30_000), heldUntil, total: won(20_000) });
const saysBusy = refused({ code: 'BUSY' });
const broke: PayingEvent = { type: 'failed', incident: 'inc_1', now: noon };

describe('from every stage', () => {
  test.each(unfinished)('$is: to ask changes nothing that is known, and nothing else begins by itself meanwhile', (stage) => {
    const now = evolvePaying(resting(stage), { type: 'asked' });
    expect(now).toEqual(asking(stage));
    expect(nextOf(now)).toBeUndefined();
    expect(isUnderWay(now)).toBe(true);
  });

  test.each(unfinished)('$is: an order that stands is an order that stands', (stage) => {
    expect(evolvePaying(asking(stage), { type: 'placed', order })).toEqual(resting(placed));
    expect(evolvePaying(asking(stage), refused({ code: 'ALREADY_ORDERED', order }))).toEqual(resting(placed));
  });

  test.each(unfinished)('$is: what the core says of the money is what is told', (stage) => {
    expect(evolvePaying(asking(stage), saysDeferred)).toEqual(resting(deferred));
    expect(evolvePaying(asking(stage), refused({ code: 'PAYMENT_DECLINED', payment, reason: 'insufficient-funds' }))).toEqual(
      resting(declined),
    );
    expect(evolvePaying(asking(stage), saysUnknown).stage).toMatchObject({ is: 'unknown', payment, knowBy: after(40_000) });
    expect(evolvePaying(asking(stage), refused({ code: 'CLOSED', why: 'paused' }))).toEqual(resting(stopped));
    expect(evolvePaying(asking(stage), refused({ code: 'QUOTE_EXPIRED', expiredAt: noon }))).toEqual(resting(over));
    expect(evolvePaying(asking(stage), refused({ code: 'PAYMENT_DECLINED', payment, reason: 'quote-expired' }))).toEqual(resting(over));
  });

  test.each(unfinished)('$is: too busy is no answer; what is in doubt stays in doubt, all else is asked again', (stage) => {
    for (const event of [saysBusy, broke]) {
      const now = evolvePaying(asking(stage), event);
      expect(now.stage.is).toBe(stage.is === 'unknown' ? 'unknown' : 'unheard');
      expect(paymentOf(now)).toBe(paymentOf(asking(stage)));
      expect(nextOf(now)).toMatchObject({ do: 'ask' });
    }
  });

  test.each(unfinished)('$is: the books are believed', (stage) => {
    const read = (reading: Extract<PayingEvent, { type: 'read' }>['reading']) =>
      evolvePaying(asking(stage), { type: 'read', reading, now: noon });
    expect(read({ state: 'paying', payment })).toEqual(resting({ is: 'begun', payment }));
    expect(read({ state: 'unknown', payment, knowBy: after(50_000) }).stage).toMatchObject({ is: 'unknown', knowBy: after(50_000) });
    expect(read({ state: 'deferred', payment, total: won(20_000), retryAt: after(30_000), heldUntil })).toEqual(resting(deferred));
    expect(evolvePaying(asking(stage), { type: 'found-nothing' })).toEqual(resting(nothing));
    expect(evolvePaying(resting(stage), { type: 'ran-out' })).toEqual(resting(over));
  });
});

test('an order that was placed stays placed, whatever is heard afterwards', () => {
  const events: readonly PayingEvent[] = [
    { type: 'asked' },
    saysUnknown,
    saysDeferred,
    saysBusy,
    broke,
    { type: 'found-nothing' },
    { type: 'ran-out' },
    { type: 'read', reading: { state: 'paying', payment }, now: noon },
  ];
  for (const event of events) expect(evolvePaying(resting(placed), event)).toEqual(resting(placed));
});

describe('what happens by itself', () => {
  test('a payment that was begun is asked about at once', () => {
    expect(nextOf(resting(begun))).toEqual({ do: 'ask', at: 0 });
  });

  test('what was not heard is asked again, ever more patiently', () => {
    let paying: Paying = asking(begun);
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      paying = evolvePaying(evolvePaying(paying, { type: 'asked' }), saysBusy);
      waits.push((nextOf(paying)?.at ?? 0) - noon);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  });

  test('what is unknown is looked up after a second, then ever more rarely, every half minute at the least', () => {
    let paying: Paying = asking(begun);
    const waits: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      paying = evolvePaying(evolvePaying(paying, { type: 'asked' }), saysUnknown);
      waits.push((nextOf(paying)?.at ?? 0) - noon);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  test('a reading that says the same does not start the looking over again', () => {
    const paying = resting({ ...unknown, tries: 3 });
    const read = { type: 'read', reading: { state: 'unknown', payment, knowBy: after(40_000) }, now: after(10) } as const;
    expect(evolvePaying(paying, read)).toBe(paying);
  });

  test('what is held is tried when the breaker allows it, and ends when the hold ends', () => {
    expect(nextOf(resting(deferred))).toEqual({ do: 'ask', at: after(30_000) });
    expect(nextOf(resting({ ...deferred, retryAt: after(900_000) }))).toEqual({ do: 'run-out', at: heldUntil });
  });

  test.each([declined, stopped, over, placed, nothing])('$is: nothing more; a person decides', (stage) => {
    expect(nextOf(resting(stage))).toBeUndefined();
    expect(isUnderWay(resting(stage))).toBe(false);
  });

  test('what is held may be left without a word about money: none has moved', () => {
    expect(isUnderWay(resting(deferred))).toBe(false);
    expect([begun, unheard, unknown].map((stage) => isUnderWay(resting(stage)))).toEqual([true, true, true]);
  });
});
