import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../store/memory/memory-store.ts';
import { changeDocument } from './change-document.ts';
import * as command from './commands.ts';
import { gatherFacts } from './facts.ts';
import { handle, type Work } from './handle.ts';
import { type DocumentKey, orderStream, ticketStream } from './kinds.ts';
import type { Store } from './ports.ts';
import { ok } from './result.ts';
import { goesToViews } from './route.ts';
import * as story from './testing/story.ts';
import { minute, order } from './testing/story.ts';
import { createWorld, type World } from './testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});
const because = { actor: { role: 'owner', id: story.shop }, causation: 'cmd_1', trace: 'trace-1' } as const;
const cook = command.startCooking(order);
/** Lets another be faster, so many times. */
const outrun = (work: Work<void>, often: number, other: () => Promise<unknown>): Work<void> => {
  let left = often;
  return async (facts, now, settings) => {
    const decided = await work(facts, now, settings);
    if (left-- > 0) await other();
    return decided;
  };
};

describe('a command', () => {
  test('is written down with who, why and when', async () => {
    await world.tell(...story.stages.accepted);
    world.env.moveTo(story.after(2 * minute));
    expect(await handle(world.tools, because, cook)).toEqual({ ok: true, value: undefined });
    expect((await world.store.load(ticketStream(order))).at(-1)).toMatchObject({
      type: 'CookStarted',
      id: 'ticket/ord_standard@3',
      version: 3,
      at: story.after(2 * minute),
      order,
      ...because,
    });
  });

  test('decides again on what is new when another was faster', async () => {
    await world.tell(...story.stages.accepted);
    const delayed = outrun(cook, 1, () => world.tell(story.delayed(10)));
    expect(await handle(world.tools, because, delayed)).toMatchObject({ ok: true });
    expect((await world.store.load(ticketStream(order))).map(({ type }) => type)).toEqual([
      'TicketOpened',
      'OrderAccepted',
      'OrderDelayed',
      'CookStarted',
    ]);
  });

  test('is refused when the order fell while it was being decided, though on another stream', async () => {
    await world.tell(...story.stages.accepted);
    const canceled = outrun(cook, 1, () => world.tell(story.canceled()));
    expect(await handle(world.tools, because, canceled)).toMatchObject({ ok: false, error: { state: 'canceled' } });
    expect(await world.types(order)).not.toContain('CookStarted');
  });

  test('gives up politely when others are always faster', async () => {
    await world.tell(...story.stages.accepted);
    const always = outrun(cook, 1000, () => world.tell(story.delayed(1)));
    expect(await handle(world.tools, because, always)).toEqual({ ok: false, error: { code: 'BUSY' } });
  });

  test('that changes nothing writes nothing', async () => {
    await world.tell(...story.stages.cooking);
    const before = world.store.revision();
    expect(await handle(world.tools, because, cook)).toMatchObject({ ok: true });
    expect(world.store.revision()).toBe(before);
  });

  test('writes nothing when the lease that it rides on was taken over', async () => {
    await world.tell(...story.stages.placed);
    const claim = (at: number) =>
      world.store.claim({ consumers: ['kitchen'], now: story.after(at), leaseUntil: story.after(at + minute), limit: 1 });
    const [mine] = await claim(0);
    await claim(minute);
    if (!mine) throw new Error('nothing claimed');
    const settle = [{ delivery: mine, outcome: { kind: 'done' } as const }];
    expect(await handle(world.tools, because, command.openTicket(order), settle)).toBe('lease-lost');
    expect(await world.store.load(ticketStream(order))).toEqual([]);
  });

  test('that places an order shows it in the same commit', async () => {
    const placed = story.placed();
    const work: Work<void> = async () => ok({ append: [{ stream: orderStream(order), order, events: [placed.event] }], value: undefined });
    await handle(world.tools, because, work);
    expect(await world.store.order(order)).toMatchObject({ order, ordering: 'placed' });
  });
});

describe('a document', () => {
  const key = 'breaker/fake/approve' as DocumentKey;
  const count = (body: unknown): unknown => (typeof body === 'number' ? body + 1 : 1);

  test('changed by many at once keeps every change', async () => {
    const done = await Promise.all(Array.from({ length: 10 }, () => changeDocument(world.store, key, count)));
    expect(new Set(done)).toEqual(new Set(['changed']));
    expect((await world.store.document(key))?.body).toBe(10);
  });

  test('that stays as it is is not written', async () => {
    expect(await changeDocument(world.store, key, (body) => body)).toBe('same');
    expect(await world.store.document(key)).toBeUndefined();
  });

  test('that others always change first is left alone after a while', async () => {
    const busy = { document: world.store.document, commit: async () => 'conflict' as const };
    expect(await changeDocument({ ...world.store, ...busy }, key, count)).toBe('busy');
  });
});

describe('what was read before an effect outside', () => {
  /** As it stood when the gateway or the messenger was asked. */
  const readBefore = async () => {
    const before = gatherFacts(world.store);
    await before.ticket(order);
    await before.order(order);
    return before;
  };

  test('is not read again to record the effect', async () => {
    await world.tell(...story.stages.accepted);
    const before = await readBefore();
    const store: Store = { ...world.store, load: (stream) => Promise.reject(new Error(`${stream} is read again`)) };
    expect(await handle({ ...world.tools, store }, because, cook, [], before)).toMatchObject({ ok: true });
  });

  test('is not believed when it changed meanwhile', async () => {
    await world.tell(...story.stages.accepted);
    const before = await readBefore();
    await world.tell(story.canceled());
    expect(await handle(world.tools, because, cook, [], before)).toMatchObject({ ok: false, error: { state: 'canceled' } });
    expect(await world.types(order)).not.toContain('CookStarted');
  });

  test('refuses nothing that is allowed by now', async () => {
    await world.tell(...story.stages.awaiting);
    const before = await readBefore();
    await world.tell(story.accepted());
    expect(await handle(world.tools, because, cook, [], before)).toMatchObject({ ok: true });
  });
});
