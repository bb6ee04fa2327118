import { expect, test } from 'vitest';
import { parseReplay } from './replay.ts';
import { runPlan } from './simulate.ts';

/** Worlds that once broke a promise, as small as they became. */
const found: readonly (readonly [title: string, replay: string])[] = [
  [
    'who has just done something sees it done, though a daemon folds the view between two reads',
    '120097271/200/57/o57c1-3k3#2!reads.order!pause',
  ],
  [
    'a board that is read while a daemon folds never shows an older state than before',
    '1484018922/200/59,61,65,67/clock-back1!clock-back,o65c1-3k6#4!store.document!pause',
  ],
  [
    'a hold that ran out as the clock was put back ends all the same',
    `2828853564/200/*/gateway-down1!gateway-down,clock-forward1!clock-forward,shop/shop_chicken#276!store.document!pause,clock-back1!clock-back`,
  ],
  ['a payment whose watch fell due as the clock was put back is looked up all the same', '3376498303/200/*/*'],
];

test.each(found)('%s', async (_title, replay) => {
  expect((await runPlan(parseReplay(replay), 'memory')).violations).toEqual([]);
});
