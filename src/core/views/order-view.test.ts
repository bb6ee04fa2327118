import { describe, expect, test } from 'vitest';
import { recorded, table } from '../testing/given.ts';
import type { Fact } from '../testing/story.ts';
import * as story from '../testing/story.ts';
import { foldOrder } from './fold-order.ts';
import { isActive, isCancelable, isOnKitchenBoard, isRiding, moneyOf, type OrderView, statusOf } from './order-view.ts';

const { stages } = story;
const timedOut = story.canceled('system', 'ACCEPT_TIMEOUT', 'shop');
const back = story.refundAsked();
const notBrought = [...stages.delivering, story.failed()];

const moments: Readonly<Record<string, readonly Fact[]>> = {
  'paid, the kitchen not reached': stages.placed,
  'on the kitchen screen': stages.awaiting,
  accepted: stages.accepted,
  cooking: stages.cooking,
  cooked: stages.cooked,
  recalled: [...stages.cooked, story.recalled()],
  claimed: stages.claimed,
  'on the road': stages.delivering,
  'at the door': stages.delivered,
  completed: stages.completed,
  'not brought': notBrought,
  'not brought, order ended': [...notBrought, story.canceled('system', 'DELIVERY_FAILED', 'rider')],
  'canceled by the customer': [...stages.accepted, story.canceled()],
  'canceled, money asked back': [...stages.accepted, story.canceled(), back],
  'canceled, money delayed': [...stages.accepted, story.canceled(), back, story.refundFailed()],
  'canceled, a person is called': [...stages.accepted, story.canceled(), back, story.refundFailed(), story.attention()],
  'canceled, money is back': [...stages.accepted, story.canceled(), back, story.refundFailed(), story.refunded()],
  'canceled, paid back by hand': [...stages.accepted, story.canceled(), back, story.attention(), story.settledManually()],
  'canceled, seen by the kitchen': [...stages.accepted, story.canceled(), story.ticketCanceled('accepted')],
  'canceled, bumped away': [...stages.accepted, story.canceled(), story.ticketCanceled('accepted'), story.bumped('stop-cooking')],
  'canceled, bumped at once': [...stages.accepted, story.canceled(), story.bumped('stop-cooking')],
  'not brought, and nobody saw it': [...notBrought, story.lapsed('delivery-failed')],
  'canceled before it was accepted': [...stages.awaiting, story.canceled()],
  'rejected at the kitchen': [...stages.awaiting, story.ticketRejected()],
  rejected: [...stages.awaiting, story.ticketRejected(), story.rejected()],
  'expired at the kitchen': [...stages.awaiting, story.expired()],
  expired: [...stages.awaiting, story.expired(), timedOut],
  'expired, the kitchen never reached': [...stages.placed, timedOut],
};

const look = (facts: readonly Fact[]) => {
  const view = recorded(facts).reduce<OrderView | undefined>(foldOrder, undefined);
  if (!view) throw new Error('nothing to see');
  const yes = (claim: boolean) => (claim ? 'yes' : '');
  return {
    status: statusOf(view),
    money: moneyOf(view),
    cancelable: yes(isCancelable(view)),
    active: yes(isActive(view)),
    kitchen: yes(isOnKitchenBoard(view)),
    road: yes(isRiding(view)),
  };
};

describe('what the words say at every moment', () => {
  test('food, money, and who has it on their screen', () => {
    const seen = Object.fromEntries(Object.entries(moments).map(([name, facts]) => [name, look(facts)]));
    expect(seen).toEqual(
      table(`
        | moment                             | status          | money          | cancelable | active | kitchen | road |
        | paid, the kitchen not reached      | placed          | paid           | yes        | yes    |         |      |
        | on the kitchen screen              | placed          | paid           | yes        | yes    | yes     |      |
        | accepted                           | accepted        | paid           | yes        | yes    | yes     | yes  |
        | cooking                            | cooking         | paid           |            | yes    | yes     | yes  |
        | cooked                             | cooked          | paid           |            | yes    | yes     | yes  |
        | recalled                           | cooking         | paid           |            | yes    | yes     | yes  |
        | claimed                            | cooked          | paid           |            | yes    | yes     | yes  |
        | on the road                        | delivering      | paid           |            | yes    |         | yes  |
        | at the door                        | delivered       | paid           |            |        |         |      |
        | completed                          | delivered       | paid           |            |        |         |      |
        | not brought                        | delivery-failed | refund-pending |            | yes    | yes     |      |
        | not brought, order ended           | delivery-failed | refund-pending |            | yes    | yes     |      |
        | canceled by the customer           | canceled        | refund-pending |            | yes    | yes     |      |
        | canceled, money asked back         | canceled        | refund-pending |            | yes    | yes     |      |
        | canceled, money delayed            | canceled        | refund-failed  |            | yes    | yes     |      |
        | canceled, a person is called       | canceled        | refund-failed  |            | yes    | yes     |      |
        | canceled, money is back            | canceled        | refunded       |            |        | yes     |      |
        | canceled, paid back by hand        | canceled        | refunded       |            |        | yes     |      |
        | canceled, seen by the kitchen      | canceled        | refund-pending |            | yes    | yes     |      |
        | canceled, bumped away              | canceled        | refund-pending |            | yes    |         |      |
        | canceled, bumped at once           | canceled        | refund-pending |            | yes    |         |      |
        | not brought, and nobody saw it     | delivery-failed | refund-pending |            | yes    |         |      |
        | canceled before it was accepted    | canceled        | refund-pending |            | yes    |         |      |
        | rejected at the kitchen            | rejected        | refund-pending |            | yes    |         |      |
        | rejected                           | rejected        | refund-pending |            | yes    |         |      |
        | expired at the kitchen             | expired         | refund-pending |            | yes    |         |      |
        | expired                            | expired         | refund-pending |            | yes    |         |      |
        | expired, the kitchen never reached | expired         | refund-pending |            | yes    |         |      |
      `),
    );
  });
});
