import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../store/memory/memory-store.ts';
import { type Drained, drain } from './drain.ts';
import type { Recorded } from './events.ts';
import { handle } from './handle.ts';
import { type OrderId, orderStream, paymentStream, type QuoteId, quoteStream } from './kinds.ts';
import type { Messenger } from './notification/messenger.ts';
import type { Store } from './ports.ts';
import { ok } from './result.ts';
import { goesToViews } from './route.ts';
import * as story from './testing/story.ts';
import { minute, order, second } from './testing/story.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

const other = 'ord_other' as OrderId;
/** Another order beside the standard one. */
const placeOther = async () => {
  const placed = story.placed();
  if (placed.event.type !== 'OrderPlaced') throw new Error('not placed');
  const data = { ...placed.event.data, order: other, quote: 'quo_other' as QuoteId };
  const event = { type: 'OrderPlaced', data } as const;
  const because = { actor: { role: 'system', id: 'story' }, causation: 'cmd_other' } as const;
  await handle(world.tools, because, async () =>
    ok({ append: [{ stream: orderStream(other), order: other, events: [event] }], value: undefined }),
  );
};
/** A messenger with a bug in it for one order. */
const poisonedFor = (of: OrderId): Messenger => ({
  ...world.messenger,
  send: (message) => (message.text.includes(of) ? Promise.reject(new Error('cannot draw this')) : world.messenger.send(message)),
});
const told = (drained: readonly Drained[]) => drained.map(({ event, outcome }) => `${event.type} ${outcome}`);
const pass = (consumer: string, limit = 100, tools = world.tools) => drain([consumer], limit, tools);

describe('one pass', () => {
  test('is empty when nothing is due', async () => {
    expect(await pass('kitchen')).toEqual([]);
    await world.tell(...story.stages.placed);
    expect(await pass('ordering.expire')).toEqual([]);
  });

  test('handles the events of an order one after the other, in the order in which they happened', async () => {
    await world.tell(...story.stages.accepted, story.cooking());
    expect(told(await pass('notify.customer'))).toEqual(['OrderPlaced done', 'OrderAccepted done', 'CookStarted done']);
    expect(world.messenger.told()).toEqual(['customer order-placed', 'customer order-accepted', 'customer cook-started']);
  });

  test('says whose doing it is: the daemon by name, because of the event, in the trace of the command', async () => {
    const [, , , placed] = await world.tell(...story.stages.placed);
    await pass('kitchen');
    const [opened] = await world.store.load('ticket/ord_standard' as Recorded['stream']);
    expect(opened).toMatchObject({ type: 'TicketOpened', actor: { role: 'system', id: 'daemon' }, causation: placed?.id });
  });

  test('does its work and takes the event off in one commit: running it again does nothing', async () => {
    await world.tell(...story.stages.placed);
    expect(told(await pass('kitchen'))).toEqual(['OrderPlaced done']);
    expect(await pass('kitchen')).toEqual([]);
    expect((await world.types(order)).filter((type) => type === 'TicketOpened')).toHaveLength(1);
  });
});

describe('a failing event', () => {
  test('gives back those behind it in the commit of its own, and they come again in order', async () => {
    await world.tell(...story.stages.accepted, story.cooking());
    const settled: string[][] = [];
    const store: Store = {
      ...world.store,
      commit: (commit) => {
        settled.push(commit.settle.map(({ outcome }) => outcome.kind));
        return world.store.commit(commit);
      },
    };
    const waits = await pass('notify.customer', 100, { ...world.tools, store, messenger: poisonedFor(order) });
    expect(told(waits)).toEqual(['OrderPlaced again', 'OrderAccepted release', 'CookStarted release']);
    expect(settled).toEqual([['again', 'release', 'release']]);
    world.env.tick(minute);
    expect(told(await pass('notify.customer'))).toEqual(['OrderPlaced done', 'OrderAccepted done', 'CookStarted done']);
  });

  test('is tried again ever later, then parked with the later ones of its order, while other orders flow', async () => {
    await world.tell(...story.stages.accepted);
    await placeOther();
    const tools = { ...world.tools, messenger: poisonedFor(order) };
    const waited: number[] = [];
    let drained: readonly Drained[] = [];
    for (let attempt = 1; attempt <= world.settings.parkAfter; attempt++) {
      drained = await pass('notify.customer', 100, tools);
      const next = await world.store.nextDueAt(['notify.customer']);
      if (next !== undefined) {
        waited.push((next - world.env.now()) / second);
        world.env.moveTo(next);
      }
    }
    expect(waited).toEqual([0.5, 1, 2, 4, 8, 16, 32]);
    expect(told(drained)).toEqual(['OrderPlaced park', 'OrderAccepted release']);
    expect(drained[0]?.error).toBe('cannot draw this');
    expect(world.messenger.sent.map(({ id }) => id)).toEqual(['order/ord_other@1:customer:order-placed']);
    expect((await world.store.parked(10)).map(({ event, error }) => [event.type, error])).toEqual([['OrderPlaced', 'cannot draw this']]);
    world.env.tick(60 * minute);
    expect(await pass('notify.customer', 100, tools)).toEqual([]);
  });

  test('is not parked at its first failure, however often it had to wait before', async () => {
    await world.tell(story.quoted(), story.requested(), story.doubted());
    world.gateway.always('lookUp', { kind: 'uncertain', cause: 'network' });
    await world.live(5 * minute, 'payment.settle');
    world.gateway.meanwhile('lookUp', () => Promise.reject(new Error('a bug in the adapter, once')));
    await world.live(10 * minute, 'payment.settle');
    expect(await world.store.parked(10)).toEqual([]);
  });

  test('is parked by its failures alone: waits between them neither count nor excuse them', async () => {
    await world.tell(story.quoted(), story.requested(), story.doubted());
    world.gateway.always('lookUp', { kind: 'uncertain', cause: 'network' });
    const came: string[] = [];
    for (let look = 1; came.at(-1) !== 'park' && look < 100; look++) {
      // Every second look throws.
      if (look % 2 === 0) world.gateway.meanwhile('lookUp', () => Promise.reject(new Error('a bug in the adapter')));
      world.env.moveTo((await world.store.nextDueAt(['payment.settle'])) ?? world.env.now());
      came.push(...(await pass('payment.settle')).map(({ outcome, error }) => (error === 'a bug in the adapter' ? outcome : 'waits')));
    }
    expect(came.filter((one) => one !== 'waits')).toEqual([...Array.from({ length: world.settings.parkAfter - 1 }, () => 'again'), 'park']);
    expect(came.filter((one) => one === 'waits')).toHaveLength(world.settings.parkAfter);
    expect(await world.store.parked(10)).toMatchObject([{ attempt: 2 * world.settings.parkAfter, error: 'a bug in the adapter' }]);
  });

  test('that was redriven may fail as often again before it is parked', async () => {
    const tools = { ...world.tools, messenger: poisonedFor(order) };
    await world.tell(...story.stages.placed);
    const untilParked = async () => {
      for (let failures = 1; failures < 100; failures++) {
        const [drained] = await pass('notify.customer', 100, tools);
        if (drained?.outcome === 'park') return failures;
        world.env.moveTo((await world.store.nextDueAt(['notify.customer'])) ?? world.env.now());
      }
      return 'never';
    };
    expect(await untilParked()).toBe(world.settings.parkAfter);
    await world.store.redrive(order, world.env.now());
    expect(await untilParked()).toBe(world.settings.parkAfter);
  });

  test('that was redriven runs again, and those behind it follow', async () => {
    const cured = await createWorld(world.store, { parkAfter: 1 });
    await world.tell(...story.stages.accepted);
    await pass('notify.customer', 100, { ...cured.tools, messenger: poisonedFor(order) });
    expect(await world.store.redrive(order, world.env.now())).toBe(1);
    expect(told(await pass('notify.customer'))).toEqual(['OrderPlaced done', 'OrderAccepted done']);
  });

  test('of one consumer holds up no other', async () => {
    await world.tell(...story.stages.placed);
    await pass('notify.customer', 100, { ...world.tools, messenger: poisonedFor(order) });
    expect(told(await pass('kitchen'))).toEqual(['OrderPlaced done']);
  });

  test('is nobody’s fault when the store itself is the trouble: it ends the pass', async () => {
    await world.tell(...story.stages.placed);
    const busy = Object.assign(new Error('locked'), { name: 'DatabaseBusy' });
    const tools = { ...world.tools, messenger: { ...world.messenger, send: () => Promise.reject(busy) } };
    await expect(pass('notify.customer', 100, tools)).rejects.toBe(busy);
    expect(await world.store.parked(10)).toEqual([]);
  });
});

describe('an event whose time has not come', () => {
  test('keeps the later ones of its order waiting, untouched', async () => {
    world.messenger.say({ kind: 'failed', cause: 'no network' });
    await world.tell(...story.stages.accepted);
    expect(told(await pass('notify.customer'))).toEqual(['OrderPlaced again', 'OrderAccepted release']);
    const waiting = await world.store.waiting('notify.customer', [order]);
    expect(waiting.map(({ event, attempt }) => [event.type, attempt])).toEqual([
      ['OrderPlaced', 1],
      ['OrderAccepted', 0],
    ]);
  });

  test('a reminder comes back for the next one, and stops at the deadline', async () => {
    await world.tell(...story.stages.awaiting);
    await world.live(20 * minute, 'kitchen.remind');
    const reminders = (await world.events(order)).filter(({ type }) => type === 'AcceptanceReminded');
    expect(reminders.map(({ at }) => (at - story.noon) / minute)).toEqual([1, 3, 6]);
    expect(await world.store.nextDueAt(['kitchen.remind'])).toBeUndefined();
  });
});

describe('two daemons', () => {
  test('never work on the same event at the same time', async () => {
    await world.tell(...story.stages.accepted);
    await placeOther();
    const [one, two] = await Promise.all([pass('notify.customer', 1), pass('notify.customer', 1)]);
    expect([...told(one), ...told(two)]).toEqual(['OrderPlaced done', 'OrderPlaced done']);
    expect(new Set(world.messenger.sent.map(({ id }) => id)).size).toBe(2);
  });

  test('one that was away too long writes nothing: the other has taken over', async () => {
    await world.tell(...story.stages.placed);
    const slow: Messenger = {
      ...world.messenger,
      send: async (message) => {
        world.env.tick(world.settings.leaseMs);
        await pass('notify.customer');
        return world.messenger.send(message);
      },
    };
    expect(told(await pass('notify.customer', 100, { ...world.tools, messenger: slow }))).toEqual(['OrderPlaced lease-lost']);
    expect((await world.types(order)).filter((type) => type === 'MessageSent')).toHaveLength(1);
    // The channel sees one id twice, and can tell.
    expect(new Set(world.messenger.sent.map(({ id }) => id)).size).toBe(1);
  });

  test('one that dies leaves its events to the other, once its lease is over', async () => {
    await world.tell(...story.stages.placed);
    const leaseUntil = story.after(world.settings.leaseMs);
    await world.store.claim({ consumers: ['kitchen'], now: world.env.now(), leaseUntil, limit: 10 });
    expect(await pass('kitchen')).toEqual([]);
    world.env.moveTo(leaseUntil);
    expect(told(await pass('kitchen'))).toEqual(['OrderPlaced done']);
  });
});

test('in whatever order and however often consumers run, the order ends the same', async () => {
  const ends = [];
  for (const names of [
    ['kitchen', 'delivery', 'payment', 'payment.refund', 'notify', 'views'],
    ['views', 'notify', 'payment', 'delivery', 'kitchen'],
    ['payment', 'views', 'payment', 'kitchen', 'delivery', 'views', 'notify', 'payment', 'kitchen'],
  ]) {
    const one = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
    await one.tell(...story.stages.claimed, story.canceled('shop', 'SHOP_ISSUE'));
    one.gateway.charge(story.chargeKey, story.quote.total);
    for (const name of names) await one.drainNow(name);
    await one.drainNow();
    const { updatedAt: _updatedAt, ...view } = (await one.store.order(order)) ?? { updatedAt: 0 };
    const streams = [orderStream(order), paymentStream(story.payment), quoteStream(story.quote.quote)];
    const types = await Promise.all(streams.map(async (stream) => (await one.store.load(stream)).map(({ type }) => type)));
    ends.push({ view, types, kept: one.gateway.kept(), messages: [...one.messenger.told()].sort() });
    expect((await one.store.rebuild('verify')).differences).toEqual([]);
  }
  expect(ends[1]).toEqual(ends[0]);
  expect(ends[2]).toEqual(ends[0]);
  expect(ends[0]?.kept).toBe(0);
});
