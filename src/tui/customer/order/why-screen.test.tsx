import { describe, expect, test } from 'vitest';
import { goesToViews } from '../../../core/route.ts';
import * as story from '../../../core/testing/story.ts';
import { owner } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { glyphSets } from '../../kit/glyphs.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';
import { branches } from './why-model.ts';

const { order, stages } = story;
const sit = (options: DeskOptions = {}) =>
  openDesk(createMemoryStore({ routesToViews: goesToViews }), {
    first: { at: 'why', order },
    before: async (world) => {
      await world.tell(...stages.placed);
      await world.drainNow('kitchen', 'notify.customer');
      await world.as(owner).accept(order, 20);
      await world.drainNow('delivery');
    },
    ...options,
  });

describe.each([
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['en', 120, 40],
] as const)('the history, %s at %i×%i', (lang, columns, rows) => {
  test('hangs what followed below what it followed from', async () => {
    const desk = await sit({ lang, columns, rows });
    expect(desk.lines()).toHaveLength(rows);
    const [placed, opened, told, accepted, ride] =
      lang === 'ko'
        ? ['주문 접수 대기: 20,000원', '├─ 주문서 도착', '└─ 메시지 보냄', '주문 접수: 조리 예정 12:20', '└─ 라이더 요청']
        : ['₩20,000', '├─ ', '└─ ', '12:20', '└─ '];
    for (const one of [placed, opened, told, accepted, ride]) expect(desk.screen()).toContain(one);
    expect(desk.screen()).toMatchSnapshot();
  });
});

test('the one under the cursor is told in full: whose doing it was, and because of what', async () => {
  const desk = await sit();
  await desk.press('end');
  expect(desk.screen()).toMatch(/│ 12:00:0\d {2}시스템/);
  expect(desk.screen()).toMatch(/까닭: 주문 접수 \(12:00:0\d\)/);
});

test('what happens meanwhile comes in at once, and the cursor stays where it is', async () => {
  const desk = await sit();
  await desk.press('down', 'down');
  const before = desk.lines().find((line) => line.includes('▌') && !line.includes('있었던'));
  await desk.world.as(owner).cook(order);
  await desk.settle();
  expect(desk.screen()).toContain('조리 시작');
  expect(desk.lines().find((line) => line.includes('▌') && !line.includes('있었던'))).toBe(before);
});

test('the tree is drawn with plain signs where there are no others', () => {
  expect(branches([false, true], glyphSets.ascii)).toBe('|  `- ');
  expect(branches([true, false], glyphSets.unicode)).toBe('   ├─ ');
  expect(branches([], glyphSets.unicode)).toBe('');
});
