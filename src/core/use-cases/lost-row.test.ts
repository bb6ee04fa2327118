import { expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { goesToViews } from '../route.ts';
import * as story from '../testing/story.ts';
import { order } from '../testing/story.ts';
import { createWorld, mina } from '../testing/world.ts';
import { findOrder } from './current-order.ts';

test('an order whose view row is lost is still found, as its events tell it', async () => {
  const world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  await world.tell(...story.stages.cooked);
  await world.drainNow('views');
  const kept = await findOrder({ reads: world.store, outbox: world.store }, order);
  const lost = { ...world.store, order: async () => undefined };
  expect(await findOrder({ reads: lost, outbox: world.store }, order)).toEqual(kept);
  expect((await world.as(mina).orderStatus(order)).ok).toBe(true);
});
