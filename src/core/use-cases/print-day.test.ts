import { beforeEach, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { goesToViews } from '../route.ts';
import { openAwaitingRoom, type PrintRoom, printerIsOff } from '../testing/print-room.ts';
import { minute, shop } from '../testing/story.ts';
import { operator, owner, type World } from '../testing/world.ts';

let world: World;
let room: PrintRoom;
beforeEach(async () => {
  ({ world, room } = await openAwaitingRoom(createMemoryStore({ routesToViews: goesToViews })));
});
const today = '2026-11-22';
const ask = (day = today) => world.as(owner).printDay(shop, day);

test("a day's close waits, comes out as it stands by then, and is known to be out", async () => {
  expect(await ask()).toMatchObject({ ok: true, value: { kind: 'day', day: today, isReprint: false } });
  expect(await room.shown()).toMatchObject({ waiting: [{ kind: 'day', day: today }], days: [] });
  await room.look();
  expect(room.pages).toEqual([`day ${today}: 1`]);
  expect(await room.shown()).toMatchObject({ waiting: [], days: [{ kind: 'day', day: today, at: world.env.now() }] });
});

test('asked for twice it waits once; asked for again it comes again, without calling itself a reprint', async () => {
  await ask();
  await ask();
  await room.lookFor(minute);
  expect(room.pages).toHaveLength(1);
  await ask();
  await room.lookFor(minute);
  expect(room.pages).toEqual([`day ${today}: 1`, `day ${today}: 1`]);
});

test('it is given up as tickets are, and comes when it is asked for again', async () => {
  room.answers.push(...Array.from({ length: 200 }, () => printerIsOff));
  await ask();
  await room.lookFor(40 * minute);
  expect(await room.shown()).toMatchObject({ waiting: [], unprinted: [{ kind: 'day', day: today, error: 'off' }] });
  room.answers.length = 0;
  await ask();
  await room.look();
  expect(room.pages).toEqual([`day ${today}: 1`]);
  expect(await room.shown()).toMatchObject({ unprinted: [] });
});

test('a day that is none, and a shop without a printer, are refused', async () => {
  expect(await ask('2026-02-30')).toMatchObject({ ok: false, error: { field: 'day' } });
  await world.as(owner).setPrinter(shop, undefined);
  expect(await ask()).toMatchObject({ ok: false, error: { field: 'printer' } });
  expect(await world.as(operator).printDay(shop, today)).toMatchObject({ ok: false, error: { field: 'printer' } });
});
