import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { gatherFacts } from '../facts.ts';
import { breakerDocument } from '../kinds.ts';
import type { Breaker } from '../payment/breaker.ts';
import { goesToViews } from '../route.ts';
import { timeOut, unreachable } from '../testing/fake-gateway.ts';
import * as story from '../testing/story.ts';
import { after, minute, second } from '../testing/story.ts';
import { createWorld, type World } from '../testing/world.ts';
import { tellPaymentsBack } from './tell-payments-back.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  await world.tell(story.quoted(), story.requested(), story.deferred('breaker-open', 30 * second));
});

const consumer = 'notify.payments-back';
const nextIn = async () => ((await world.store.nextDueAt([consumer])) ?? 0) - world.env.now();
const approvals = (body: Breaker) =>
  world.store.commit({
    ...{ relies: [], events: [], outbox: [], rows: [], settle: [] },
    documents: [{ key: breakerDocument('fake', 'approve'), body }],
  });

describe('a customer whose payment is held', () => {
  test('hears nothing before the time that they were given', async () => {
    world.env.tick(30 * second - 1);
    await world.drainNow(consumer);
    expect(world.messenger.sent).toEqual([]);
  });

  test('hears once that payments are back, though nothing was taken to find that out', async () => {
    world.env.tick(30 * second);
    await world.drainNow(consumer);
    expect(world.messenger.told()).toEqual(['customer payments-back']);
    expect(world.gateway.calls).toEqual([`lookUp ${story.chargeKey}`]);
    await world.live(20 * minute, consumer);
    expect(world.messenger.sent).toHaveLength(1);
  });

  test.each([
    ['does not answer', timeOut],
    ['cannot be reached', unreachable],
    ['is not set up', { kind: 'misconfigured', what: 'no key' } as const],
  ])('waits on while the gateway %s, and hears later', async (_name, answer) => {
    world.gateway.say('lookUp', answer);
    world.env.tick(30 * second);
    await world.drainNow(consumer);
    expect(world.messenger.sent).toEqual([]);
    expect(await nextIn()).toBe(30 * second);
    await world.live(30 * second, consumer);
    expect(world.messenger.told()).toEqual(['customer payments-back']);
  });

  test('waits on while the breaker holds approvals, without a call', async () => {
    await approvals({ state: 'open', until: after(2 * minute), openMs: 60_000 });
    world.env.tick(30 * second);
    await world.drainNow(consumer);
    expect(world.gateway.calls).toEqual([]);
    expect(await nextIn()).toBe(90 * second);
  });

  test('waits on while another tries', async () => {
    await approvals({ state: 'half-open', trialFrom: after(29 * second), trialUntil: after(44 * second), openMs: 30_000 });
    world.env.tick(30 * second);
    await world.drainNow(consumer);
    expect(await nextIn()).toBe(14 * second);
  });

  test('hears nothing any more once the hold is over', async () => {
    world.gateway.always('lookUp', unreachable);
    await world.live(20 * minute, consumer);
    world.gateway.heal();
    await world.live(20 * minute, consumer);
    expect(world.messenger.sent).toEqual([]);
    expect(await world.store.nextDueAt([consumer])).toBeUndefined();
  });

  test('hears nothing when they came back by themselves and paid', async () => {
    await world.tell(story.requested(2), story.approved());
    world.env.tick(minute);
    await world.drainNow(consumer);
    expect(world.messenger.sent).toEqual([]);
  });

  test('who was held twice is told of the second only', async () => {
    await world.tell(story.at(40 * second, story.requested(2)), story.at(40 * second, story.deferred('overloaded', 70 * second)));
    await world.live(5 * minute, consumer);
    expect(world.messenger.told()).toEqual(['customer payments-back']);
  });

  const messages = async () => (await world.events(story.order)).filter(({ stream }) => stream.startsWith('message/'));
  const recorded = [{ type: 'MessageFailed', data: { outcome: 'expired', template: 'payments-back', attempts: 2 } }];

  test('is in the record, when who told them died before writing it down and the hold is over', async () => {
    world.env.moveTo(after(10 * minute - second));
    const leaseUntil = after(10 * minute + 29 * second);
    const [delivery] = await world.store.claim({ consumers: [consumer], now: world.env.now(), leaseUntil, limit: 1 });
    if (!delivery) throw new Error('nothing was due');
    await tellPaymentsBack(delivery.event, delivery.attempt, world.tools, gatherFacts(world.store));
    expect(world.messenger.told()).toEqual(['customer payments-back']);
    expect(await messages()).toEqual([]);
    await world.live(5 * minute, consumer);
    expect(await messages()).toMatchObject(recorded);
  });

  test('is in the record, when the channel did not say whether they heard and the hold is over', async () => {
    world.env.moveTo(after(10 * minute - second / 2));
    world.messenger.say({ kind: 'failed', cause: 'time-out' });
    await world.live(5 * minute, consumer);
    expect(await messages()).toMatchObject(recorded);
  });

  test('leaves no record when nothing was ever tried', async () => {
    world.env.moveTo(after(11 * minute));
    await world.drainNow(consumer);
    expect(await messages()).toEqual([]);
  });
});
