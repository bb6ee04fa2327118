import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { CustomerId, DocumentKey } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import * as story from '../testing/story.ts';
import { customer, order, payment } from '../testing/story.ts';
import { createWorld, operator, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});
const put = (name: string, body: unknown) =>
  world.store.commit({ relies: [], events: [], outbox: [], rows: [], documents: [{ key: name as DocumentKey, body }], settle: [] });
const traces = async (of: CustomerId = customer) => {
  const found = await world.as(operator).tracesOf(of);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
};

describe('what is kept of a customer', () => {
  test('are the documents in their name and the contacts of their orders, and nobody else’s', async () => {
    await world.tell(...story.stages.delivered);
    await world.drainNow('views', 'ordering');
    const theirs = [`customer/${customer}`, `cart/${customer}/shop_hanki`, `key/${customer}/k1`, `contact/${order}`];
    await put('contact/ord_unpaid', { customer, lang: 'ko', address: 'x' });
    await put('contact/ord_other', { customer: 'cus_other', lang: 'ko', address: 'y' });
    for (const name of [...theirs.slice(0, 3), `customer/${customer}2`, 'cart/cus_other/shop_hanki']) await put(name, {});
    const found = await traces();
    expect([...found.keys].sort()).toEqual([...theirs, 'contact/ord_unpaid'].sort());
    expect([...found.orders].sort()).toEqual([order, 'ord_unpaid']);
    expect(found.open).toBeUndefined();
  });

  test('may not go while food is under way, or money', async () => {
    await world.tell(...story.stages.claimed);
    await world.drainNow('views');
    expect(await traces()).toEqual({ keys: [], orders: [], open: order });
    const other = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
    await other.tell(story.quoted(), story.requested(), story.doubted());
    await other.drainNow('views');
    expect(await other.as(operator).tracesOf(customer)).toMatchObject({ value: { open: payment } });
  });

  test('of somebody who was never here is nothing', async () => {
    expect(await traces('cus_nobody' as CustomerId)).toEqual({ keys: [], orders: [] });
  });
});
