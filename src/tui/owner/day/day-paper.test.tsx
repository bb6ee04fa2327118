import { expect, test } from 'vitest';
import { goesToViews } from '../../../core/route.ts';
import { is } from '../../../core/testing/is.ts';
import { inPrintRoom, openPrintRoom, printerIsOff } from '../../../core/testing/print-room.ts';
import { minute, shop } from '../../../core/testing/story.ts';
import { owner } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { place } from '../../testing/placed.ts';

const words = {
  ko: { key: 'P 출력', waits: '출력 대기', off: '프린터가 꺼져 있거나', printed: /출력함 \d\d:\d\d/, given: '출력 안 됨' },
  en: { key: 'P print', waits: 'waits for the printer', off: 'the printer is off', printed: /printed \d\d:\d\d/, given: 'never printed' },
} as const;

test.each([
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['en', 120, 40],
] as const)("the day's close is printed by P, and the screen says how it does (%s, %i×%i)", async (lang, columns, rows) => {
  const said = words[lang];
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  const room = await openPrintRoom(house.world, { ...inPrintRoom, lang });
  room.answers.push(printerIsOff);
  is(await house.world.as(owner).accept(await place(house.world), 20));
  await room.look();
  await room.lookFor(minute);
  room.answers.push(printerIsOff);
  const desk = await openOwnerDesk(house, { lang, columns, rows });
  await desk.press('v');
  expect(desk.lines().at(-1)).toContain(said.key);
  expect(desk.lines()[1]).not.toContain(said.waits);
  await desk.press('P');
  expect(desk.lines()[1]).toContain(said.waits);
  await room.look();
  await desk.settle();
  expect(desk.lines()[1]).toContain(said.off);
  expect(desk.lines()).toHaveLength(rows);
  await room.lookFor(minute);
  await desk.settle();
  expect(desk.lines()[1]).toMatch(said.printed);
  expect(room.pages.at(-1)).toBe('day 2026-11-22: 1');
  await desk.press('left');
  expect(desk.lines()[1]).not.toMatch(said.printed);
});

test('a close that never came out is said as such, and printed when it is asked for again', async () => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  const room = await openPrintRoom(house.world);
  room.answers.push(...Array.from({ length: 200 }, () => printerIsOff));
  await place(house.world);
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await desk.press('v', 'P');
  await room.lookFor(40 * minute);
  await desk.settle();
  expect(desk.lines()[1]).toContain(words.en.given);
  room.answers.length = 0;
  await desk.press('P');
  await room.look();
  await desk.settle();
  expect(desk.lines()[1]).toMatch(words.en.printed);
});

test('without a printer the key says how to have one', async () => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  await place(house.world);
  const desk = await openOwnerDesk(house);
  await desk.press('v', 'P');
  expect(desk.screen()).toContain('프린터가 없어요. 정하려면: baedal shop printer');
  expect(is(await house.world.as(owner).shopPrinting(shop)).waiting).toEqual([]);
});
