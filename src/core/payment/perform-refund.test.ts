import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { won } from '../money.ts';
import { goesToViews } from '../route.ts';
import { type Said, timeOut, unreachable } from '../testing/fake-gateway.ts';
import * as story from '../testing/story.ts';
import { chargeKey, hour, minute, order, refundKey, second } from '../testing/story.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  await world.tell(...story.stages.awaiting, story.canceled(), story.refundAsked());
  world.gateway.charge(chargeKey, won(20_000));
});

const inStory = ['QuoteIssued', 'PaymentRequested', 'PaymentApproved', 'OrderPlaced', 'TicketOpened', 'OrderCanceled', 'RefundRequested'];
const refund = async (): Promise<readonly string[]> => {
  await world.drainNow('payment.refund');
  return (await world.types(order)).slice(inStory.length);
};
const waits = async () => ((await world.store.nextDueAt(['payment.refund'])) ?? 0) - world.env.now();
const calls = () => world.gateway.calls.filter((call) => call.startsWith('refund'));

test('a canceled order is refunded, and the bank agrees', async () => {
  expect(await refund()).toEqual(['Refunded']);
  expect(world.gateway.kept()).toBe(0);
});

describe('a refund that does not come through', () => {
  test.each<[string, Said<'refund'>, string]>([
    ['no answer', timeOut, 'RefundFailed'],
    ['the gateway cannot be reached', unreachable, 'RefundFailed'],
    ['the gateway has too much to do', { kind: 'unavailable', cause: 'overloaded' }, 'RefundFailed'],
    ['our configuration is wrong', { kind: 'misconfigured', what: 'no key' }, 'RefundFailed'],
    ['a plain no: a person is called at once', { kind: 'refused', reason: 'account-closed' }, 'RefundNeedsAttention'],
  ])('%s', async (_name, answer, said) => {
    world.gateway.say('refund', answer);
    expect(await refund()).toEqual([said]);
    world.env.tick(30 * minute);
    expect(await refund()).toEqual([said, 'Refunded']);
    expect(world.gateway.kept()).toBe(0);
  });

  test('is tried again ever more rarely, under the same key, and said once', async () => {
    world.gateway.always('refund', timeOut);
    const waited: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      await refund();
      waited.push((await waits()) / second);
      world.env.tick(await waits());
    }
    expect(waited).toEqual([2, 4, 8, 16]);
    expect(await refund()).toEqual(['RefundFailed']);
    expect(new Set(calls())).toEqual(new Set([`refund ${refundKey}`]));
  });

  test('for a day calls a person, once, and goes on slowly all the same', async () => {
    world.gateway.always('refund', timeOut);
    await refund();
    world.env.moveTo(story.after(31 * second + 24 * hour - 1));
    expect(await refund()).toEqual(['RefundFailed']);
    world.env.tick(30 * minute);
    expect(await refund()).toEqual(['RefundFailed', 'RefundNeedsAttention']);
    expect(await waits()).toBe(30 * minute);
    world.env.tick(30 * minute);
    expect(await refund()).toEqual(['RefundFailed', 'RefundNeedsAttention']);
    world.gateway.heal();
    await world.live(2 * hour, 'payment.refund');
    expect(await refund()).toEqual(['RefundFailed', 'RefundNeedsAttention', 'Refunded']);
  });

  test('calls a person exactly a day after it was asked for', async () => {
    world.gateway.always('refund', timeOut);
    world.env.moveTo(story.after(31 * second + 24 * hour));
    expect(await refund()).toEqual(['RefundNeedsAttention']);
  });
});

test('a refund whose answer was lost is found to be done, and never given twice', async () => {
  world.gateway.say('refund', { ...timeOut, too: true });
  expect(await refund()).toEqual(['RefundFailed']);
  await world.live(minute, 'payment.refund');
  expect(await refund()).toEqual(['RefundFailed', 'Refunded']);
  expect(world.gateway.kept()).toBe(0);
});

test('money that a person gave back by hand is not given back again', async () => {
  world.gateway.say('refund', { kind: 'refused', reason: 'account-closed' });
  await refund();
  await world.tell(story.settledManually());
  await world.live(hour, 'payment.refund');
  expect(calls()).toHaveLength(1);
  expect(await world.store.nextDueAt(['payment.refund'])).toBeUndefined();
});
