import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../core/ports.ts';
import { goesToViews } from '../core/route.ts';
import * as story from '../core/testing/story.ts';
import { createWorld, type World } from '../core/testing/world.ts';
import { createMemoryStore } from '../store/memory/memory-store.ts';
import { lanesOf, look } from './relay.ts';

let world: World;
let claims: number;
let store: Store;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  claims = 0;
  const claim: Store['claim'] = (ask) => {
    claims++;
    return world.store.claim(ask);
  };
  store = { ...world.store, claim };
});
const lookAt = (consumer: string, limit = 100) => look({ consumers: [consumer], limit }, { ...world.tools, store }, () => undefined);

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
  expect(await look({ consumers: ['kitchen'], limit: 1 }, { ...world.tools, store: taken }, () => undefined)).toEqual({ dueAt: due });
});

test('what reaches outside has a lane of its own, all else shares one', () => {
  expect(lanesOf(['kitchen', 'views', 'notify.owner', 'payment.refund']).map(({ consumers }) => consumers)).toEqual([
    ['kitchen', 'views'],
    ['payment.refund'],
    ['notify.owner'],
  ]);
});
