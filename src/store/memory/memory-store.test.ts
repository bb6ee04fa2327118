import { expect, test } from 'vitest';
import { storeContract } from '../contract.ts';
import { commitOf, placed } from '../contract-samples.ts';
import { createMemoryStore } from './memory-store.ts';

storeContract('the memory store', async () => ({ store: createMemoryStore({ routesToViews: () => true }) }));

test('what is read cannot be changed by its reader', async () => {
  const store = createMemoryStore({ routesToViews: () => true });
  await store.commit(commitOf({ events: [placed('a')] }));
  const [event] = await store.events({ after: 0, limit: 1 });
  expect(Object.isFrozen(event?.data)).toBe(true);
});
