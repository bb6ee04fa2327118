import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goesToViews } from '../../src/core/route.ts';
import { is } from '../../src/core/testing/is.ts';
import { minute } from '../../src/core/testing/story.ts';
import { owner } from '../../src/core/testing/world.ts';
import { sampleShops } from '../../src/samples/shops.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { type Desk, type DeskOptions, openDesk } from '../../src/tui/testing/customer-desk.tsx';
import { drawSvg } from '../../src/tui/testing/draw-svg.ts';
import { openFilm } from '../../src/tui/testing/film.ts';
import { foodStreet } from '../../src/tui/testing/food-street.ts';
import { openFloor, openOwnerDesk } from '../../src/tui/testing/owner-desk.tsx';
import { place } from '../../src/tui/testing/placed.ts';

/** Where the pictures of the manual are. */
const picture = (name: string) => join(import.meta.dirname, '../../docs/pictures', name);

/** Mina at noon in Seoul, on a Sunday that is always the same. */
const sit = (options: DeskOptions): Promise<Desk> =>
  openDesk(createMemoryStore({ routesToViews: goesToViews }), {
    columns: 100,
    rows: 30,
    colors: 1,
    before: foodStreet(sampleShops()),
    ...options,
  });

const choose = ['down', 'enter', 'enter', ' ', '+', 'enter'];
const toSheet = [...choose, 'c', 'enter', '서울 마포구 와우산로 94', 'enter', 'enter'];

/** The screens of the manual, and the keys that lead to each. */
const pictures: readonly (readonly [name: string, keys: readonly string[], options: DeskOptions])[] = [
  ['screen-shops', [], {}],
  ['screen-shops-en', [], { lang: 'en' }],
  ['screen-search', ['/', 'ㄱㅊㅉㄱ'], {}],
  ['screen-menu', ['down', 'down', 'enter'], {}],
  ['screen-dish', ['down', 'enter', 'enter', ' ', '+'], {}],
  ['screen-cart', [...choose, 'c'], {}],
  ['screen-sheet', toSheet, {}],
  ['screen-order', [...toSheet, 'enter'], {}],
  ['screen-help', ['?'], {}],
];

// `npm run pictures` draws them anew; here a picture that is not of today's screen fails.
test.each(pictures)('docs/pictures/%s.svg is of the screen of today', async (name, keys, options) => {
  const desk = await sit(options);
  await desk.press(...keys);
  await expect(drawSvg(desk.terminal)).toMatchFileSnapshot(picture(`${name}.svg`));
  await desk.unmount();
});

/** A kitchen at noon: an order of each kind, the oldest the farthest. */
const kitchen = async () => {
  const house = await openFloor(createMemoryStore({ routesToViews: goesToViews }));
  const { world } = house;
  const app = world.as(owner);
  const cooked = await place(world, { name: '홍길동', phone: '010-1234-5678' });
  is(await app.accept(cooked, 20));
  is(await app.cook(cooked));
  world.env.tick(9 * minute);
  is(await app.finish(cooked));
  const cooking = await place(world, { note: '땅콩 알레르기가 있어요. 파는 빼 주세요', quantity: 2 });
  is(await app.accept(cooking, 20));
  is(await app.cook(cooking));
  world.env.tick(2 * minute);
  is(await app.accept(await place(world, { note: '덜 맵게' }), 15));
  world.env.tick(4 * minute);
  await place(world, { quantity: 3, lineNotes: [{ line: 0, note: '따로 담아 주세요' }] });
  await world.drainNow();
  return { house, cooking };
};
const wall = { columns: 120, rows: 30, colors: 1 } as const;

test.each([
  ['screen-board', 'ko'],
  ['screen-board-en', 'en'],
] as const)('docs/pictures/%s.svg is of the board of today', async (name, lang) => {
  const { house } = await kitchen();
  const desk = await openOwnerDesk(house, { ...wall, lang });
  await expect(drawSvg(desk.terminal)).toMatchFileSnapshot(picture(`${name}.svg`));
  await desk.unmount();
});

test('docs/pictures/screen-stop-cooking.svg is of the alarm of today', async () => {
  const { house, cooking } = await kitchen();
  // Before the screen is on: the header counts the day again a little after a change, a picture has to be the same each time.
  is(await house.world.as(owner).cancelByShop(cooking, 'SHOP_ISSUE'));
  const desk = await openOwnerDesk(house, { ...wall, lang: 'en' });
  expect(desk.screen()).toContain('STOP COOKING');
  await expect(drawSvg(desk.terminal)).toMatchFileSnapshot(picture('screen-stop-cooking.svg'));
  await desk.unmount();
});

const paceSeconds = 0.35;
const typing = 0.09;

test('docs/pictures/hungry-to-paid.cast is what happens today, from the first screen to the order', async () => {
  const desk = await sit({ columns: 80, rows: 24 });
  const header = { version: 2, width: 80, height: 24, title: 'baedal: hungry to paid', env: { TERM: 'xterm-256color' } };
  const lines: string[] = [JSON.stringify(header)];
  const look = openFilm(desk.terminal);
  let seconds = 0;
  const film = () => lines.push(JSON.stringify([Number(seconds.toFixed(2)), 'o', look()]));
  film();
  for (const key of toSheet.flatMap((one) => (one.length > 8 ? [...one] : [one])).concat('enter')) {
    seconds += [...key].length === 1 && key !== ' ' ? typing : paceSeconds;
    await desk.press(key);
    film();
  }
  await desk.until(/주문했어요/);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(picture('hungry-to-paid.cast'));
  await desk.unmount();
});
