import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goesToViews } from '../../src/core/route.ts';
import { sampleShops } from '../../src/samples/shops.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { type Desk, type DeskOptions, openDesk } from '../../src/tui/testing/customer-desk.tsx';
import { drawSvg } from '../../src/tui/testing/draw-svg.ts';
import { foodStreet } from '../../src/tui/testing/food-street.ts';

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

/** The screens of the manual, and the keys that lead to each. */
const pictures: readonly (readonly [name: string, keys: readonly string[], options: DeskOptions])[] = [
  ['screen-shops', [], {}],
  ['screen-shops-en', [], { lang: 'en' }],
  ['screen-search', ['/', 'ㄱㅊㅉㄱ'], {}],
  ['screen-menu', ['down', 'down', 'enter'], {}],
  ['screen-help', ['?'], {}],
];

// `npm run pictures` draws them anew; here a picture that is not of today's screen fails.
test.each(pictures)('docs/pictures/%s.svg is of the screen of today', async (name, keys, options) => {
  const desk = await sit(options);
  await desk.press(...keys);
  await expect(drawSvg(desk.terminal)).toMatchFileSnapshot(picture(`${name}.svg`));
  await desk.unmount();
});
