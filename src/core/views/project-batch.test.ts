import { beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../store/canonical.ts';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { drain } from '../drain.ts';
import { handle } from '../handle.ts';
import { type OrderId, orderStream } from '../kinds.ts';
import { ok } from '../result.ts';
import { goesToViews } from '../route.ts';
import * as story from '../testing/story.ts';
import { order, second } from '../testing/story.ts';
import { createWorld, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

const other = 'ord_other' as OrderId;
const placeAndCancelOther = async () => {
  const [placed, canceled] = [story.placed().event, story.canceled().event];
  if (placed.type !== 'OrderPlaced' || canceled.type !== 'OrderCanceled') throw new Error('another story');
  const events = [
    { ...placed, data: { ...placed.data, order: other } },
    { ...canceled, data: { ...canceled.data, order: other } },
  ];
  const because = { actor: { role: 'system', id: 'story' }, causation: 'cmd_other' } as const;
  await handle(world.tools, because, async () => ok({ append: [{ stream: orderStream(other), order: other, events }], value: undefined }));
};
const pass = (tools = world.tools) => drain(['views'], 100, tools);
/** A row that cannot be read. */
const broken = (of: OrderId) => ({
  ...world.tools,
  reads: { ...world.tools.reads, order: (id: OrderId) => (id === of ? Promise.reject(new Error('not JSON')) : world.store.order(id)) },
});

describe('the views', () => {
  test('take in all that waits in one write', async () => {
    await world.tell(...story.stages.completed);
    const before = world.store.revision();
    const drained = await pass();
    expect(drained.every(({ outcome }) => outcome === 'done')).toBe(true);
    expect(drained).toHaveLength(11);
    // One claim, one commit.
    expect(Number(world.store.revision()) - Number(before)).toBe(2);
    expect(await world.store.order(order)).toMatchObject({ ordering: 'completed', ticket: 'cooked', delivery: 'delivered' });
  });

  test('of an order and of its payments are what a rebuild makes of the events, byte for byte', async () => {
    await world.tell(...story.stages.awaiting, story.canceled(), story.refundAsked(), story.refundFailed());
    while ((await pass()).length > 0);
    const look = async () => canonicalJson([await world.store.order(order), await world.store.payment(story.payment)]);
    const kept = await look();
    expect((await world.store.rebuild('verify')).differences).toEqual([]);
    await world.store.rebuild('replace');
    expect(await look()).toBe(kept);
  });

  test('an event that cannot be folded holds up its own order only', async () => {
    await world.tell(...story.stages.awaiting);
    await placeAndCancelOther();
    const drained = await pass(broken(order));
    expect(drained.map(({ event, outcome, error }) => [event.order === other ? 'other' : 'broken', event.type, outcome, error])).toEqual([
      ['broken', 'PaymentApproved', 'again', 'not JSON'],
      ['broken', 'OrderPlaced', 'release', undefined],
      ['broken', 'TicketOpened', 'release', undefined],
      ['other', 'OrderPlaced', 'done', undefined],
      ['other', 'OrderCanceled', 'done', undefined],
    ]);
    expect(await world.store.order(other)).toMatchObject({ ordering: 'canceled' });
  });

  test('take it in when it is mended: nothing is lost', async () => {
    await world.tell(...story.stages.awaiting);
    await pass(broken(order));
    world.env.tick(second);
    await pass();
    expect(await world.store.order(order)).toMatchObject({ ticket: 'awaiting' });
  });

  test('park it after too many tries, and show it to the operator', async () => {
    await world.tell(...story.stages.awaiting);
    for (let attempt = 0; attempt < world.settings.parkAfter; attempt++) {
      await pass(broken(order));
      const next = await world.store.nextDueAt(['views']);
      if (next !== undefined) world.env.moveTo(next);
    }
    expect((await world.store.parked(10)).map(({ consumer, error }) => [consumer, error])).toEqual([['views', 'not JSON']]);
  });

  test('are left alone by a daemon whose lease was taken over', async () => {
    await world.tell(...story.stages.awaiting);
    const slow = {
      ...world.tools,
      reads: {
        ...world.tools.reads,
        order: async (id: OrderId) => {
          world.env.tick(world.settings.leaseMs);
          await pass();
          return world.store.order(id);
        },
      },
    };
    const drained = await pass(slow);
    expect(new Set(drained.map(({ outcome }) => outcome))).toEqual(new Set(['lease-lost']));
    expect((await world.store.rebuild('verify')).differences).toEqual([]);
  });

  test('trouble with the file itself is no event’s fault', async () => {
    await world.tell(...story.stages.awaiting);
    const busy = Object.assign(new Error('locked'), { name: 'DatabaseBusy' });
    const reads = { ...world.tools.reads, order: () => Promise.reject(busy) };
    await expect(pass({ ...world.tools, reads })).rejects.toBe(busy);
  });
});
