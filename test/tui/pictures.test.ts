import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goesToViews } from '../../src/core/route.ts';
import { sampleShops } from '../../src/samples/shops.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { type Desk, type DeskOptions, openDesk } from '../../src/tui/testing/customer-desk.tsx';
import { drawSvg } from '../../src/tui/testing/draw-svg.ts';
import { openFilm } from '../../src/tui/testing/film.ts';
import { foodStreet } from '../../src/tui/testing/food-street.ts';

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
