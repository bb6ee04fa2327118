import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { contactDocument, later, type OrderId } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { is } from '../testing/is.ts';
import * as story from '../testing/story.ts';
import { after, customer, type Fact, minute, order, shop } from '../testing/story.ts';
import { createWorld, fastRider, mina, owner, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

const board = async (limit = 300) => is(await world.as(owner).kitchenBoard(shop, limit));
/** The story as it went, and the daemons have seen it all. */
const told = async (...facts: readonly Fact[]) => {
  await world.tell(...facts);
  await world.drainNow('views');
};

describe('an order that falls after the kitchen took it on', () => {
  test('is an alarm that says since when, who, why, and what was being cooked', async () => {
    await told(...story.stages.accepted);
    await world.as(mina).cancelOrder(order, 'CHANGED_MIND');
    const { alarms, tickets } = await board();
    expect(tickets).toEqual([]);
    expect(alarms).toMatchObject([
      {
        view: { order, lines: [{ name: '김치찌개', quantity: 2 }] },
        alarm: { kind: 'stop-cooking', since: after(minute), by: 'customer', reason: 'CHANGED_MIND', stoppedAt: 'accepted' },
      },
    ]);
  });

  test('rings although no daemon runs, and says the same once one does', async () => {
    await told(...story.stages.cooking);
    await world.as(owner).cancelByShop(order, 'SHOP_ISSUE');
    const before = (await board()).alarms;
    expect(before).toMatchObject([{ alarm: { stoppedAt: 'cooking', by: 'shop' } }]);
    await world.drainNow();
    expect((await board()).alarms.map(({ alarm }) => alarm)).toEqual(before.map(({ alarm }) => alarm));
  });

  test('stays for hours until somebody bumps it, on one screen for all, and who did is on record', async () => {
    await told(...story.stages.cooking);
    await world.as(owner).cancelByShop(order, 'SHOP_ISSUE');
    await world.live(3 * story.hour);
    expect((await board()).alarms).toHaveLength(1);
    expect(await world.as(owner).bumpAlarm(order, 'counter\u001b[2J')).toMatchObject({ ok: true });
    expect(await world.as(owner).bumpAlarm(order)).toMatchObject({ ok: true });
    expect((await board()).alarms).toEqual([]);
    const bumps = (await world.events(order)).filter(({ type }) => type === 'TicketBumped');
    expect(bumps).toMatchObject([{ actor: owner, data: { alarm: 'stop-cooking', screen: 'counter\uFFFD[2J' } }]);
    await world.live(24 * story.hour);
    expect(await world.types(order)).not.toContain('AlarmLapsed');
  });

  test('that was bumped before its ticket heard of the end does not ring again when it does', async () => {
    await told(...story.stages.cooking);
    await world.as(owner).cancelByShop(order, 'SHOP_ISSUE');
    await world.as(owner).bumpAlarm(order);
    await world.live(13 * story.hour);
    expect((await board()).alarms).toEqual([]);
    expect(await world.types(order)).toEqual(expect.arrayContaining(['TicketBumped', 'TicketCanceled']));
    expect(await world.types(order)).not.toContain('AlarmLapsed');
  });

  test('and that nobody saw for twelve hours leaves the board, which is recorded and told', async () => {
    await told(...story.stages.cooking);
    await world.as(owner).cancelByShop(order, 'SHOP_ISSUE');
    await world.live(12 * story.hour - minute);
    expect((await board()).alarms).toHaveLength(1);
    await world.live(2 * minute);
    expect((await board()).alarms).toEqual([]);
    expect(world.messenger.told()).toContain('owner alarm-lapsed-owner');
  });

  test('before the kitchen took it on, it was never theirs: no alarm', async () => {
    await told(...story.stages.awaiting);
    await world.as(mina).cancelOrder(order, 'CHANGED_MIND');
    expect(await board()).toMatchObject({ tickets: [], alarms: [] });
    expect(await world.as(owner).bumpAlarm(order)).toMatchObject({ ok: true });
    await world.live(13 * story.hour);
    expect(await world.types(order)).not.toContain('AlarmLapsed');
  });

  test('an order that stands has no alarm to bump', async () => {
    await told(...story.stages.cooking);
    expect(await world.as(owner).bumpAlarm(order)).toMatchObject({
      error: { code: 'INVALID_TRANSITION', command: 'bump', state: 'cooking' },
    });
  });
});

test('food that did not arrive comes back to the board until it is seen', async () => {
  await told(...story.stages.delivering);
  expect((await board()).tickets).toEqual([]);
  await world.as(fastRider).fail(order, 'CUSTOMER_ABSENT');
  await world.drainNow();
  expect((await board()).alarms).toMatchObject([
    { alarm: { kind: 'delivery-failed', rider: story.rider, failure: 'CUSTOMER_ABSENT', stoppedAt: 'cooked' } },
  ]);
  await world.as(owner).bumpAlarm(order);
  expect((await board()).alarms).toEqual([]);
});

describe('a new order', () => {
  test('rings on every screen until one of them heard it', async () => {
    await told(...story.stages.awaiting);
    expect((await board()).tickets).toMatchObject([{ rings: true }]);
    await world.as(owner).acknowledge(shop, [order, 'ord_unknown' as OrderId]);
    expect((await board()).tickets).toMatchObject([{ rings: false, view: { ticket: 'awaiting' } }]);
  });

  test('does not ring any more once it is accepted', async () => {
    await told(...story.stages.awaiting);
    await world.as(owner).accept(order);
    expect((await board()).tickets).toMatchObject([{ rings: false, view: { ticket: 'accepted' } }]);
  });

  test('is acknowledged without an event, and what was heard is forgotten with the ticket', async () => {
    await told(...story.stages.awaiting);
    const before = (await world.events(order)).length;
    await world.as(owner).acknowledge(shop, [order]);
    expect(await world.events(order)).toHaveLength(before);
    await world.as(owner).reject(order, 'TOO_BUSY');
    const again = 'ord_another' as OrderId;
    await world.store.commit({
      ...{ relies: [], events: [], outbox: [], documents: [], settle: [] },
      rows: [
        { view: 'order', row: { ...is(await world.as(mina).orderStatus(order)), order: again, ordering: 'placed', ticket: 'awaiting' } },
      ],
    });
    await world.as(owner).acknowledge(shop, [again]);
    expect((await world.store.documents('kitchen/', 9)).map(({ body }) => body)).toEqual([{ heard: [again], done: {} }]);
  });
});

describe('the dishes of a ticket', () => {
  test('are marked one by one for all screens, and unmarked', async () => {
    await told(...story.stages.cooking);
    expect(await world.as(owner).markLine(order, 0, true)).toMatchObject({ ok: true, value: { done: [0] } });
    expect(await world.as(owner).markLine(order, 0, true)).toMatchObject({ value: { done: [0] } });
    expect((await board()).tickets).toMatchObject([{ done: [0] }]);
    expect(await world.as(owner).markLine(order, 0, false)).toMatchObject({ value: { done: [] } });
    expect((await board()).tickets).toMatchObject([{ done: [] }]);
  });

  test('that are not there, or not in the kitchen’s hands, are refused', async () => {
    await told(...story.stages.awaiting);
    expect(await world.as(owner).markLine(order, 0, true)).toMatchObject({ error: { code: 'INVALID_TRANSITION', command: 'mark' } });
    await told(...story.stages.accepted.slice(story.stages.awaiting.length));
    for (const line of [1, -1, 0.5]) expect(await world.as(owner).markLine(order, line, true)).toMatchObject({ error: { field: 'line' } });
  });

  test('two cooks marking at once lose neither mark', async () => {
    const [first, second] = [story.quote.lines[0], { ...story.quote.lines[0], name: '공기밥' }];
    const placed = story.placed();
    const both = { ...placed, event: { ...placed.event, data: { ...placed.event.data, lines: [first, second] } } } as Fact;
    await told(both, story.opened(), story.accepted(), story.cooking());
    await Promise.all([world.as(owner).markLine(order, 0, true), world.as(owner).markLine(order, 1, true)]);
    expect((await board()).tickets).toMatchObject([{ done: [0, 1] }]);
  });
});

describe('food that waits for a rider', () => {
  test('is late five minutes after it was cooked, whoever claimed it', async () => {
    await told(...story.stages.claimed);
    world.env.moveTo(after(20 * minute));
    expect((await board()).tickets).toMatchObject([{ dispatch: { state: 'claimed', cookedSince: after(15 * minute), isLate: false } }]);
    world.env.moveTo(later(after(20 * minute), 1));
    expect((await board()).tickets).toMatchObject([{ dispatch: { rider: story.rider, isLate: true } }]);
  });
});

test('a ticket brings the words of its customer along; an erased one goes without', async () => {
  await told(...story.stages.accepted);
  expect((await board()).tickets).toMatchObject([{ contact: { customer, address: '서울 마포구 양화로 1' } }]);
  await world.store.commit({
    ...{ relies: [], events: [], outbox: [], rows: [], settle: [] },
    documents: [{ key: contactDocument(order), remove: true }],
  });
  expect((await board()).tickets).toMatchObject([{ contact: undefined }]);
});

test('a board that was cut says so', async () => {
  await told(...story.stages.accepted);
  expect([(await board(1)).isCut, (await board(2)).isCut]).toEqual([true, false]);
});
