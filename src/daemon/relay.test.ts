import { beforeEach, expect, test } from 'vitest';
import { createPatientMessenger } from '../core/notification/patient-messenger.ts';
import type { Store } from '../core/ports.ts';
import { goesToViews } from '../core/route.ts';
import * as story from '../core/testing/story.ts';
import { createWorld, type World } from '../core/testing/world.ts';
import { createMemoryStore } from '../store/memory/memory-store.ts';
import { drainAll, type Lane, lanesOf, look, type RelayTools } from './relay.ts';

let world: World;
let claims: number;
let store: Store;
let tools: RelayTools;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  claims = 0;
  const claim: Store['claim'] = (ask) => {
    claims++;
    return world.store.claim(ask);
  };
  store = { ...world.store, claim };
  tools = { ...world.tools, store, messenger: createPatientMessenger(world.messenger, world) };
});
const lookAt = (consumer: string, limit = 100) => look({ consumers: [consumer], limit }, tools, () => undefined);

test('a lane that has done all that is due sleeps until the next deadline, and claims nothing in vain', async () => {
  await world.tell(...story.stages.awaiting);
  expect(await lookAt('notify.owner')).toEqual({ dueAt: undefined });
  expect(await lookAt('kitchen.remind')).toEqual({ dueAt: story.remindAt[0] });
  expect(claims).toBe(2);
});

test('a lane that could take only a part of what is due looks again at once', async () => {
  await world.tell(...story.stages.accepted, story.cooking());
  expect(await lookAt('notify.customer', 1)).toBe('more');
  expect(await lookAt('notify.customer', 100)).toEqual({ dueAt: undefined });
  expect(world.messenger.told()).toEqual(['customer order-placed', 'customer order-accepted', 'customer cook-started']);
});

test('a lane that finds nothing it can have does not look again at once, though something is overdue', async () => {
  await world.tell(...story.stages.placed);
  const taken: Store = { ...store, claim: async () => [] };
  const due = await world.store.nextDueAt(['kitchen']);
  expect(due).toBeLessThanOrEqual(world.env.now());
  expect(await look({ consumers: ['kitchen'], limit: 1 }, { ...tools, store: taken }, () => undefined)).toEqual({ dueAt: due });
});

/** Time goes by between a claim and what it was for. */
const slowly = (claimsSlow: number): Store => ({
  ...store,
  claim: async (ask) => {
    const leased = await store.claim(ask);
    if (claims <= claimsSlow) world.env.tick(world.settings.leaseMs);
    return leased;
  },
});

test('what is to be done once is done, though the first lease ran out before it was begun', async () => {
  await world.tell(...story.stages.placed);
  expect(await drainAll(['kitchen'], { ...tools, store: slowly(1) }, () => undefined)).toBe(1);
});

test('a machine that is always too slow comes to an end all the same', async () => {
  await world.tell(...story.stages.placed);
  expect(await drainAll(['kitchen'], { ...tools, store: slowly(100) }, () => undefined)).toBe(0);
  expect(claims).toBe(5);
});

test('what reaches outside has a lane of its own, all else shares one', () => {
  expect(lanesOf(['kitchen', 'views', 'notify.owner', 'payment.refund']).map(({ consumers }) => consumers)).toEqual([
    ['kitchen', 'views'],
    ['payment.refund'],
    ['notify.owner'],
  ]);
});

test('while the messenger is away, what waits for it is not claimed; one message tries whether it is back', async () => {
  const lane: Lane = { consumers: ['notify.customer'], limit: 100, tells: true };
  const lookOnce = () => look(lane, tools, () => undefined);
  await world.tell(...story.stages.accepted, story.cooking());
  world.messenger.always({ kind: 'failed', cause: 'no network' });
  for (let failure = 0; failure < world.settings.breakerInRow; failure++) {
    await lookOnce();
    world.env.tick(world.settings.messageMaxMs);
  }
  world.env.tick(-world.settings.messageMaxMs);
  const tried = claims;
  expect(await lookOnce()).toEqual({ dueAt: world.env.now() + 16_000 });
  expect(claims).toBe(tried);

  world.messenger.always(undefined);
  world.env.tick(16_000);
  expect(await lookOnce()).toBe('more');
  expect(world.messenger.told()).toEqual(['customer order-placed']);
  await lookOnce();
  expect(world.messenger.told()).toEqual(['customer order-placed', 'customer order-accepted', 'customer cook-started']);
});

test('what tells people knows that it does', () => {
  const telling = lanesOf(['kitchen', 'payment.refund', 'notify.owner']).filter(({ tells }) => tells);
  expect(telling.map(({ consumers }) => consumers)).toEqual([['notify.owner']]);
});
