import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { Actor } from '../events.ts';
import { goesToViews } from '../route.ts';
import * as story from '../testing/story.ts';
import { minute, order, otherRider, rider } from '../testing/story.ts';
import { createWorld, fastRider, mina, operator, owner, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

const messages = async (actor: Actor = mina) => {
  const told = await world.as(actor).messagesOf(order);
  if (!told.ok) throw new Error(told.error.code);
  return told.value;
};
const brief = async () =>
  (await messages()).map(({ recipient, template, status, attempts }) => `${recipient} ${template} ${status} ${attempts}`);

test('a message is seen as queued, then as tried, then as sent', async () => {
  await world.tell(...story.stages.placed);
  expect(await brief()).toEqual(['customer order-placed queued 0']);
  world.messenger.say({ kind: 'failed', cause: 'no network' });
  await world.drainNow('notify.customer');
  expect(await messages()).toMatchObject([{ status: 'failed', attempts: 1, cause: 'no network' }]);
  await world.live(minute, 'notify.customer');
  expect(await brief()).toEqual(['customer order-placed sent 2']);
});

describe('of an order of which everybody has heard', () => {
  beforeEach(async () => {
    await world.tell(...story.stages.claimed, story.canceled('shop', 'NO_RIDER'));
    await world.tell(story.ticketCanceled('cooked', 'shop', 'NO_RIDER'), story.rideCanceled(rider, 'NO_RIDER'));
  });
  const people: readonly (readonly [Actor['role'], Actor])[] = [
    ['customer', mina],
    ['owner', owner],
    ['rider', fastRider],
  ];

  test('what is shown as sent reads as what was sent', async () => {
    await world.drainNow('notify');
    const sent = world.messenger.sent.map(({ recipient, title, text }) => `${recipient.role}: ${title}\n${text}`);
    expect((await messages(operator)).map(({ recipient, text }) => `${recipient}: ${text}`).sort()).toEqual([...sent].sort());
    expect(new Set(world.messenger.sent.map(({ recipient }) => recipient.role))).toEqual(new Set(['customer', 'owner', 'rider']));
  });

  test.each(people)('the %s sees what they were told, all of it, and nothing that others were told', async (role, actor) => {
    const all = await messages(operator);
    const queued = await messages(actor);
    expect(queued.length).toBeGreaterThan(0);
    expect(queued).toEqual(all.filter(({ recipient }) => recipient === role));
    await world.drainNow('notify');
    const texts = world.messenger.sent.filter(({ recipient }) => recipient.role === role).map(({ title, text }) => `${title}\n${text}`);
    expect((await messages(actor)).map(({ text }) => text).sort()).toEqual(texts.sort());
  });

  test('nobody else sees any', async () => {
    await world.drainNow('notify');
    for (const stranger of [
      { role: 'customer', id: 'cus_jun' },
      { role: 'owner', id: 'shop_other' },
      { role: 'rider', id: otherRider },
    ] as const)
      expect(await world.as(stranger).messagesOf(order)).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
  });
});

test('a message that was given up says why', async () => {
  world.messenger.always({ kind: 'refused', cause: 'blocked by the reader' });
  await world.tell(...story.stages.placed);
  await world.drainNow('notify');
  expect(await messages()).toMatchObject([{ status: 'gave-up', cause: 'blocked by the reader' }]);
});

test('a held payment is told twice: that it waits, and that payments are back', async () => {
  await world.tell(story.quoted(), story.requested(), story.deferred());
  await world.live(minute, 'notify');
  await world.tell(story.requested(2), story.approved(), story.placed());
  const templates = (await messages()).map(({ template, status }) => `${template} ${status}`);
  expect(templates).toEqual(['payment-deferred sent', 'payments-back sent', 'order-placed queued']);
});

test('the operator sees the latest of all messages', async () => {
  await world.tell(...story.stages.cooked);
  await world.drainNow('notify');
  const all = await world.as(operator).allMessages(2);
  expect(all.ok && all.value.map(({ template }) => template)).toHaveLength(2);
});
