import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { printDocument, printerDocument } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { inPrintRoom, openAwaitingRoom, type PrintRoom, printerIsOff } from '../testing/print-room.ts';
import { minute, order, second, shop } from '../testing/story.ts';
import { mina, owner, type World } from '../testing/world.ts';

let world: World;
let room: PrintRoom;
beforeEach(async () => {
  ({ world, room } = await openAwaitingRoom(createMemoryStore({ routesToViews: goesToViews })));
});
const accept = () => world.as(owner).accept(order, 20);

describe('a shop with a printer', () => {
  test('has a ticket on paper for every order it accepts, once', async () => {
    await accept();
    await accept();
    await room.lookFor(minute);
    await room.lookFor(minute);
    expect(room.pages).toHaveLength(1);
    expect(room.pages[0]).toContain('[2 x] 김치찌개');
    expect(room.pages[0]).not.toContain('REPRINT');
    expect(await room.shown()).toMatchObject({ waiting: [], unprinted: [] });
  });

  test('that prints only what is asked for gets nothing by itself', async () => {
    await world.as(owner).setPrinter(shop, { ...inPrintRoom, prints: 'ask' });
    await accept();
    await room.look();
    expect(room.pages).toEqual([]);
    expect(await world.as(owner).printTicket(order)).toMatchObject({ ok: true });
    await room.look();
    expect(room.pages).toHaveLength(1);
    expect(room.pages[0]).not.toContain('REPRINT');
    await world.as(owner).printTicket(order);
    await room.look();
    expect(room.pages[1]).toContain('REPRINT');
  });

  test('accepts all the same while the printer is off, is told why nothing comes, and gets it when the printer is back', async () => {
    room.answers.push(printerIsOff, printerIsOff, { kind: 'failed', trouble: 'no-paper', mayBeOut: false });
    expect(await accept()).toMatchObject({ ok: true });
    await room.look();
    expect((await room.shown()).waiting).toMatchObject([{ order, attempts: 1, error: 'off', mayBeOut: false }]);
    await room.lookFor(8 * second);
    expect((await room.shown()).waiting).toMatchObject([{ attempts: 3, error: 'no-paper' }]);
    await room.lookFor(minute);
    expect(room.pages).toHaveLength(1);
    expect(room.pages[0]).not.toContain('MAY BE OUT');
  });

  test('gives a ticket up after half an hour, says so, and prints it when somebody asks', async () => {
    room.answers.push(...Array.from({ length: 200 }, () => printerIsOff));
    await accept();
    await room.lookFor(40 * minute);
    expect(await room.shown()).toMatchObject({ waiting: [], unprinted: [{ order, error: 'off' }] });
    expect(room.answers.length).toBeGreaterThan(100);
    room.answers.length = 0;
    await world.as(owner).printTicket(order);
    await room.look();
    expect(room.pages).toHaveLength(1);
    expect(room.pages[0]).not.toContain('REPRINT');
    expect(await room.shown()).toMatchObject({ waiting: [], unprinted: [] });
  });

  test('is not given a ticket of an order that fell before it came out', async () => {
    room.answers.push(printerIsOff);
    await accept();
    await room.look();
    await world.as(mina).cancelOrder(order, 'CHANGED_MIND');
    await room.lookFor(minute);
    expect(room.pages).toEqual([]);
    expect((await room.shown()).waiting).toEqual([]);
  });

  test('loses what waits when it has no printer any more', async () => {
    room.answers.push(printerIsOff);
    await accept();
    await room.look();
    await world.as(owner).setPrinter(shop, undefined);
    await room.lookFor(minute);
    expect(room.pages).toEqual([]);
    expect(await room.shown()).toMatchObject({ printer: undefined, waiting: [] });
    expect(await world.as(owner).printTicket(order)).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'printer' } });
  });
});

describe('a second paper', () => {
  test('is marked as a reprint', async () => {
    await accept();
    await room.look();
    await world.as(owner).printTicket(order);
    await room.look();
    expect(room.pages.map((page) => page.split('\n')[0])).toEqual(['한끼 김치찌개', '** REPRINT **']);
  });

  test('says that it may be the second when the printer broke off before', async () => {
    room.answers.push({ kind: 'failed', trouble: 'broken', mayBeOut: true });
    await accept();
    await room.lookFor(minute);
    expect(room.pages.map((page) => page.includes('MAY BE OUT ALREADY'))).toEqual([false, true]);
  });

  test('says so, too, when a daemon died while printing; and not before its lease is over', async () => {
    await accept();
    room.meanwhile(() => Promise.reject(new Error('killed')));
    await expect(room.look()).rejects.toThrow('killed');
    room.meanwhile(async () => undefined);
    const { tried, dueAt } = await room.look();
    expect([tried, dueAt]).toEqual([0, world.env.now() + world.settings.leaseMs]);
    await room.lookFor(minute);
    expect(room.pages).toHaveLength(1);
    expect(room.pages[0]).toContain('MAY BE OUT ALREADY');
  });

  test('comes out when it was asked for while the first was printing', async () => {
    await accept();
    let asked = false;
    room.meanwhile(async () => {
      if (!asked) await world.as(owner).printTicket(order);
      asked = true;
    });
    await room.lookFor(minute);
    expect(room.pages.map((page) => page.includes('MAY BE OUT ALREADY'))).toEqual([false, true]);
  });
});

test('of two daemons one prints', async () => {
  await accept();
  await Promise.all([room.look(), room.look()]);
  await room.lookFor(minute);
  expect(room.pages).toHaveLength(1);
});

test('a shop without a printer writes nothing about paper', async () => {
  await world.as(owner).setPrinter(shop, undefined);
  await accept();
  expect(await world.store.document(printerDocument(shop))).toBeUndefined();
  expect(await world.store.document(printDocument(shop, order))).toBeUndefined();
  expect(await room.look()).toEqual({ tried: 0, dueAt: undefined });
});
