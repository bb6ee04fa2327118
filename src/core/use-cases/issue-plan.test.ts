import { beforeEach, expect, test } from 'vitest';
import { hanki } from '../../samples/hanki.ts';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { parseShop } from '../catalog/parse-shop.ts';
import { gatherFacts } from '../facts.ts';
import type { ItemId } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { is } from '../testing/is.ts';
import * as story from '../testing/story.ts';
import { customer, shop } from '../testing/story.ts';
import { createWorld, mina, operator, type World } from '../testing/world.ts';

const parsed = parseShop(hanki);
if (!parsed.ok) throw new Error('the sample is no shop');
const sample = parsed.value;
const { latitude, longitude } = sample.location;
const far = { latitude: latitude + 0.02, longitude };
const lines = [{ item: 'egg-roll' as ItemId, quantity: 3, choices: [] }];
const contact = { lang: 'ko', address: '양화로 1' } as const;

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  await world.shopIs(sample);
});
const app = () => world.as(mina);
const log = async () => JSON.stringify(await world.store.events({ after: 0, limit: 1000 }));
const places = async () => (await world.store.documents('place/', 10)).map(({ body }) => body);

test('the place of a quote decides its fee and is out of the events, whichever way it was asked for', async () => {
  const { quote, fee, to } = is(await app().issueQuote({ shop, lines, to: far }));
  expect([fee, to]).toEqual([3000, far]);
  await app().addToCart(shop, lines);
  await app().sendCartTo(shop, far);
  expect(is(await app().quoteCart(shop)).quote).toMatchObject({ fee: 3000, to: far });
  is(await app().placeOrder({ of: { cart: { shop, lines, to: far } }, contact, method: 'card_ok', key: 'k1' }));
  expect(await places()).toEqual([far, far, far]);
  expect(await log()).not.toContain(String(far.latitude));
  expect(is(await app().placeOrder({ of: { quote }, contact, method: 'card_ok', key: 'k2' })).view.fee).toBe(3000);
});

test('a quote to nowhere in particular keeps nothing beside its event', async () => {
  is(await app().issueQuote({ shop, lines }));
  expect(await places()).toEqual([]);
});

test('a quote of before, whose event says the place itself, is read as it was', async () => {
  const { event, stream, at } = story.quoted({ to: far });
  await world.tell({ event, stream, at });
  expect(await gatherFacts(world.store).quote(story.quote.quote)).toEqual({ ...story.quote, to: far });
});

test('the place is forgotten with its customer, and what was agreed stays', async () => {
  const { quote, order } = is(await app().issueQuote({ shop, lines, to: far }));
  const traces = is(await world.as(operator).tracesOf(customer));
  expect(traces.keys).toContain(`place/${customer}/${quote}`);
  await world.store.commit({
    ...{ relies: [], events: [], outbox: [], rows: [], settle: [] },
    documents: traces.keys.map((key) => ({ key, remove: true })),
  });
  const left = await gatherFacts(world.store).quote(quote);
  expect(left).toMatchObject({ order, fee: 3000 });
  expect(left).not.toHaveProperty('to');
});
