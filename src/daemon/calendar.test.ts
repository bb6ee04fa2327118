import { expect, test } from 'vitest';
import type { DocumentKey } from '../core/kinds.ts';
import { goesToViews } from '../core/route.ts';
import { defaultSettings } from '../core/settings.ts';
import * as story from '../core/testing/story.ts';
import { after, order } from '../core/testing/story.ts';
import { createWorld } from '../core/testing/world.ts';
import { createMemoryStore } from '../store/memory/memory-store.ts';
import { pruneOld } from './calendar.ts';

const day = 86_400_000;

const worldOf = async (...facts: readonly story.Fact[]) => {
  const world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  await world.tell(...facts);
  await world.drainNow('views', 'ordering');
  const write = (name: string) =>
    world.store.commit({
      relies: [],
      events: [],
      outbox: [],
      rows: [],
      documents: [{ key: name as DocumentKey, body: name }],
      settle: [],
      at: after(0),
    });
  for (const name of [`contact/${order}`, 'key/cus_mina/k1', 'cart/cus_mina/shop_hanki', 'place/cus_mina/quo_1']) await write(name);
  const left = async () => (await world.store.documents('', 100)).map(({ key }) => key).filter((key) => !key.startsWith('shop/'));
  const prune = async (days: number, settings = defaultSettings) => {
    world.env.moveTo(after(days * day + 1));
    await pruneOld(world.store, world.env, settings);
    return left();
  };
  return { prune };
};

test('keys go after 15 days, personal data 90 days after it was written; shops stay', async () => {
  const { prune } = await worldOf(...story.stages.delivered);
  expect(await prune(14)).toHaveLength(4);
  expect(await prune(15)).toEqual(['cart/cus_mina/shop_hanki', `contact/${order}`, 'place/cus_mina/quo_1']);
  expect(await prune(89)).toHaveLength(3);
  expect(await prune(90)).toEqual([]);
});

test('how long is a setting', async () => {
  const { prune } = await worldOf(...story.stages.delivered);
  expect(await prune(7, { ...defaultSettings, contactKeepMs: 7 * day, keyKeepMs: 30 * day })).toEqual(['key/cus_mina/k1']);
});

test('the address of an order that is still active stays, however old', async () => {
  const { prune } = await worldOf(...story.stages.delivering);
  expect(await prune(365)).toEqual([`contact/${order}`]);
});
