import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { drain } from '../drain.ts';
import type { Recorded } from '../events.ts';
import { gatherFacts } from '../facts.ts';
import { won } from '../money.ts';
import { goesToViews } from '../route.ts';
import { type Said, timeOut, unreachable } from '../testing/fake-gateway.ts';
import { fakeShop } from '../testing/fake-shop.ts';
import { recorded } from '../testing/given.ts';
import * as story from '../testing/story.ts';
import { after, chargeKey, hour, minute, order, payment, second } from '../testing/story.ts';
import { createWorld, mina, type World } from '../testing/world.ts';
import type { LookUpResult } from './gateway.ts';
import { guarded } from './guarded.ts';
import { settleUnknown } from './settle-unknown.ts';

let world: World;
const unknown = () => world.tell(story.quoted(), story.requested(), story.doubted());

beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

const took = () => world.gateway.charge(chargeKey, won(20_000));
/** One look at the doubtful payment, and the void that it asks for, so long after it was asked for; what came of it, in a word. */
const lookAt = async (ageMs: number): Promise<string> => {
  const [doubt] = (await unknown()).slice(-1);
  if (!doubt) throw new Error('no doubt');
  world.env.moveTo(after(ageMs));
  const before = (await world.types(order)).length;
  const drained = await world.drainNow('payment.settle', 'payment.void');
  const made = (await world.types(order)).slice(before).join(' ');
  return made === '' ? (drained.at(-1)?.error ?? drained.at(-1)?.outcome ?? 'not looked at') : made;
};

const young = 10 * second;
/** First decided and stored, then done. */
const voided = 'PaymentVoidRequested PaymentVoided';
const closed = { ...fakeShop, intake: { state: 'closed' } } as const;
const soldOut = {
  ...fakeShop,
  menu: fakeShop.menu.map((category) => ({
    ...category,
    items: category.items.map((item) => ({ ...item, soldOutUntil: after(24 * hour) })),
  })),
};

describe('the gateway says what became of a doubtful payment', () => {
  const declined: LookUpResult = { kind: 'declined', reason: 'insufficient-funds' };
  const misconfigured: LookUpResult = { kind: 'misconfigured', what: 'no secret key' };
  const beforeTheWindow = 34 * second;
  const afterTheWindow = 36 * second;

  test.each<[string, Said<'lookUp'> | 'charged', number, string]>([
    ['taken: the order is placed', 'charged', young, 'PaymentApproved OrderPlaced'],
    ['taken, found hours late but within the hold', 'charged', 9 * minute, 'PaymentApproved OrderPlaced'],
    ['taken, after the hold: it is given back', 'charged', 10 * minute, voided],
    ['declined: that is final, and told', declined, young, 'PaymentDeclined'],
    ['declined, a day later', declined, 25 * hour, 'PaymentDeclined'],
    ['undone at the gateway: nothing was charged', { kind: 'voided' }, young, voided],
    ['nothing known, too early to say', { kind: 'none' }, 29 * second, 'none'],
    ['nothing known, but it can no longer come: it is barred', { kind: 'none' }, 30 * second, voided],
    ['pending, too early to say', { kind: 'pending' }, 29 * second, 'pending'],
    ['pending too long: it is barred', { kind: 'pending' }, 30 * second, voided],
    ['no answer: still not known', timeOut, beforeTheWindow, 'look-up: uncertain'],
    ['no answer for long: still not known, never assumed', timeOut, afterTheWindow, 'look-up: uncertain'],
    ['no answer for nearly a day', timeOut, 24 * hour - 1, 'look-up: uncertain'],
    ['cannot be reached', unreachable, hour, 'look-up: unavailable'],
    ['our own configuration is wrong', misconfigured, hour, 'look-up: misconfigured'],
    ['no answer for a day: a person must look', timeOut, 24 * hour, `payment ${payment} is still unknown: uncertain`],
    ['not reached for a day: a person must look', unreachable, 24 * hour, `payment ${payment} is still unknown: unavailable`],
  ])('%s', async (_name, says, ageMs, came) => {
    if (says === 'charged') took();
    else world.gateway.say('lookUp', says);
    expect(await lookAt(ageMs)).toBe(came);
  });
});

describe('money that was found', () => {
  test.each([
    ['the shop has closed', closed],
    ['the dish is sold out', soldOut],
  ])('goes back when %s meanwhile', async (_name, shop) => {
    took();
    await world.shopIs(shop);
    expect(await lookAt(young)).toBe(voided);
    expect(world.gateway.kept()).toBe(0);
    expect((await world.events(order)).at(-1)?.data).toMatchObject({ reason: 'cannot-be-honoured', tookMoney: true });
  });

  test('goes back when it is not what was asked for', async () => {
    world.gateway.charge(chargeKey, won(2000));
    expect(await lookAt(young)).toBe(voided);
    expect((await world.events(order)).at(-1)?.data).toMatchObject({ reason: 'wrong-amount', tookMoney: true });
  });

  test('goes back when the quote already became an order by another payment', async () => {
    took();
    const other = story.placed();
    if (other.event.type !== 'OrderPlaced') throw new Error('not placed');
    const data = { ...other.event.data, payment: `${payment}2` as typeof payment };
    await world.tell(story.quoted(), { ...other, event: { ...other.event, data } });
    await world.tell(story.requested(), story.doubted());
    world.env.tick(second);
    await world.drainNow('payment.settle', 'payment.void');
    expect((await world.events(order)).at(-1)).toMatchObject({
      type: 'PaymentVoided',
      data: { reason: 'already-ordered', tookMoney: true },
    });
  });

  test('stays when somebody else placed the order with it while we were asking', async () => {
    took();
    await unknown();
    world.env.tick(second);
    world.gateway.meanwhile('lookUp', async () => {
      // The customer looks too, and is faster.
      expect(await world.as(mina).pay(payment)).toMatchObject({ ok: true });
    });
    await world.drainNow('payment.settle', 'payment.void');
    expect(await world.types(order)).not.toContain('PaymentVoidRequested');
    expect(world.gateway.calls).not.toContain(`void ${chargeKey}`);
    expect(world.gateway.kept()).toBe(20_000);
  });

  test('stays when it lands, and its order is placed, while a look that knew nothing of it is under way', async () => {
    await unknown();
    world.env.moveTo(after(31 * second));
    world.gateway.say('lookUp', { kind: 'none' });
    world.gateway.meanwhile('lookUp', async () => {
      took();
      expect(await world.as(mina).pay(payment)).toMatchObject({ ok: true });
    });
    await world.live(minute);
    expect(await world.types(order)).not.toContain('PaymentVoidRequested');
    expect((await world.store.order(order))?.ordering).toBe('placed');
    expect(world.gateway.kept()).toBe(20_000);
  });

  test('makes no order once its void was decided, even for a look that had found it before', async () => {
    took();
    await unknown();
    world.env.tick(second);
    world.gateway.meanwhile('lookUp', async () => void (await world.tell(story.voidAsked('cannot-be-honoured'))));
    expect(await world.drainNow('payment.settle')).toMatchObject([{ outcome: 'again', error: 'INVALID_TRANSITION' }]);
    await world.live(minute);
    expect(await world.types(order)).not.toContain('OrderPlaced');
    expect(await world.store.nextDueAt(['payment.settle'])).toBeUndefined();
    expect(world.gateway.kept()).toBe(0);
  });

  test('goes back when it lands, and its customer presses again, while a void is already on its way', async () => {
    await unknown();
    world.env.moveTo(after(31 * second));
    const gateway = {
      ...world.gateway,
      void: async (key: string) => {
        took();
        await world.as(mina).pay(payment);
        return world.gateway.void(key);
      },
    };
    for (const consumer of ['payment.settle', 'payment.void']) await drain([consumer], 10, { ...world.tools, gateway });
    await world.live(minute);
    expect(world.gateway.kept()).toBe((await world.store.order(order))?.ordering === 'placed' ? 20_000 : 0);
    expect((await world.types(order)).filter((type) => type === 'PaymentVoided' || type === 'OrderPlaced')).toEqual(['PaymentVoided']);
    expect((await world.events(order)).find(({ type }) => type === 'PaymentVoided')?.data).toMatchObject({ tookMoney: true });
  });
});

describe('barring a charge', () => {
  test('is stored before the gateway is asked, and told only when the gateway has confirmed it', async () => {
    world.gateway.say('lookUp', { kind: 'none' });
    world.gateway.say('void', timeOut);
    world.gateway.meanwhile('void', async () => {
      expect((await world.types(order)).at(-1)).toBe('PaymentVoidRequested');
    });
    expect(await lookAt(30 * second)).toBe('PaymentVoidRequested');
    expect(await world.store.waiting('payment.void', [order])).toMatchObject([{ attempt: 1, error: 'void: uncertain' }]);
    world.env.tick(2 * second);
    await world.drainNow('payment.void');
    expect((await world.types(order)).at(-1)).toBe('PaymentVoided');
    expect(world.gateway.calls).toEqual([`lookUp ${chargeKey}`, `void ${chargeKey}`, `void ${chargeKey}`]);
  });

  test('that found the money after all says that it was taken and given back', async () => {
    world.gateway.say('lookUp', { kind: 'none' });
    took();
    expect(await lookAt(30 * second)).toBe(voided);
    expect((await world.events(order)).at(-1)?.data).toMatchObject({ reason: 'never-confirmed', tookMoney: true });
    expect(world.gateway.kept()).toBe(0);
  });
});

test('looks become rarer: after 1, 2, 4 … seconds, at most every five minutes', async () => {
  await unknown();
  world.gateway.always('lookUp', { kind: 'uncertain', cause: 'network' });
  const looks: number[] = [];
  for (let look = 0; look < 12; look++) {
    const next = await world.store.nextDueAt(['payment.settle']);
    if (next === undefined) break;
    looks.push((next - world.env.now()) / second);
    world.env.moveTo(next);
    await world.drainNow('payment.settle');
  }
  expect(looks).toEqual([1, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
});

describe('a look after a whole day of doubt', () => {
  const aDay = 35 * second + 24 * hour;

  test('that the gateway does not answer is the last, until a person lets it look again', async () => {
    world.gateway.say('lookUp', timeOut);
    expect(await lookAt(aDay)).toBe(`payment ${payment} is still unknown: uncertain`);
    expect(await world.store.parked(10)).toMatchObject([{ consumer: 'payment.settle' }]);
  });

  test('that the breaker holds back is none: it waits, and finds what the gateway knows', async () => {
    took();
    await unknown();
    world.env.moveTo(after(aDay));
    for (let call = 0; call < 5; call++) await guarded(world.tools, 'look-up', async () => timeOut);
    expect(await world.drainNow('payment.settle')).toMatchObject([{ error: 'look-up: held' }]);
    expect(await world.store.parked(10)).toEqual([]);
    await world.live(10 * minute);
    expect(await world.types(order)).toContain('PaymentVoided');
    expect(world.gateway.kept()).toBe(0);
  });
});

test('a payment that is no longer in doubt is not asked about', async () => {
  const [, , doubt] = await unknown();
  await world.tell(story.declined());
  if (!doubt) throw new Error('no doubt');
  expect(await settleUnknown(doubt, 1, world.tools, gatherFacts(world.store))).toEqual({});
  const [other] = recorded([story.placed()]);
  expect(await settleUnknown(other as Recorded, 1, world.tools, gatherFacts(world.store))).toEqual({});
  expect(world.gateway.calls).toEqual([]);
});
