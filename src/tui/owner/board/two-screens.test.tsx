import { describe, expect, test } from 'vitest';
import { goesToViews } from '../../../core/route.ts';
import { is } from '../../../core/testing/is.ts';
import { mina, owner } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { place } from '../../testing/placed.ts';
import { shortNumber } from '../short-number.ts';

const floor = () => openFloor(createMemoryStore({ routesToViews: goesToViews }));

describe('two screens of one kitchen', () => {
  test('are in step: what one accepts stands under accepted on the other', async () => {
    const house = await floor();
    await place(house.world);
    const [left, right] = [await openOwnerDesk(house), await openOwnerDesk(house, { screen: 'stove', columns: 120, rows: 40 })];
    await left.press('space');
    await right.settle();
    expect(right.screen()).toContain('1 신규 0');
    expect(right.screen()).toContain('2 접수 1');
  });

  test('a ticket that the other one took leaves no other ticket under the key', async () => {
    const house = await floor();
    const [first, second, third] = [await place(house.world), await place(house.world), await place(house.world)];
    const [left, right] = [await openOwnerDesk(house), await openOwnerDesk(house, { screen: 'stove' })];
    await right.press('down');
    expect(right.screen()).toContain(`▌●${shortNumber(second)}`);
    await left.press('down', 'space');
    await right.settle();
    // Its place is kept, and says why.
    expect(right.screen()).toMatch(new RegExp(`▌ ${shortNumber(second)} .*다른 화면에서 처리했어요`));
    await right.press('space');
    expect(right.screen()).toContain('이 주문은 이미 다른 화면에서 처리했어요');
    for (const order of [first, third]) expect(await house.world.types(order)).not.toContain('OrderAccepted');
    await right.press('down');
    expect(right.screen()).not.toContain('다른 화면에서 처리했어요.*');
    await right.press('space');
    expect(await house.world.types(third)).toContain('OrderAccepted');
  });

  test('a ticket that was accepted here and cooked there keeps its place, too', async () => {
    const house = await floor();
    const [first, second] = [await place(house.world), await place(house.world)];
    const [left, right] = [await openOwnerDesk(house), await openOwnerDesk(house, { screen: 'stove' })];
    await left.press('space', 'space', '2');
    await right.press('2', 'space');
    await left.settle();
    expect(left.screen()).toMatch(new RegExp(`▌ ${shortNumber(first)} .*다른 화면에서 처리했어요`));
    await left.press('space');
    expect(await house.world.types(first)).toContain('CookStarted');
    expect(await house.world.types(second)).not.toContain('CookStarted');
  });

  test('a ticket that its customer took back keeps its place, and nobody says that another screen did it', async () => {
    const house = await floor();
    const [first, second] = [await place(house.world), await place(house.world)];
    const desk = await openOwnerDesk(house);
    is(await house.world.as(mina).cancelOrder(first, 'CHANGED_MIND'));
    await house.world.drainNow();
    await desk.settle();
    expect(desk.screen()).toMatch(new RegExp(`▌ ${shortNumber(first)} .*주방을 떠났어요`));
    await desk.press('space');
    expect(desk.screen()).toContain('이 주문은 이제 주방에 없어요. 취소나 거절됐거나 배달을 나갔어요.');
    expect(await house.world.types(second)).not.toContain('OrderAccepted');
  });

  test('the cursor stays on its row when others above it leave', async () => {
    const house = await floor();
    const orders = [await place(house.world), await place(house.world), await place(house.world)];
    const desk = await openOwnerDesk(house);
    await desk.press('down', 'down');
    is(await house.world.as(owner).accept(orders[0] ?? expect.fail('no order')));
    await desk.settle();
    expect(desk.screen()).toContain(`▌●${shortNumber(orders[2] ?? expect.fail('no order'))}`);
  });

  test('one that was worked on here makes room for the next, so a rush goes on with one key', async () => {
    const house = await floor();
    const orders = [await place(house.world), await place(house.world), await place(house.world)];
    const desk = await openOwnerDesk(house);
    await desk.press('space', 'space', 'space');
    for (const order of orders) expect(await house.world.types(order)).toContain('OrderAccepted');
  });

  test('marks of single dishes are shared, and taken back', async () => {
    const house = await floor();
    await place(house.world, { quantity: 2 });
    const [left, right] = [await openOwnerDesk(house), await openOwnerDesk(house, { screen: 'stove' })];
    await left.press('space', '2', 'f', '1');
    await right.press('2', 'f');
    expect(right.screen()).toContain('1 ✓ ×2 김치찌개');
    await left.press('u');
    await right.settle();
    expect(right.screen()).toContain('1 ○ ×2 김치찌개');
  });
});
