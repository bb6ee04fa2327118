import { beforeEach, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { printDocument, unprintedDocument } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { is } from '../testing/is.ts';
import { inPrintRoom, openAwaitingRoom, type PrintRoom, printerIsOff } from '../testing/print-room.ts';
import { minute, order, shop } from '../testing/story.ts';
import { fastRider, mina, owner, type World } from '../testing/world.ts';

let world: World;
let room: PrintRoom;
beforeEach(async () => {
  ({ world, room } = await openAwaitingRoom(createMemoryStore({ routesToViews: goesToViews })));
});
const accept = async () => is(await world.as(owner).accept(order, 20));
const slips = () => room.pages.filter((page) => page.includes('CANCELED'));
/** The daemons do what there is to do, and print what there is to print. */
const settle = async () => {
  await world.drainNow();
  await room.lookFor(minute);
};

test('an order that falls after its ticket came out gets a slip, once', async () => {
  await accept();
  await settle();
  is(await world.as(mina).cancelOrder(order, 'CHANGED_MIND'));
  await settle();
  is(await world.as(mina).cancelOrder(order, 'CHANGED_MIND'));
  await settle();
  expect(room.pages).toHaveLength(2);
  expect(room.pages[1]).toMatch(/^\*\* CANCELED \*\*\nDO NOT COOK\n/);
  expect(room.pages[1]).toContain('Canceled by the customer');
});

test.each([
  ['cooking', 'STOP COOKING', false],
  ['cooked', 'DO NOT HAND OUT', true],
] as const)('one that falls while it is %s says what is to be done', async (_at, said, isCooked) => {
  await accept();
  await settle();
  is(await world.as(owner).cook(order));
  if (isCooked) is(await world.as(owner).finish(order));
  is(await world.as(owner).cancelByShop(order, 'SHOP_ISSUE'));
  await settle();
  expect(slips()).toHaveLength(1);
  expect(slips()[0]).toContain(said);
  expect(slips()[0]).toContain('Canceled by the shop');
});

test('a ticket that never came out needs no slip: it is let go', async () => {
  room.answers.push(printerIsOff);
  await accept();
  await room.look();
  is(await world.as(mina).cancelOrder(order, 'CHANGED_MIND'));
  await settle();
  expect(room.pages).toEqual([]);
  expect(await world.store.document(printDocument(shop, order))).toBeUndefined();
});

test('one that was given up is not asked for any more', async () => {
  room.answers.push(...Array.from({ length: 200 }, () => printerIsOff));
  await accept();
  await room.lookFor(40 * minute);
  room.answers.length = 0;
  expect(await world.store.document(unprintedDocument(shop, order))).toBeDefined();
  is(await world.as(owner).cancelByShop(order, 'SHOP_ISSUE'));
  await settle();
  expect(room.pages).toEqual([]);
  expect(await room.shown()).toMatchObject({ waiting: [], unprinted: [] });
});

test('one that may be out although the printer broke off gets its slip', async () => {
  room.answers.push({ kind: 'failed', trouble: 'broken', mayBeOut: true });
  await accept();
  await room.look();
  is(await world.as(mina).cancelOrder(order, 'CHANGED_MIND'));
  await settle();
  expect(room.pages).toHaveLength(2);
  expect(slips()).toHaveLength(1);
});

test('one that falls while it is printing gets its slip behind the ticket', async () => {
  await accept();
  room.meanwhile(async () => {
    room.meanwhile(async () => undefined);
    is(await world.as(mina).cancelOrder(order, 'CHANGED_MIND'));
    await world.drainNow();
  });
  await settle();
  // The commit that asks for the slip rings the daemons again.
  await settle();
  expect(room.pages.map((page) => page.includes('CANCELED'))).toEqual([false, true]);
});

test('a daemon that dies over the slip prints it again, marked', async () => {
  await accept();
  await settle();
  is(await world.as(mina).cancelOrder(order, 'CHANGED_MIND'));
  await world.drainNow();
  room.meanwhile(() => Promise.reject(new Error('killed')));
  await expect(room.look()).rejects.toThrow('killed');
  room.meanwhile(async () => undefined);
  await settle();
  expect(slips()).toHaveLength(1);
  expect(slips()[0]).toMatch(/^\*\* MAY BE OUT ALREADY \*\*\n\*\* CANCELED/);
});

test('what was never accepted has none', async () => {
  is(await world.as(mina).cancelOrder(order, 'CHANGED_MIND'));
  await settle();
  expect(room.pages).toEqual([]);
});

test('food that could not be delivered has none: there is nothing to stop', async () => {
  await accept();
  await settle();
  is(await world.as(owner).cook(order));
  is(await world.as(owner).finish(order));
  await world.drainNow();
  is(await world.as(fastRider).claim(order));
  is(await world.as(fastRider).pick(order));
  is(await world.as(fastRider).fail(order, 'CUSTOMER_ABSENT'));
  await settle();
  expect(room.pages).toHaveLength(1);
});

test('a shop that prints only what is asked for gets no slip by itself', async () => {
  is(await world.as(owner).setPrinter(shop, { ...inPrintRoom, prints: 'ask' }));
  await accept();
  is(await world.as(owner).printTicket(order));
  await settle();
  is(await world.as(mina).cancelOrder(order, 'CHANGED_MIND'));
  await settle();
  expect(room.pages).toHaveLength(1);
});
