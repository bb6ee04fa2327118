import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { Recorded } from '../events.ts';
import { gatherFacts } from '../facts.ts';
import { won } from '../money.ts';
import { goesToViews } from '../route.ts';
import { type Said, timeOut, unreachable } from '../testing/fake-gateway.ts';
import { recorded } from '../testing/given.ts';
import * as story from '../testing/story.ts';
import { after, chargeKey, hour, minute, order, payment, second } from '../testing/story.ts';
import { createWorld, mina, type World } from '../testing/world.ts';
import { guarded } from './guarded.ts';
import { performVoid } from './perform-void.ts';

let world: World;
let asked: Recorded;
const inStory = ['QuoteIssued', 'PaymentRequested', 'PaymentOutcomeUnknown', 'PaymentVoidRequested'];

beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  const told = await world.tell(story.quoted(), story.requested(), story.doubted(), story.voidAsked());
  asked = told.at(-1) as Recorded;
});

const took = () => world.gateway.charge(chargeKey, won(20_000));
const voids = () => world.gateway.calls.filter((call) => call.startsWith('void'));
const since = async () => (await world.types(order)).slice(inStory.length);
const last = async () => (await world.events(order)).at(-1);
const waiting = async () => (await world.store.waiting('payment.void', [order]))[0];
/** One try; what came of it, in a word. */
const tryIt = async (): Promise<string | undefined> => {
  const drained = await world.drainNow('payment.void');
  return drained.at(-1)?.error ?? drained.at(-1)?.outcome;
};

describe('the gateway has voided', () => {
  test('money that it had taken: the books say that it was taken and went back', async () => {
    took();
    expect(await tryIt()).toBe('done');
    expect(await since()).toEqual(['PaymentVoided']);
    expect(await last()).toMatchObject({
      causation: asked.id,
      data: { payment, key: chargeKey, reason: 'never-confirmed', tookMoney: true, amount: 20_000 },
    });
    expect(world.gateway.kept()).toBe(0);
  });

  test('a key that never came: nothing was charged, and nothing can be any more', async () => {
    expect(await tryIt()).toBe('done');
    expect((await last())?.data).toMatchObject({ reason: 'never-confirmed', tookMoney: false });
    took();
    expect(world.gateway.kept()).toBe(0);
  });

  test('and only then the customer is told, once, what happened to their money', async () => {
    took();
    world.gateway.say('void', timeOut, timeOut);
    await world.live(2 * second);
    expect(world.messenger.told()).toEqual(['customer payment-unknown']);
    await world.live(minute);
    expect(world.messenger.told()).toEqual(['customer payment-unknown', 'customer payment-reversed']);
  });
});

describe('the gateway has not said that it voided', () => {
  const misconfigured: Said<'void'> = { kind: 'misconfigured', what: 'no secret key' };

  test.each<[string, Said<'void'>, string]>([
    ['no answer', timeOut, 'void: uncertain'],
    ['the line broke', { kind: 'uncertain', cause: 'network' }, 'void: uncertain'],
    ['a fault of theirs', { kind: 'uncertain', cause: 'server-error' }, 'void: uncertain'],
    ['it cannot be reached', unreachable, 'void: unavailable'],
    ['it has too much to do', { kind: 'unavailable', cause: 'overloaded', retryAfterMs: hour }, 'void: unavailable'],
    ['our configuration is wrong', misconfigured, 'void: misconfigured'],
  ])('%s: nothing is said to be undone, and it is asked again with the same key', async (_name, answer, error) => {
    took();
    world.gateway.say('void', answer);
    expect(await tryIt()).toBe(error);
    expect(await since()).toEqual([]);
    expect(await waiting()).toMatchObject({ attempt: 1, dueAt: after(36 * second), parked: false, error });
    world.env.tick(second);
    expect(await tryIt()).toBe('done');
    expect(await since()).toEqual(['PaymentVoided']);
    expect(voids()).toEqual([`void ${chargeKey}`, `void ${chargeKey}`]);
    expect(world.gateway.kept()).toBe(0);
  });

  test.each([true, false])('its answer was lost: asked again it says whether money had been taken (%s)', async (tookMoney) => {
    if (tookMoney) took();
    world.gateway.say('void', { ...timeOut, too: true });
    expect(await tryIt()).toBe('void: uncertain');
    expect(world.gateway.kept()).toBe(0);
    world.env.tick(second);
    expect(await tryIt()).toBe('done');
    expect((await last())?.data).toMatchObject({ tookMoney });
    expect(await since()).toEqual(['PaymentVoided']);
  });

  test('the breaker lets nobody through: it waits without a call', async () => {
    world.gateway.always('void', timeOut);
    await world.live(20 * second, 'payment.void');
    const calls = voids().length;
    expect(calls).toBe(5);
    await world.live(12 * second, 'payment.void');
    expect(await waiting()).toMatchObject({ error: 'void: held', attempt: 6, parked: false });
    expect(voids()).toHaveLength(calls);
    world.gateway.heal();
    await world.live(minute, 'payment.void');
    expect(await since()).toEqual(['PaymentVoided']);
  });

  test('it is asked ever more rarely, at most every five minutes', async () => {
    world.gateway.always('void', misconfigured);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      await world.drainNow('payment.void');
      const next = (await waiting())?.dueAt ?? world.env.now();
      waits.push((next - world.env.now()) / second);
      world.env.moveTo(next);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
  });
});

describe('a void that failed for a day', () => {
  const aDay = 35 * second + 24 * hour;

  test('goes on by itself until the day is over', async () => {
    world.gateway.always('void', timeOut);
    world.env.moveTo(after(aDay - 1));
    expect(await tryIt()).toBe('void: uncertain');
    expect(await world.store.parked(10)).toEqual([]);
  });

  test('then stands still until a person has looked, and is done when they let it run again', async () => {
    took();
    world.gateway.always('void', timeOut);
    world.env.moveTo(after(aDay));
    expect(await tryIt()).toBe(`payment ${payment} could not be voided: void: uncertain`);
    expect(await world.store.parked(10)).toMatchObject([
      { consumer: 'payment.void', attempt: 1, error: `payment ${payment} could not be voided: void: uncertain` },
    ]);
    expect(await world.live(hour, 'payment.void')).toEqual([]);
    expect(await since()).toEqual([]);
    world.gateway.heal();
    expect(await world.store.redrive(order, world.env.now())).toBe(1);
    expect(await tryIt()).toBe('done');
    expect((await last())?.data).toMatchObject({ tookMoney: true });
    expect(world.gateway.kept()).toBe(0);
  });

  test('is not given up before the gateway itself was asked: while the breaker holds it, it waits', async () => {
    took();
    world.env.moveTo(after(aDay));
    for (let call = 0; call < 5; call++) await guarded(world.tools, 'void', async () => timeOut);
    expect(await tryIt()).toBe('void: held');
    expect(await world.store.parked(10)).toEqual([]);
    await world.live(minute, 'payment.void');
    expect(await since()).toEqual(['PaymentVoided']);
    expect(world.gateway.kept()).toBe(0);
  });

  test('that works at last is no longer anybody’s trouble', async () => {
    world.env.moveTo(after(aDay + hour));
    expect(await tryIt()).toBe('done');
    expect(await since()).toEqual(['PaymentVoided']);
  });
});

describe('a person presses while the payment is being voided', () => {
  const pay = () => world.as(mina).pay(payment);

  test('it is voided at once, and they hear the end of it', async () => {
    took();
    expect(await pay()).toEqual({ ok: false, error: { code: 'PAYMENT_DECLINED', payment, reason: 'never-confirmed' } });
    expect(world.gateway.calls).toEqual([`void ${chargeKey}`]);
    expect(world.gateway.kept()).toBe(0);
    await world.live(minute);
    expect(await since()).not.toContain('OrderPlaced');
    expect(voids()).toHaveLength(1);
  });

  test('it is not known yet while the gateway does not say, and money that lands makes no order', async () => {
    world.gateway.always('void', timeOut);
    expect(await pay()).toEqual({ ok: false, error: { code: 'PAYMENT_UNKNOWN', payment, retryAt: after(45 * second) } });
    took();
    expect(await pay()).toMatchObject({ error: { code: 'PAYMENT_UNKNOWN' } });
    world.gateway.heal();
    await world.live(hour);
    expect((await world.types(order)).filter((type) => type === 'PaymentVoided')).toHaveLength(1);
    expect(await world.store.order(order)).toBeUndefined();
    expect(world.gateway.kept()).toBe(0);
  });

  test('the daemon’s void, already on its way, is recorded once', async () => {
    took();
    world.gateway.meanwhile('void', async () => {
      expect(await pay()).toMatchObject({ error: { code: 'PAYMENT_DECLINED' } });
    });
    expect(await tryIt()).toBe('done');
    expect(await since()).toEqual(['PaymentVoided']);
    expect((await last())?.data).toMatchObject({ tookMoney: true });
  });
});

test('a payment that is not being voided is left alone', async () => {
  await world.tell(story.voided());
  expect(await performVoid(asked, 1, world.tools, gatherFacts(world.store))).toEqual({});
  const [other] = recorded([story.placed()]);
  expect(await performVoid(other as Recorded, 1, world.tools, gatherFacts(world.store))).toEqual({});
  expect(world.gateway.calls).toEqual([]);
});
