import { describe, expect, test } from 'vitest';
import type { OrderId } from '../../../core/kinds.ts';
import { formatWon } from '../../../core/money.ts';
import { goesToViews } from '../../../core/route.ts';
import { is } from '../../../core/testing/is.ts';
import { hour, minute, shop } from '../../../core/testing/story.ts';
import { fastRider, mina, owner } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type Floor, openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { ownerSizes } from '../../testing/owner-sizes.ts';
import { place } from '../../testing/placed.ts';

const deliver = async ({ world }: Floor, order: OrderId) => {
  const [kitchen, road] = [world.as(owner), world.as(fastRider)];
  is(await kitchen.accept(order, 20));
  is(await kitchen.cook(order));
  world.env.tick(8 * minute);
  is(await kitchen.finish(order));
  await world.drainNow();
  is(await road.claim(order));
  is(await road.pick(order));
  world.env.tick(12 * minute);
  is(await road.deliver(order));
  await world.drainNow();
};

/** Two hours of a Sunday: three brought to the door, one rejected, one canceled by the customer, one under way. */
const day = async (): Promise<Floor> => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  const { world } = house;
  await deliver(house, await place(world));
  await deliver(house, await place(world, { quantity: 3 }));
  is(await world.as(owner).reject(await place(world), 'TOO_BUSY'));
  world.env.tick(hour);
  await world.drainNow();
  await deliver(house, await place(world, { quantity: 2 }));
  is(await world.as(mina).cancelOrder(await place(world), 'CHANGED_MIND'));
  await place(world);
  await world.drainNow();
  return house;
};

describe.each(ownerSizes)('the day, %s at %i×%i', (lang, columns, rows) => {
  test('shows what was taken, kept and given back, by the hour and by the dish, and why orders fell', async () => {
    const house = await day();
    const desk = await openOwnerDesk(house, { lang, columns, rows });
    await desk.press('v');
    expect(desk.lines()).toHaveLength(rows);
    expect(desk.screen()).toMatchSnapshot();
  });
});

test('its numbers are those of `baedal sales`', async () => {
  const house = await day();
  const desk = await openOwnerDesk(house, { lang: 'en', columns: 160, rows: 50 });
  await desk.press('v');
  const ask = { shop, from: '2026-11-22', to: '2026-11-22' } as const;
  const { total, canceled } = is(await house.world.as(owner).salesOf({ ...ask, by: 'hour' }));
  expect(total).toMatchObject({ orders: 6, delivered: 3, underway: 1, canceled: 2 });
  for (const [name, value] of [
    ['revenue', formatWon(total.revenue, 'en')],
    ['taken', formatWon(total.taken, 'en')],
    ['refunds', formatWon(total.refunds, 'en')],
    ['delivered', '3'],
    ['canceled', '2'],
    ['cooked in', '8 min'],
    ['on the road', '12 min'],
  ] as const)
    expect(desk.screen()).toMatch(new RegExp(`${name} +${value}`));
  for (const { amount } of canceled) expect(desk.screen()).toContain(formatWon(amount, 'en'));
  const items = is(await house.world.as(owner).salesOf({ ...ask, by: 'item' }));
  expect(items.rows).toHaveLength(1);
  expect(desk.screen()).toMatch(/김치찌개 +2 canceled +×7 +₩63,000/);
});

test('a refund that is still to go back is told until it has', async () => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  const { world } = house;
  const order = await place(world);
  const desk = await openOwnerDesk(house, { lang: 'en', columns: 160, rows: 50 });
  await desk.press('v');
  expect(desk.screen()).toMatch(/still to go back +nothing/);
  is(await world.as(owner).reject(order, 'TOO_BUSY'));
  await desk.until(/still to go back +₩11,000/);
  await world.drainNow();
  await desk.until(/still to go back +nothing/);
});

test('left goes a day back, right comes again; the day after today has not come', async () => {
  const house = await day();
  const desk = await openOwnerDesk(house, { lang: 'en' });
  await desk.press('v', 'left');
  expect(desk.screen()).toContain('2026-11-21');
  expect(desk.screen()).toContain('There were no orders on this day.');
  await desk.press('right');
  expect(desk.screen()).toContain('today 2026-11-22');
  await desk.press('right');
  expect(desk.screen()).toContain('That day has not come yet.');
});

test("the day's close is saved as a page; where there is a file already, another name is asked", async () => {
  const house = await day();
  const pages = new Map<string, string>([['~/baedal-shop_hanki-2026-11-22.txt', 'of before']]);
  const desk = await openOwnerDesk(house, {
    saveText: async (file, text) => {
      if (pages.has(file)) return { ok: false, error: 'exists' };
      pages.set(file, text);
      return { ok: true, value: file };
    },
  });
  await desk.press('v', 's', 'enter');
  expect(desk.screen()).toContain('이미 있는 이름이에요.');
  await desk.press('ctrl-u', 'close.txt', 'enter');
  expect(desk.screen()).toContain('저장했어요: close.txt');
  expect(pages.get('~/baedal-shop_hanki-2026-11-22.txt')).toBe('of before');
  expect(pages.get('close.txt')).toMatchSnapshot();
});
