import { describe, expect, test } from 'vitest';
import type { Shop } from '../../../core/catalog/shop.ts';
import { type ShopId, shopDocument } from '../../../core/kinds.ts';
import { goesToViews } from '../../../core/route.ts';
import { fakeShop } from '../../../core/testing/fake-shop.ts';
import { after, minute } from '../../../core/testing/story.ts';
import { fastRider, mina, operator, owner } from '../../../core/testing/world.ts';
import { sampleShops } from '../../../samples/shops.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { type DeskOptions, openDesk } from '../../testing/customer-desk.tsx';
import { foodStreet } from '../../testing/food-street.ts';

const street = foodStreet(sampleShops());

const sit = (options: DeskOptions = {}) => openDesk(createMemoryStore({ routesToViews: goesToViews }), { before: street, ...options });

describe.each([
  ['ko', 80, 24],
  ['en', 80, 24],
  ['ko', 120, 40],
  ['en', 120, 40],
] as const)('the shops, %s at %i×%i', (lang, columns, rows) => {
  test('say who is open, what it costs to be brought, and what there is to eat', async () => {
    const desk = await sit({ lang, columns, rows });
    expect(desk.lines()).toHaveLength(rows);
    expect(desk.screen()).toContain(lang === 'ko' ? '주문할 수 있는 가게 3' : 'Open now: 3');
    expect(desk.screen()).toMatch(lang === 'ko' ? /▌신촌 떡볶이 +1,500원/ : /▌신촌 떡볶이 +₩1,500/);
    expect(desk.screen()).toMatch(lang === 'ko' ? /쌀떡볶이 +5,000원/ : /쌀떡볶이 +₩5,000/);
    expect(desk.screen()).toMatchSnapshot();
  });
});

test('on a narrow terminal the list stands alone', async () => {
  const desk = await sit({ columns: 60, rows: 20 });
  expect(desk.screen()).toContain('한끼 김치찌개');
  expect(desk.screen()).not.toContain('쌀떡볶이');
  expect(desk.lines().every((line) => line.length <= 60)).toBe(true);
});

test('a shop is found by its name, by its first consonants, and by what it cooks', async () => {
  const desk = await sit();
  await desk.press('/', 'ㅎ', 'ㄷ');
  expect(desk.screen()).toContain('홍대 치킨공방');
  expect(desk.screen()).not.toContain('한끼 김치찌개');
  await desk.press('esc', '/', '제', '육');
  expect(desk.screen()).toMatch(/한끼 김치찌개 +제육볶음 정식/);
  await desk.press('enter', 'enter');
  expect(desk.lines()[0]).toContain('한끼 김치찌개');
  // What was looked for is still there on return.
  await desk.press('esc');
  expect(desk.lines()[1]).toContain('제육');
});

test('a closed shop stands below, with when it opens, and can be looked at', async () => {
  const paused: Shop = { ...fakeShop, intake: { state: 'paused', until: after(30 * minute) } };
  const desk = await sit({
    before: async (world) => {
      await street(world);
      await world.shopIs(paused);
    },
  });
  expect(desk.screen()).toContain('주문할 수 있는 가게 2');
  expect(desk.screen()).toMatch(/지금은 쉬어요[\s\S]*한끼 김치찌개 +12:30에 열어요/);
  await desk.press('end', 'enter');
  expect(desk.screen()).toContain('지금 담아 두고 문을 열면 주문할 수 있어요');
});

test('a shop that closes while one looks moves below at once, and the cursor stays on it', async () => {
  const desk = await sit();
  await desk.press('down');
  expect(desk.screen()).toContain('▌한끼 김치찌개');
  await desk.world.as(operator).setIntake('shop_hanki' as ShopId, { state: 'closed' });
  await desk.settle();
  expect(desk.screen()).toMatch(/지금은 쉬어요[\s\S]*▌한끼 김치찌개/);
});

test('a house without shops says how to get some', async () => {
  const desk = await sit({
    before: async ({ store, shopIs }) => {
      await shopIs(fakeShop);
      await store.commit({
        relies: [],
        events: [],
        outbox: [],
        rows: [],
        documents: [{ key: shopDocument(fakeShop.id), remove: true }],
        settle: [],
      });
    },
    lang: 'en',
  });
  expect(desk.screen()).toMatch(/There is no shop yet/);
});

test('a search that finds nothing says so, and offers no key that the field takes for itself', async () => {
  const desk = await sit({});
  await desk.press('/', '없는집');
  expect(desk.screen()).toContain('‘없는집’에 맞는 것이 없어요. 다른 말로 찾아');
  expect(desk.lines().at(-1)).not.toMatch(/Backspace|→/);
  await desk.press('esc');
  expect(desk.screen()).toContain('한끼 김치찌개');
});

test('an order on its way is one key away', async () => {
  const desk = await sit({
    before: async (world) => {
      const [item] = fakeShop.menu.flatMap(({ items }) => items);
      if (!item) throw new Error('the shop has a dish');
      await world.as(mina).placeOrder({
        of: { cart: { shop: fakeShop.id, lines: [{ item: item.id, quantity: 1, choices: [] }] } },
        contact: { lang: 'ko', address: '양화로 1' },
        method: 'card-ok',
      });
    },
  });
  expect(desk.screen()).toContain('한끼 김치찌개 · 접수 대기 · t 보기');
  await desk.press('t');
  expect(desk.lines()[0]).toContain('주문 · 한끼 김치찌개');
});

test('a name made to trick the terminal shows as text', async () => {
  const trick: Shop = { ...fakeShop, name: '\u001b[2J\u202ereversed' };
  const desk = await sit({ before: ({ shopIs }) => shopIs(trick) });
  expect(desk.screen()).toContain('\uFFFD[2J\uFFFDreversed');
});

test('how long it usually takes is said once enough orders tell', async () => {
  const [item] = fakeShop.menu.flatMap(({ items }) => items);
  if (!item) throw new Error('the shop has a dish');
  const desk = await sit({
    before: async (world) => {
      for (let n = 0; n < 3; n += 1) {
        const placed = await world.as(mina).placeOrder({
          of: { cart: { shop: fakeShop.id, lines: [{ item: item.id, quantity: 1, choices: [] }] } },
          contact: { lang: 'ko', address: '양화로 1' },
          method: 'card-ok',
        });
        if (!placed.ok) throw new Error(placed.error.code);
        const { order } = placed.value.view;
        const [kitchen, ride] = [world.as(owner), world.as(fastRider)];
        const steps = [
          () => kitchen.accept(order, 15),
          () => ride.claim(order),
          () => kitchen.cook(order),
          () => kitchen.finish(order),
          () => ride.pick(order),
        ];
        for (const step of steps) {
          await world.drainNow();
          await step();
        }
        world.env.tick(24 * minute);
        await ride.deliver(order);
        await world.drainNow();
      }
    },
  });
  expect(desk.screen()).toContain('약 24분');
  expect(desk.screen()).toContain('보통 24분 (최근 3건)');
});
