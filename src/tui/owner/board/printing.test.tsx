import { expect, test } from 'vitest';
import type { Printed } from '../../../core/kitchen/printer.ts';
import { goesToViews } from '../../../core/route.ts';
import { shop } from '../../../core/testing/story.ts';
import { owner } from '../../../core/testing/world.ts';
import { printDue } from '../../../core/use-cases/print-due.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { dayClose } from '../../../words/day-close.ts';
import { openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { place } from '../../testing/placed.ts';

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
