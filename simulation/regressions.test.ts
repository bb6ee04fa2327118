import { expect, test } from 'vitest';
import { parseReplay } from './replay.ts';
import { runPlan } from './simulate.ts';

/** Worlds that once broke a promise, as small as they became; with the mended fault put back they break it again. */
const found: readonly (readonly [title: string, replay: string])[] = [
  [
    'who has just done something sees it done, though a daemon folds the view between two reads',
    '2225454015/200/191/o191c1-303#5!reads.order!pause',
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
  [
    'money on its way back makes no order, though who pays looks at it at that moment',
    '948939312/200/55,63,83/o118c2#7!gateway.approve!approve=pending,o83c1#7!gateway.approve!approve=slow,' +
      'pay_o83c1-4-1#3!gateway.look-up!look-up=slow,ticket/ord_o63c1-3@1:owner:new-order#1!messenger.send!pause',
  ],
  [
    'who heard that payments are back has it in the record, though the hold was over before it was written down',
    '3028677795/200/23,39,40,42,45/approvals-down1!approvals-down,o40c2!skewed-clock,' +
      'payment/pay_o39c2-4@4:customer:payments-back#1!messenger.send!pause',
  ],
  [
    'who presses the same key again while the first process is gone is answered, though the clock is put back',
    '3481469601/200/43,181/order/ord_o181c1-3@1:customer:order-placed#1!messenger.send!pause,' +
      'o43c1#7!gateway.approve!crash-inside,clock-back1!clock-back',
  ],
];

test.each(found)('%s', async (_title, replay) => {
  expect((await runPlan(parseReplay(replay), 'memory')).violations).toEqual([]);
});
