import { expect, test } from 'vitest';
import { goesToViews } from '../../core/route.ts';
import { is } from '../../core/testing/is.ts';
import { inPrintRoom, openPrintRoom } from '../../core/testing/print-room.ts';
import { second } from '../../core/testing/story.ts';
import { owner } from '../../core/testing/world.ts';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { openFloor, openOwnerDesk } from '../testing/owner-desk.tsx';
import { place } from '../testing/placed.ts';

const why = {
  ko: '연결이 끊겨서 지금은 바꿀 수 없어요.',
  en: 'Disconnected: nothing can be changed now.',
} as const;

/** Where, how one gets there, and every key there that would change something. */
const places = [
  ['the board', [], ['space', 'a', 'A', 'r', 'R', 'd', 'u', 'P']],
  ['one ticket', ['2', 'f'], ['space', '1', 'x', 'd', 'u', 'P']],
  ['the menu', ['m'], ['x', 'e', 'u']],
  ['the shop', ['p'], ['o', 's', 'x']],
  ['the day', ['v'], ['P', 's']],
] as const;

test.each(
  places.flatMap(([name, way, keys]) => [
    { name, way, keys, lang: 'ko' as const, columns: 80, rows: 24 },
    { name, way, keys, lang: 'en' as const, columns: 120, rows: 40 },
  ]),
)(
  'cut off from the database, $name says so and lets nothing be changed; then it goes on ($lang)',
  async ({ way, keys, lang, columns, rows }) => {
    const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
    await openPrintRoom(house.world, inPrintRoom);
    is(await house.world.as(owner).accept(await place(house.world), 20));
    await place(house.world);
    const saved: string[] = [];
    const desk = await openOwnerDesk(house, {
      ...{ lang, columns, rows },
      saveText: async (file) => {
        saved.push(file);
        return { ok: true, value: file };
      },
    });
    await desk.press(...way);
    house.world.env.tick(12 * second);
    house.breakIt();
    await desk.settle();
    expect(desk.lines()[0]).toContain(lang === 'ko' ? '연결 끊김 · 12초 전 자료' : 'disconnected · as of 12s ago');
    const before = desk.lines().slice(1, -2);
    for (const key of keys) {
      await desk.press(key);
      expect(desk.lines().at(-2)).toContain(why[lang]);
      // No sheet has opened either.
      expect(desk.lines().slice(1, -2)).toEqual(before);
    }
    house.mend();
    await desk.settle();
    expect(saved).toEqual([]);
    expect(desk.lines()[0]).not.toContain(lang === 'ko' ? '끊김' : 'disconnected');
    await desk.press('pagedown');
    expect(desk.screen()).not.toContain(why[lang]);
  },
);

test('the header counts on while the day goes on', async () => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  await place(house.world);
  const desk = await openOwnerDesk(house, { lang: 'en', columns: 120, rows: 40 });
  expect(desk.lines()[0]).toContain('today 1 · ₩11,000 · 1 in the kitchen');
  const dropped = await place(house.world, { quantity: 2 });
  await desk.until(/today 2 · ₩31,000 · 2 in the kitchen/, 30_000);
  is(await house.world.as(owner).reject(dropped, 'TOO_BUSY'));
  await house.world.drainNow();
  await desk.until(/today 2 · ₩11,000 · 1 in the kitchen/, 30_000);
}, 90_000);
