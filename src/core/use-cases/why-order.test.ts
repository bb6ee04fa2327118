import { beforeEach, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { Actor, Recorded } from '../events.ts';
import { goesToViews } from '../route.ts';
import * as story from '../testing/story.ts';
import { order, otherRider, rider } from '../testing/story.ts';
import { createWorld, fastRider, mina, operator, owner, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  // A doubted payment, a claimed ride, a cancellation, and its refund: every stream, and messages to everybody.
  await world.tell(story.quoted(), story.requested(), story.doubted(), ...story.stages.claimed.slice(2));
  await world.tell(story.canceled('shop', 'NO_RIDER'), story.ticketCanceled('cooked', 'shop', 'NO_RIDER'));
  await world.tell(story.rideCanceled(rider, 'NO_RIDER'), story.refundAsked('NO_RIDER'), story.refunded());
  await world.drainNow('notify', 'views');
});

const why = async (actor: Actor): Promise<readonly Recorded[]> => {
  const told = await world.as(actor).whyOrder(order);
  if (!told.ok) throw new Error(told.error.code);
  return told.value;
};
const food = ['order', 'ticket', 'delivery'] as const;
const kindsOf = (events: readonly Recorded[]) =>
  [...new Set(events.map(({ stream }) => (stream.startsWith('message/') ? stream.replace(/\/.*\//, '/') : stream.split('/')[0])))].sort();

test('the customer and the operator see everything that was recorded, in its order', async () => {
  const all = await world.events(order);
  expect(kindsOf(all)).toEqual([...food, 'message/customer', 'message/owner', 'message/rider', 'payment', 'quote'].sort());
  expect(await why(mina)).toEqual(all);
  expect(await why(operator)).toEqual(all);
});

test.each([
  ['owner', owner],
  ['rider', fastRider],
] as const)(
  'the %s sees all about food and ride and what they were told, but not how it was paid, nor what others were told',
  async (role, actor) => {
    const mine = [...food, `message/${role}`].sort();
    const events = await why(actor);
    expect(kindsOf(events)).toEqual(mine);
    const all = await world.events(order);
    expect(events).toEqual(all.filter((event) => kindsOf([event]).every((kind) => kind !== undefined && mine.includes(kind))));
    expect(events.filter(({ type }) => /Payment|Refund|Quote/.test(type))).toEqual([]);
  },
);

test('nobody else sees anything', async () => {
  const strangers = [
    { role: 'customer', id: 'cus_jun' },
    { role: 'owner', id: 'shop_other' },
    { role: 'rider', id: otherRider },
  ] as const;
  for (const stranger of strangers) expect(await world.as(stranger).whyOrder(order)).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
});
