import { expect, test } from 'vitest';
import { goesToViews } from '../../../core/route.ts';
import { is } from '../../../core/testing/is.ts';
import { minute } from '../../../core/testing/story.ts';
import { owner } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { openFloor, openOwnerDesk } from '../../testing/owner-desk.tsx';
import { place } from '../../testing/placed.ts';
import { shortNumber } from '../short-number.ts';

const floor = () => openFloor(createMemoryStore({ routesToViews: goesToViews }));

test('tickets stand as they came, and by s as they were promised', async () => {
  const house = await floor();
  const kitchen = house.world.as(owner);
  const [slow, quick] = [await place(house.world), await place(house.world)];
  is(await kitchen.accept(slow, 45));
  is(await kitchen.accept(quick, 10));
  const desk = await openOwnerDesk(house);
  await desk.press('2');
  expect(desk.lines()[3]).toContain(shortNumber(slow));
  await desk.press('s');
  expect(desk.lines()[3]).toContain(shortNumber(quick));
  expect(desk.screen()).toContain('약속 순서');
});

test('/ finds a ticket by its number, its dish or its customer, and Esc shows all again', async () => {
  const house = await floor();
  await place(house.world, { name: '홍길동' });
  const other = await place(house.world, { name: '김철수' });
  const desk = await openOwnerDesk(house);
  await desk.press('/', 'ㄱ', 'ㅊ', 'ㅅ', 'enter');
  expect(desk.screen()).toContain('1 신규 1');
  expect(desk.screen()).toContain(shortNumber(other));
  await desk.press('esc');
  expect(desk.screen()).toContain('1 신규 2');
});

test('! leaves the late ones only', async () => {
  const house = await floor();
  const late = await place(house.world);
  is(await house.world.as(owner).accept(late, 10));
  house.world.env.tick(11 * minute);
  await place(house.world);
  const desk = await openOwnerDesk(house);
  await desk.press('!');
  expect(desk.screen()).toContain('1 신규 0');
  expect(desk.screen()).toContain('2 접수 1');
  await desk.press('2');
  expect(desk.screen()).toContain('+1분');
  expect(desk.screen()).toContain('늦은 것만');
});

test('a ticket that is only not looked for is not said to be handled elsewhere', async () => {
  const house = await floor();
  await place(house.world, { name: '홍길동' });
  const desk = await openOwnerDesk(house);
  await desk.press('/', 'z', 'z', 'enter');
  expect(desk.screen()).not.toContain('다른 화면에서');
  expect(desk.screen()).toContain('찾는 주문이 없어요');
});

test('D counts what is to be made over all tickets, without what is marked as done', async () => {
  const house = await floor();
  const kitchen = house.world.as(owner);
  for (const quantity of [2, 3]) is(await kitchen.accept(await place(house.world, { quantity })));
  await place(house.world, { quantity: 4 });
  const done = await place(house.world, { quantity: 1 });
  is(await kitchen.accept(done));
  is(await kitchen.markLine(done, 0, true));
  const desk = await openOwnerDesk(house);
  await desk.press('D');
  expect(desk.screen()).toMatch(/×5 김치찌개 +접수하면 \+4/);
});

test('read aloud, the board is its tickets one by one, with what each waits for', async () => {
  const house = await floor();
  await place(house.world, { note: '땅콩 알레르기' });
  const desk = await openOwnerDesk(house, { screenReader: true });
  expect(desk.screen()).toContain('알레르기');
  expect(desk.screen()).not.toContain('│');
});
