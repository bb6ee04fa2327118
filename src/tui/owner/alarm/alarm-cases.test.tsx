import { describe, expect, test, vi } from 'vitest';
import type { ItemId, OrderId } from '../../../core/kinds.ts';
import { goesToViews } from '../../../core/route.ts';
import { is } from '../../../core/testing/is.ts';
import { inPrintRoom, openPrintRoom, printerIsOff } from '../../../core/testing/print-room.ts';
import { hour, minute, second, shop } from '../../../core/testing/story.ts';
import { fastRider, mina, owner } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type Floor, openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { place } from '../../testing/placed.ts';
import { shortNumber } from '../short-number.ts';

// What must not be missed, case by case: docs/kitchen-display.md names for each of them the test that shows it.

const floor = (settings = {}) => openFloor(createMemoryStore({ routesToViews: goesToViews }), settings);
const kitchenOf = ({ world }: Floor) => world.as(owner);

const accepted = async (house: Floor): Promise<OrderId> => {
  const order = await place(house.world);
  is(await kitchenOf(house).accept(order, 20));
  return order;
};
const cooking = async (house: Floor) => {
  const order = await accepted(house);
  is(await kitchenOf(house).cook(order));
  return order;
};
const cooked = async (house: Floor) => {
  const order = await cooking(house);
  is(await kitchenOf(house).finish(order));
  await house.world.drainNow();
  return order;
};
const claimed = async (house: Floor) => {
  const order = await cooked(house);
  is(await house.world.as(fastRider).claim(order));
  return order;
};
const cancelByShop = async (house: Floor, order: OrderId) => is(await kitchenOf(house).cancelByShop(order, 'SHOP_ISSUE'));

describe('a cancellation', () => {
  test('of an order that still waits for an answer rings no more and stands nowhere: nothing was begun', async () => {
    const house = await floor({ kitchenRingMs: 5 });
    const order = await place(house.world);
    const desk = await openOwnerDesk(house, { lang: 'en' });
    await vi.waitFor(() => expect(desk.rung().length).toBeGreaterThan(2));
    is(await house.world.as(mina).cancelOrder(order, 'CHANGED_MIND'));
    await house.world.drainNow();
    await desk.settle();
    expect(desk.screen()).not.toContain('STOP COOKING');
    expect(desk.lines()[0]).toContain('0 in the kitchen');
    expect(desk.title()).toBe('');
  });

  test.each([
    ['accepted', accepted, 'Not cooking yet. Do not start it.', '아직 조리 전이에요. 시작하지 마세요.'],
    ['cooking', cooking, 'It is being cooked. Stop now.', '조리하던 주문이에요. 지금 멈추세요.'],
    ['ready', cooked, 'It is cooked already. Do not hand it over.', '이미 조리를 마친 주문이에요. 내보내지 마세요.'],
    ['claimed by a rider', claimed, 'It is cooked already. Do not hand it over.', '이미 조리를 마친 주문이에요. 내보내지 마세요.'],
  ] as const)('of an order that is %s says what is to be done', async (_at, stage, en, ko) => {
    const house = await floor();
    const order = await stage(house);
    const [desk, other] = [
      await openOwnerDesk(house, { lang: 'en' }),
      await openOwnerDesk(house, { lang: 'ko', screen: 'stove', columns: 120, rows: 40 }),
    ];
    await cancelByShop(house, order);
    await desk.settle();
    await other.settle();
    expect(desk.screen()).toContain(`STOP COOKING ${shortNumber(order)}`);
    expect(desk.screen()).toContain(en);
    expect(other.screen()).toContain(ko);
    expect([desk.lines().length, other.lines().length]).toEqual([24, 40]);
    expect(desk.rung().length).toBeGreaterThan(0);
  });

  test.each([
    ['ko', 60, 20, '외 6'],
    ['en', 60, 20, '+6'],
    ['en', 120, 40, '+5'],
  ] as const)(
    'of a large order crosses its dishes out, says how many more there are, and how to bump it (%s, %i×%i)',
    async (lang, columns, rows, more) => {
      const house = await floor();
      const stew = { item: 'kimchi-jjigae' as ItemId, quantity: 1, choices: [] };
      const cart = { shop, lines: Array.from({ length: 12 }, () => stew) };
      const contact = { lang: 'ko', address: '서울 마포구 양화로 1' } as const;
      const { view } = is(await house.world.as(mina).placeOrder({ of: { cart }, contact, method: 'card-ok' }));
      await house.world.drainNow();
      is(await kitchenOf(house).accept(view.order, 20));
      const desk = await openOwnerDesk(house, { lang, columns, rows });
      await cancelByShop(house, view.order);
      await desk.settle();
      expect(desk.screen()).toContain('✗ ×1 김치찌개');
      expect(desk.screen()).toContain(more);
      expect(desk.screen()).toContain(`b / Enter ${lang === 'ko' ? '봤어요' : 'seen'}`);
      expect(desk.lines()).toHaveLength(rows);
    },
  );

  test('with the rider on the road is refused: the alarm for that food is the failed delivery', async () => {
    const house = await floor();
    const order = await claimed(house);
    is(await house.world.as(fastRider).pick(order));
    const desk = await openOwnerDesk(house, { lang: 'en' });
    expect(await kitchenOf(house).cancelByShop(order, 'SHOP_ISSUE')).toMatchObject({ ok: false });
    await desk.settle();
    expect(desk.screen()).not.toContain('STOP COOKING');
  });

  test('stands there before a daemon has heard of it, and after the daemon came back', async () => {
    const house = await floor();
    const order = await cooking(house);
    const desk = await openOwnerDesk(house, { lang: 'en', daemon: { at: 'away' } });
    await cancelByShop(house, order);
    await desk.settle();
    expect(desk.screen()).toContain('STOP COOKING');
    expect(await house.world.types(order)).not.toContain('TicketCanceled');
    await desk.unmount();
    await house.world.live(hour);
    const again = await openOwnerDesk(house, { lang: 'en' });
    expect(again.screen()).toContain(`STOP COOKING ${shortNumber(order)}`);
    house.world.env.tick(second);
    await again.press('b');
    await house.world.live(hour);
    await again.settle();
    expect(again.screen()).not.toContain('STOP COOKING');
  });
});

describe('an alarm comes through', () => {
  test.each([
    ['the menu', ['m']],
    ['the shop', ['p']],
    ['the day', ['v']],
    ['one ticket', ['2', 'f']],
    ['the help', ['?']],
    ['a sheet', ['2', 'd']],
    ['the question before leaving', ['q']],
  ] as const)('over %s, which is there again once it is bumped away', async (_name, keys) => {
    const house = await floor();
    const order = await cooking(house);
    await accepted(house);
    const desk = await openOwnerDesk(house, { lang: 'en' });
    await desk.press(...keys);
    const before = desk.screen();
    expect(before).not.toContain('STOP COOKING');
    await cancelByShop(house, order);
    await desk.settle();
    expect(desk.screen()).toContain(`STOP COOKING ${shortNumber(order)}`);
    expect(desk.rung().at(-1)?.seen).toContain('STOP COOKING');
    // What was meant for the screen beneath does nothing.
    await desk.press('esc', 'x', '1');
    expect(desk.screen()).toContain('STOP COOKING');
    house.world.env.tick(second);
    await desk.press('b');
    expect(desk.screen()).not.toContain('STOP COOKING');
    // The money of the day has changed meanwhile, as it should.
    expect(desk.lines()[2]?.replace(/[\d,]/g, '')).toBe(before.split('\n')[2]?.replace(/[\d,]/g, ''));
  });

  test.each([
    ['the search on the board', ['/', 'z', 'z'], 'zz'],
    ['a new price', ['m', 'e', '1', '2', '0', '0', '0'], '12,000'],
    ['the name of a file', ['v', 's', 'x', 'y'], '.txtxy'],
  ] as const)('over %s, and what was typed is still there', async (_name, keys, typed) => {
    const house = await floor();
    const order = await cooking(house);
    const desk = await openOwnerDesk(house, { lang: 'en' });
    await desk.press(...keys);
    expect(desk.screen()).toContain(typed);
    await cancelByShop(house, order);
    await desk.settle();
    expect(desk.screen()).toContain('STOP COOKING');
    // Letters go neither into the field nor through it.
    await desk.press('w', '3');
    house.world.env.tick(second);
    await desk.press('b');
    expect(desk.screen()).not.toContain('STOP COOKING');
    expect(desk.screen()).toContain(typed);
    expect(desk.screen()).not.toContain(`${typed}w`);
  });

  test.each(['ko', 'en'] as const)('a window that is too small: it rings, is named, and cannot be bumped unseen (%s)', async (lang) => {
    const house = await floor();
    const order = await cooking(house);
    const desk = await openOwnerDesk(house, { lang, columns: 39, rows: 11 });
    await cancelByShop(house, order);
    await desk.settle();
    const said = lang === 'ko' ? '조리 중지' : 'STOP COOKING';
    expect(desk.rung().length).toBeGreaterThan(0);
    expect(desk.screen()).toContain(said);
    house.world.env.tick(minute);
    await desk.press('b', 'enter');
    expect(await house.world.types(order)).not.toContain('TicketBumped');
    await desk.resize({ columns: 80, rows: 24 });
    expect(desk.screen()).toContain(`${said} ${shortNumber(order)}`);
    await desk.press('b');
    expect(await house.world.types(order)).not.toContain('TicketBumped');
    house.world.env.tick(second);
    await desk.press('b');
    expect(await house.world.types(order)).toContain('TicketBumped');
  });

  test('of two kinds at once: both ring by name, both stand, the older one first', async () => {
    const house = await floor();
    const [gone, back] = [await cooking(house), await claimed(house)];
    is(await house.world.as(fastRider).pick(back));
    const desk = await openOwnerDesk(house, { lang: 'en' });
    await cancelByShop(house, gone);
    house.world.env.tick(second);
    is(await house.world.as(fastRider).fail(back, 'CUSTOMER_ABSENT'));
    await desk.settle();
    expect(desk.screen()).toContain('STOP COOKING · 1 more');
    expect(desk.title()).toContain('STOP COOKING · delivery failed');
    house.world.env.tick(second);
    await desk.press('b');
    expect(desk.screen()).toContain(`DELIVERY FAILED ${shortNumber(back)}`);
    house.world.env.tick(second);
    await desk.press('b');
    expect(desk.title()).toBe('');
  });

  test.each([
    ['the board', [], undefined],
    ['a sheet', ['r'], undefined],
    ['the board of a bump bar', [], new Map([['1', 'bump']] as const)],
  ] as const)('and of a key that is struck twice nothing reaches %s', async (_name, way, bumpBar) => {
    const house = await floor();
    const order = await cooking(house);
    const next = await place(house.world);
    const desk = await openOwnerDesk(house, { lang: 'en', ...(bumpBar && { bumpBar }) });
    await desk.press(...way);
    await cancelByShop(house, order);
    await desk.settle();
    house.world.env.tick(second);
    const key = bumpBar ? '1' : 'enter';
    await desk.press(key, key);
    await house.world.drainNow();
    expect(desk.screen()).not.toContain('STOP COOKING');
    expect((await house.world.types(next)).filter((type) => type === 'OrderAccepted' || type === 'TicketRejected')).toEqual([]);
    house.world.env.tick(second);
    await desk.press(key);
    await house.world.drainNow();
    if (way.length === 0) expect(await house.world.types(next)).toContain('OrderAccepted');
  });

  test('it cannot be bumped away while the board is cut off, and can again', async () => {
    const house = await floor();
    const order = await cooking(house);
    const desk = await openOwnerDesk(house, { lang: 'en' });
    await cancelByShop(house, order);
    await desk.settle();
    house.breakIt();
    house.world.env.tick(5 * second);
    await desk.settle();
    await desk.press('b');
    expect(desk.screen()).toContain('STOP COOKING');
    expect(desk.screen()).toContain('Disconnected: nothing can be changed now.');
    house.mend();
    await desk.settle();
    await desk.press('b');
    expect(desk.screen()).not.toContain('STOP COOKING');
  });
});

describe('what runs out', () => {
  test('the time to answer is counted down; when it is over the order leaves, and rings no more', async () => {
    const house = await floor();
    const order = await place(house.world);
    const desk = await openOwnerDesk(house, { lang: 'en' });
    expect(desk.screen()).toContain('8 min left');
    await house.world.live(7 * minute + 10 * second);
    await desk.press('down');
    expect(desk.screen()).toMatch(/50 s left|0:50/);
    expect(desk.screen()).toContain('1 min left');
    await house.world.live(2 * minute);
    await desk.settle();
    expect(await house.world.types(order)).toContain('AcceptanceExpired');
    expect(desk.lines()[0]).toContain('0 in the kitchen');
    expect(desk.title()).toBe('');
  });

  test('a promise that is over is told by sign, by how much, and in the header', async () => {
    const house = await floor();
    await accepted(house);
    house.world.env.tick(24 * minute);
    const desk = await openOwnerDesk(house, { lang: 'en' });
    await desk.press('2');
    expect(desk.screen()).toContain('+4m');
    expect(desk.screen()).toContain('⚠24m');
    expect(desk.lines()[0]).toContain('1 late');
    expect(desk.screen()).toContain('2 Accepted 1!');
  });

  test('a printer that is off is said on every screen, until it prints', async () => {
    const house = await floor();
    const room = await openPrintRoom(house.world, inPrintRoom);
    room.answers.push(printerIsOff);
    await accepted(house);
    await room.look();
    const desk = await openOwnerDesk(house, { lang: 'en' });
    for (const key of ['m', 'p', 'v', 'esc']) {
      expect(desk.screen()).toContain('Printer: the printer is off or not connected. 1 waiting for paper');
      await desk.press(key);
    }
    await room.lookFor(minute);
    await desk.settle();
    expect(desk.screen()).not.toContain('Printer:');
  });

  test.each([
    ['ko', 60, 20, '알레르기'],
    ['ko', 80, 24, '알레르기'],
    ['en', 80, 24, 'ALLERGY'],
    ['ko', 160, 50, '알레르기'],
    ['en', 160, 50, 'ALLERGY'],
  ] as const)('an allergy stands on the ticket, and alone with it (%s, %i×%i)', async (lang, columns, rows, said) => {
    const house = await floor();
    await place(house.world, { note: '땅콩 알레르기가 있어요' });
    const desk = await openOwnerDesk(house, { lang, columns, rows });
    expect(desk.screen()).toMatch(new RegExp(`⚠ ?${said}`));
    await desk.press('f');
    expect(desk.lines()[1]).toMatch(new RegExp(`⚠ ${said}`));
  });
});
