import { describe, expect, test } from 'vitest';
import { goesToViews } from '../../../core/route.ts';
import { is } from '../../../core/testing/is.ts';
import { minute, shop } from '../../../core/testing/story.ts';
import { mina, owner } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type Floor, openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { place } from '../../testing/placed.ts';

const floor = () => openFloor(createMemoryStore({ routesToViews: goesToViews }));

/** One ticket of each kind, the oldest the farthest. */
const busyKitchen = async (): Promise<Floor> => {
  const house = await floor();
  const { world } = house;
  const kitchen = world.as(owner);
  const cooked = await place(world, { name: '홍길동', phone: '010-1234-5678' });
  is(await kitchen.accept(cooked, 20));
  is(await kitchen.cook(cooked));
  world.env.tick(9 * minute);
  is(await kitchen.finish(cooked));
  const cooking = await place(world, { note: '땅콩 알레르기가 있어요. 파는 빼 주세요', quantity: 2 });
  is(await kitchen.accept(cooking, 20));
  is(await kitchen.cook(cooking));
  world.env.tick(2 * minute);
  const accepted = await place(world, { note: '덜 맵게' });
  is(await kitchen.accept(accepted, 15));
  world.env.tick(4 * minute);
  await place(world, { quantity: 3, lineNotes: [{ line: 0, note: '따로 담아 주세요' }] });
  world.env.tick(minute);
  await world.drainNow();
  return house;
};

describe.each([
  ['ko', 60, 20],
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['ko', 160, 50],
  ['en', 160, 50],
] as const)('the board, %s at %i×%i', (lang, columns, rows) => {
  test('shows what is new, what cooks, what is ready, and what must not be overlooked', async () => {
    const desk = await openOwnerDesk(await busyKitchen(), { lang, columns, rows });
    expect(desk.lines()).toHaveLength(rows);
    expect(desk.screen()).toContain(lang === 'ko' ? '주방 4건' : '4 in the kitchen');
    if (columns !== 80) expect(desk.screen()).toContain(lang === 'ko' ? '⚠알레르기' : '⚠ALLERGY');
    expect(desk.screen()).toMatchSnapshot();
  });
});

test('the header counts the day, without the money of what was canceled, where it has room', async () => {
  const house = await busyKitchen();
  const dropped = await place(house.world);
  is(await house.world.as(mina).cancelOrder(dropped, 'CHANGED_MIND'));
  const [wide, narrow] = [await openOwnerDesk(house, { columns: 100 }), await openOwnerDesk(house, { columns: 99 })];
  expect(wide.lines()[0]).toContain('오늘 5건 · 71,000원 · 주방 4건');
  expect(narrow.lines()[0]).not.toContain('오늘');
  expect(narrow.lines()[0]).toContain('주방 4건');
});

test('an order is accepted, cooked and finished by three strokes of the space bar, one column after the other', async () => {
  const house = await floor();
  const order = await place(house.world);
  const desk = await openOwnerDesk(house);
  expect(desk.lines().at(-1)).toContain('Space 접수(20분)');
  await desk.press('space', '2', 'space', '3', 'space');
  expect(await house.world.types(order)).toEqual(expect.arrayContaining(['OrderAccepted', 'CookStarted', 'CookFinished']));
  await desk.press('4');
  expect(desk.screen()).toContain('라이더 차례');
});

test('A offers other minutes; a digit takes them, and the customer is told the same', async () => {
  const house = await floor();
  const order = await place(house.world);
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await desk.press('A');
  expect(desk.screen()).toMatch(/▌3 20 minutes +usual/);
  await desk.press('4');
  const view = is(await house.world.as(mina).orderStatus(order));
  expect(view.readyBy).toBe(house.world.env.now() + 30 * minute);
});

test('a reason is asked before an order is rejected, and Esc rejects nothing', async () => {
  const house = await floor();
  const order = await place(house.world);
  const desk = await openOwnerDesk(house);
  await desk.press('r', 'esc');
  expect(is(await house.world.as(mina).orderStatus(order)).ordering).toBe('placed');
  await desk.press('r', 'down', 'down', 'enter');
  await house.world.drainNow();
  expect(is(await house.world.as(mina).orderStatus(order)).ended).toMatchObject({ reason: 'TOO_BUSY', by: 'shop' });
});

test('rejecting for what ran out marks it sold out in the same breath', async () => {
  const house = await floor();
  await place(house.world);
  const desk = await openOwnerDesk(house);
  await desk.press('r', 'enter');
  expect(desk.screen()).toContain('무엇이 떨어졌나요?');
  // Whole, to the way out.
  expect(desk.screen()).toContain('Enter 거절하고 품절 표시   Space 고르기   Esc 그만두기');
  await desk.press('1', 'enter');
  const soldOut = is(await house.world.as(owner).findShop(shop)).menu[0]?.items[0];
  expect(soldOut).toMatchObject({ id: 'kimchi-jjigae', soldOutUntil: expect.any(Number) });
  expect(
    await house.world.as(mina).placeOrder({
      of: { cart: { shop, lines: [{ item: soldOut?.id ?? expect.fail('no dish'), quantity: 1, choices: [] }] } },
      contact: { lang: 'ko', address: '서울 마포구 양화로 1' },
      method: 'card-ok',
    }),
  ).toMatchObject({ ok: false, error: { code: 'AVAILABILITY_CHANGED' } });
});

test('what was finished by mistake comes back with u, or with R; after ten minutes it does not', async () => {
  const house = await floor();
  const { world } = house;
  const order = await place(world);
  const desk = await openOwnerDesk(house);
  await desk.press('space', '2', 'space', '3', 'space', 'u');
  expect(desk.screen()).toContain('다시 조리 중이에요');
  await desk.press('space', '4', 'R');
  expect((await world.types(order)).filter((type) => type === 'TicketRecalled')).toHaveLength(2);
  await desk.press('3', 'space', '4');
  world.env.tick(10 * minute + 1000);
  // Refused by the kitchen, as the screen was drawn while it was still time; then by the key, as it is drawn anew.
  await desk.press('R');
  expect(desk.screen()).toContain('기한이 지나서 할 수 없어요. (12:10:00까지)');
  await desk.press('f');
  expect(desk.screen()).not.toContain('기한이 지나서');
  await desk.press('R');
  expect(desk.screen()).toContain('기한이 지나서 할 수 없어요. (12:10:00까지)');
  expect((await world.types(order)).filter((type) => type === 'TicketRecalled')).toHaveLength(2);
});

test('what a customer was told is not unsaid: u says why', async () => {
  const house = await floor();
  await place(house.world);
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await desk.press('u');
  expect(desk.screen()).toContain('Nothing to undo');
  await desk.press('a', 'u');
  expect(desk.screen()).toContain('The customer was told, so it stays.');
  await desk.press('2', 'space', 'u');
  expect(desk.screen()).toContain('may not cancel once cooking began');
});

test('a delay tells the customer the new time', async () => {
  const house = await floor();
  const order = await place(house.world);
  const desk = await openOwnerDesk(house);
  await desk.press('a', '2');
  const before = is(await house.world.as(mina).orderStatus(order)).readyBy ?? 0;
  await desk.press('d', '2');
  expect(is(await house.world.as(mina).orderStatus(order)).readyBy).toBe(before + 10 * minute);
});

test('a key that cannot be used says why', async () => {
  const house = await floor();
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await desk.press('a');
  expect(desk.screen()).toContain('No ticket is selected.');
  await place(house.world);
  await desk.settle();
  await desk.press('R');
  expect(desk.screen()).toContain('Only a ticket that is ready can be recalled.');
  await desk.press('d');
  expect(desk.screen()).toContain('Only an accepted ticket');
});
