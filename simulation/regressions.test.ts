import { expect, test } from 'vitest';
import { parseReplay } from './replay.ts';
import { runPlan } from './simulate.ts';

/** Worlds that once broke a promise, as small as they became. */
const found: readonly (readonly [title: string, replay: string])[] = [
  [
    'who has just done something sees it done, though a daemon folds the view between two reads',
    '3137470334/60/54/o54c1-3k3#6!reads.order!pause',
  ],
  [
    'a hold that ran out as the clock was put back ends all the same',
    '2797842083/200/29,36/ticket/ord_o36c1-3@2:customer:order-accepted#1!messenger.send!pause,gateway-down1!gateway-down,clock-back1!clock-back',
  ],
  [
    'a hold is ended also by a daemon whose own clock jumps',
    '782505451/200/64,70/clock-back1!clock-back,approvals-down1!approvals-down,o70c1#7!gateway.approve!crash-before,' +
      'daemon-clock-jump1!daemon-clock-jump,pay_o70c1-4-1#1!gateway.void!pause',
  ],
];

test.each(found)('%s', async (_title, replay) => {
  expect((await runPlan(parseReplay(replay), 'memory')).violations).toEqual([]);
});
