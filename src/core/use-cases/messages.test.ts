import { beforeEach, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { goesToViews } from '../route.ts';
import * as story from '../testing/story.ts';
import { minute, order } from '../testing/story.ts';
import { createWorld, mina, operator, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

const messages = async () => {
  const told = await world.as(mina).messagesOf(order);
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

test('what is shown as sent reads as what was sent', async () => {
  await world.tell(...story.stages.cooked);
  await world.drainNow('notify');
  const sent = world.messenger.sent.map(({ title, text }) => `${title}\n${text}`);
  expect((await messages()).map(({ text }) => text).sort()).toEqual(sent.sort());
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
