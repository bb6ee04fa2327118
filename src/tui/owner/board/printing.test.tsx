import { expect, test } from 'vitest';
import type { Printed } from '../../../core/kitchen/printer.ts';
import { goesToViews } from '../../../core/route.ts';
import { is } from '../../../core/testing/is.ts';
import { inPrintRoom, openPrintRoom } from '../../../core/testing/print-room.ts';
import { shop } from '../../../core/testing/story.ts';
import { owner } from '../../../core/testing/world.ts';
import { printDue } from '../../../core/use-cases/print-due.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { dayClose } from '../../../words/day-close.ts';
import { openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { place } from '../../testing/placed.ts';
import { shortNumber } from '../short-number.ts';

test.each([
  ['ko', '프린터: 용지가 없어요. 출력 대기 1건'],
  ['en', 'Printer: there is no paper. 1 waiting for paper'],
] as const)('the board says in %s that no ticket comes out, and is silent once it did', async (lang, said) => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  const { world } = house;
  const address = { kind: 'tcp', host: 'printer', port: 9100 } as const;
  await world.as(owner).setPrinter(shop, { address, columns: 42, lang, prints: 'accept' });
  const order = await place(world);
  const desk = await openOwnerDesk(house, { lang });
  const printing = (printed: Printed) =>
    printDue({ ...world, reads: world.store, outbox: world.store, paper: { print: async () => printed }, dayOnPaper: dayClose });
  await world.as(owner).accept(order, 20);
  await desk.settle();
  expect(desk.screen()).not.toContain(said);
  await printing({ kind: 'failed', trouble: 'no-paper', mayBeOut: false });
  await desk.settle();
  expect(desk.screen()).toContain(said);
  world.env.tick(5000);
  await printing({ kind: 'printed' });
  await desk.settle();
  expect(desk.screen()).not.toContain(said);
});

const key = { ko: '출력', en: 'print' } as const;

test.each([
  ['ko', '출력을 다시 맡겼어요. 재출력이라고 찍혀요.', '접수한 주문만 출력할 수 있어요.'],
  ['en', 'waits for the printer, marked as a reprint.', 'Only an accepted ticket can be printed.'],
] as const)('P prints a ticket again, marked, and says so in %s', async (lang, said, notYet) => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  const { world } = house;
  const room = await openPrintRoom(world, { ...inPrintRoom, lang });
  const order = await place(world);
  const desk = await openOwnerDesk(house, { lang });
  await desk.press('P');
  expect(desk.screen()).toContain(notYet);
  await desk.press('a');
  await room.look();
  await desk.press('2', 'P');
  expect(desk.screen()).toContain(`${shortNumber(order)} ${said}`);
  await room.look();
  expect(room.pages).toHaveLength(2);
  expect(room.pages[1]).toContain(lang === 'ko' ? '** 재출력 **' : '** REPRINT **');
  await desk.press('f', 'P');
  await room.look();
  expect(room.pages).toHaveLength(3);
  await desk.press('?');
  expect(desk.screen()).toMatch(new RegExp(`P +${key[lang]}`));
});

test('without a printer P says how to have one', async () => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  is(await house.world.as(owner).accept(await place(house.world), 20));
  const desk = await openOwnerDesk(house);
  await desk.press('2', 'P');
  expect(desk.screen()).toContain('프린터가 없어요. 정하려면: baedal shop printer');
});
