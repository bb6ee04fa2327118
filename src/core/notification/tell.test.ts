import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { gatherFacts } from '../facts.ts';
import { contactDocument } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import * as story from '../testing/story.ts';
import { minute, order, second } from '../testing/story.ts';
import { createWorld, type World } from '../testing/world.ts';
import { tellCustomer } from './tell.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

const messageEvents = async () => world.store.events({ after: 0, order, messages: true, limit: 100 });
const outcomes = async () => (await messageEvents()).map(({ type, data }) => ('outcome' in data ? `${type} ${data.outcome}` : type));
const contactIs = (body: unknown) =>
  world.store.commit({
    relies: [],
    events: [],
    outbox: [],
    rows: [],
    documents: [body === undefined ? { key: contactDocument(order), remove: true } : { key: contactDocument(order), body }],
    settle: [],
  });

describe('a message', () => {
  test('about one event is sent once to one person, and recorded', async () => {
    await world.tell(...story.stages.placed);
    await world.drainNow('notify');
    expect(world.messenger.told()).toEqual(['customer order-placed']);
    expect(await outcomes()).toEqual(['MessageSent']);
  });

  test('is not sent again when a daemon died between sending and noting it down', async () => {
    const [, , , placed] = await world.tell(...story.stages.placed);
    await world.drainNow('notify');
    if (!placed) throw new Error('not placed');
    expect(await tellCustomer(placed, 2, world.tools, gatherFacts(world.store))).toEqual({});
    expect(world.messenger.sent).toHaveLength(1);
  });

  test('keeps its id over all attempts, so that a channel that can tell drops the second', async () => {
    await world.tell(...story.stages.placed);
    const [placed] = (await world.events(order)).filter(({ type }) => type === 'OrderPlaced');
    if (!placed) throw new Error('not placed');
    await tellCustomer(placed, 1, world.tools, gatherFacts(world.store));
    await tellCustomer(placed, 2, world.tools, gatherFacts(world.store));
    expect(world.messenger.sent.map(({ id }) => id)).toEqual([`${placed.id}:customer:order-placed`, `${placed.id}:customer:order-placed`]);
  });

  test('that the channel refuses is given up at once, with the cause', async () => {
    await world.tell(...story.stages.placed);
    world.messenger.say({ kind: 'refused', cause: 'blocked by the reader' });
    await world.drainNow('notify');
    expect((await messageEvents()).map(({ data }) => data)).toMatchObject([
      { outcome: 'gave-up', cause: 'blocked by the reader', attempts: 1 },
    ]);
    await world.live(10 * minute, 'notify');
    expect(world.messenger.sent).toEqual([]);
  });

  test('that fails is tried again after 1, 2, 4 … seconds, at most a minute', async () => {
    await world.tell(...story.stages.placed);
    world.messenger.always({ kind: 'failed', cause: 'no network' });
    const waited: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      await world.drainNow('notify');
      const next = await world.store.nextDueAt(['notify.customer']);
      waited.push(((next ?? 0) - world.env.now()) / second);
      if (next !== undefined) world.env.moveTo(next);
    }
    expect(waited).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    world.messenger.always(undefined);
    await world.drainNow('notify');
    expect(world.messenger.told()).toEqual(['customer order-placed']);
    expect((await messageEvents()).map(({ data }) => data)).toMatchObject([{ attempts: 9 }]);
  });

  test('that comes too late to be of use is not sent, and the next ones are', async () => {
    world.messenger.always({ kind: 'failed', cause: 'no network' });
    await world.tell(...story.stages.accepted);
    await world.live(40 * minute, 'notify.customer');
    world.messenger.always(undefined);
    await world.tell(story.cooking());
    await world.live(2 * minute, 'notify.customer');
    expect(await outcomes()).toEqual(['MessageFailed expired', 'MessageFailed expired', 'MessageSent']);
    expect(world.messenger.told()).toEqual(['customer cook-started']);
  });

  test('about the end of an order is still sent hours later: an hour without messages loses nothing that matters', async () => {
    world.messenger.always({ kind: 'failed', cause: 'no network' });
    await world.tell(...story.stages.awaiting, story.canceled());
    await world.live(60 * minute, 'notify.customer');
    world.messenger.always(undefined);
    await world.live(2 * minute, 'notify.customer');
    expect(world.messenger.told()).toEqual(['customer order-canceled']);
  });

  test('never overtakes an earlier one about the same order', async () => {
    world.messenger.say({ kind: 'failed', cause: 'no network' });
    await world.tell(...story.stages.accepted);
    await world.live(minute, 'notify.customer');
    expect(world.messenger.told()).toEqual(['customer order-placed', 'customer order-accepted']);
  });
});

describe('who is told', () => {
  test('the customer in the language of their order, the shop in Korean', async () => {
    await contactIs({ customer: story.customer, lang: 'en', address: 'Mapo-gu' });
    await world.tell(...story.stages.awaiting);
    await world.drainNow('notify');
    // Who is told first is nobody's promise.
    expect(world.messenger.sent.map(({ recipient, lang }) => [recipient.role, recipient.id, lang]).sort()).toEqual([
      ['customer', story.customer, 'en'],
      ['owner', story.shop, 'ko'],
    ]);
  });

  test('the rider whose ride fell, and no rider when nobody had claimed it', async () => {
    await world.tell(...story.stages.claimed, story.canceled('shop', 'SHOP_ISSUE'), story.rideCanceled(story.rider, 'SHOP_ISSUE'));
    await world.drainNow('notify.rider');
    expect(world.messenger.sent.map(({ recipient }) => recipient)).toEqual([{ role: 'rider', id: story.rider }]);
  });

  test('nobody about a ride that nobody had claimed', async () => {
    await world.tell(...story.stages.cooked, story.canceled('shop', 'NO_RIDER'), story.rideCanceled(undefined, 'NO_RIDER'));
    await world.drainNow('notify.rider');
    expect(world.messenger.sent).toEqual([]);
    expect(await world.store.nextDueAt(['notify.rider'])).toBeUndefined();
  });

  test('the customer of an order whose address was erased, in Korean', async () => {
    await contactIs(undefined);
    await world.tell(...story.stages.placed);
    await world.drainNow('notify.customer');
    expect(world.messenger.sent.map(({ recipient, lang }) => [recipient.id, lang])).toEqual([[story.customer, 'ko']]);
  });

  test('the customer of a payment that is not an order yet', async () => {
    await world.tell(story.quoted(), story.requested(), story.doubted());
    await world.drainNow('notify.customer');
    expect(world.messenger.sent.map(({ recipient, template }) => [recipient.id, template])).toEqual([[story.customer, 'payment-unknown']]);
  });
});
