import { describe, expect, test } from 'vitest';
import { isSoldOut } from '../../core/catalog/shop.ts';
import { goesToViews } from '../../core/route.ts';
import { is } from '../../core/testing/is.ts';
import { inPrintRoom, openPrintRoom } from '../../core/testing/print-room.ts';
import { second, shop } from '../../core/testing/story.ts';
import { owner } from '../../core/testing/world.ts';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { type BumpBar, readBumpBar } from '../../words/bump-bar.ts';
import { openFloor, openOwnerDesk } from '../testing/owner-desk.tsx';
import { place } from '../testing/placed.ts';

const floor = () => openFloor(createMemoryStore({ routesToViews: goesToViews }));

const barOf = (text: string): BumpBar => {
  const bar = readBumpBar(text);
  if ('what' in bar) throw new Error(`${bar.what}: ${bar.pair}`);
  return bar;
};
/** Twenty keys that are no letters of ours, as such bars have them. */
const bar = barOf(
  '1=bump 2=recall 3=reject 4=accept 5=delay 6=print 7=up 8=down 9=left 0=right A=menu B=shop C=day D=back E=pause F=open G=close H=undo I=silence J=mark',
);

describe('a bump bar alone', () => {
  test('accepts, cooks, finishes and recalls', async () => {
    const house = await floor();
    const order = await place(house.world);
    const desk = await openOwnerDesk(house, { bumpBar: bar });
    await desk.press('1', '0', '1', '0', '1', '0', '2');
    expect(await house.world.types(order)).toEqual(
      expect.arrayContaining(['OrderAccepted', 'CookStarted', 'CookFinished', 'TicketRecalled']),
    );
  });

  test('opens the menu, marks a dish sold out, puts it back on sale, and comes back', async () => {
    const house = await floor();
    await place(house.world);
    const desk = await openOwnerDesk(house, { lang: 'en', bumpBar: bar });
    const stew = async () => is(await house.world.as(owner).findShop(shop)).menu[0]?.items[0] ?? expect.fail('no dish');
    await desk.press('A');
    expect(desk.lines()[0]).toContain('menu');
    await desk.press('1', '8', '7', '1');
    expect(isSoldOut(await stew(), house.world.env.now())).toBe(true);
    expect(desk.screen()).toContain('H takes it back');
    await desk.press('1');
    expect(isSoldOut(await stew(), house.world.env.now())).toBe(false);
    await desk.press('D');
    expect(desk.screen()).toContain('1 New 1');
  });

  test('leaves a sheet as it leaves a screen', async () => {
    const house = await floor();
    const order = await place(house.world);
    const desk = await openOwnerDesk(house, { lang: 'en', bumpBar: bar });
    await desk.press('3');
    expect(desk.screen()).toMatch(/1 reject +D /);
    await desk.press('D');
    expect(await house.world.types(order)).not.toContain('TicketRejected');
    expect(desk.screen()).not.toContain('1 reject  ');
    await desk.press('3', '8', '8', '1');
    await house.world.drainNow();
    expect(await house.world.types(order)).toContain('TicketRejected');
  });

  test('rejects for what ran out: one key ticks it, another says that it is all', async () => {
    const house = await floor();
    await place(house.world);
    const desk = await openOwnerDesk(house, { bumpBar: bar });
    await desk.press('3', '1', '1', '4');
    const soldOut = is(await house.world.as(owner).findShop(shop)).menu[0]?.items[0];
    expect(soldOut).toMatchObject({ id: 'kimchi-jjigae', soldOutUntil: expect.any(Number) });
  });

  test('pauses the shop and opens it again; looks at the day, prints it, and comes back', async () => {
    const house = await floor();
    const room = await openPrintRoom(house.world, inPrintRoom);
    await place(house.world);
    const desk = await openOwnerDesk(house, { lang: 'en', bumpBar: bar });
    const intake = async () => is(await house.world.as(owner).findShop(shop)).intake.state;
    await desk.press('B', 'E', '1');
    expect(await intake()).toBe('paused');
    expect(desk.screen()).toContain('F opens now');
    await desk.press('F');
    expect(await intake()).toBe('open');
    await desk.press('C', '6');
    await room.look();
    expect(room.pages).toEqual(['day 2026-11-22: 1']);
    await desk.press('9');
    expect(desk.lines()[1]).toContain('2026-11-21');
    await desk.press('D');
    expect(desk.screen()).toContain('1 New 1');
  });

  test('marks a dish of one ticket, and bumps an alarm away, which names its key', async () => {
    const house = await floor();
    const order = await place(house.world);
    const desk = await openOwnerDesk(house, { lang: 'en', bumpBar: new Map([...bar, ['K', 'focus']]) });
    await desk.press('1', '0', 'K', 'J');
    expect(desk.screen()).toContain('1 ✓ ×1 김치찌개');
    is(await house.world.as(owner).cancelByShop(order, 'SHOP_ISSUE'));
    await desk.settle();
    house.world.env.tick(second);
    expect(desk.screen()).toMatch(/1 \/ b \/ Enter seen/);
    await desk.press('1');
    expect(desk.screen()).not.toContain('STOP COOKING');
  });
});

test.each([
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['en', 120, 40],
] as const)('the footer and the help name the mapped keys, not the others (%s, %i×%i)', async (lang, columns, rows) => {
  const house = await floor();
  await place(house.world);
  const desk = await openOwnerDesk(house, { lang, columns, rows, bumpBar: bar });
  const footer = () => desk.lines().at(-1) ?? '';
  const [accept, reject, back] = lang === 'ko' ? ['접수(20분)', '거절', '뒤로'] : ['accept(20m)', 'reject', 'back'];
  expect(footer()).toContain(`1 ${accept}`);
  expect(footer()).toContain(`3 ${reject}`);
  expect(footer()).not.toContain('Space');
  await desk.press('?');
  expect(desk.screen()).toMatch(/1 Space Enter/);
  await desk.press('esc', 'A');
  expect(footer()).toContain(`1 ${lang === 'ko' ? '품절' : 'sold out'}`);
  await desk.press('B');
  expect(footer()).toContain(`E ${lang === 'ko' ? '잠시 멈추기' : 'pause'}`);
  expect(footer()).toContain(`G ${lang === 'ko' ? '일찍 닫기' : 'close early'}`);
  await desk.press('C');
  expect(footer()).toContain(`6 ${lang === 'ko' ? '출력' : 'print'}`);
  expect(footer()).toContain(`D ${back}`);
  expect(desk.lines()).toHaveLength(rows);
});
