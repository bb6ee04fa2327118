import { describe, expect, test } from 'vitest';
import * as command from '../commands.ts';
import { orderCommands } from '../testing/every-command.ts';
import { type Given, given, matrix, table } from '../testing/given.ts';
import * as story from '../testing/story.ts';
import { after, minute, order } from '../testing/story.ts';
import type { OrderStatus } from '../views/order-view.ts';
import { liableFor } from './decide-order.ts';

const { stages } = story;
const timedOut = story.canceled('system', 'ACCEPT_TIMEOUT', 'shop');
const notDelivered = story.canceled('system', 'DELIVERY_FAILED', 'rider');

describe('who may end an order, and when', () => {
  const states: { readonly [S in OrderStatus | 'none' | 'claimed by a rider' | 'at the door, not brought']: Given } = {
    none: given(),
    placed: given(...stages.awaiting),
    accepted: given(...stages.accepted),
    cooking: given(...stages.cooking),
    cooked: given(...stages.cooked),
    'claimed by a rider': given(...stages.claimed),
    delivering: given(...stages.delivering),
    delivered: given(...stages.completed),
    'at the door, not brought': given(...stages.delivering, story.failed()),
    'delivery-failed': given(...stages.delivering, story.failed(), notDelivered),
    canceled: given(...stages.awaiting, story.canceled()),
    rejected: given(...stages.awaiting, story.ticketRejected(), story.rejected()),
    expired: given(...stages.awaiting, story.expired(), timedOut),
  };

  test('every command on every state does what the table says', async () => {
    expect(await matrix(states, orderCommands)).toEqual(
      table(`
        | state                    | cancelByCustomer      | cancelByShop  | cancelBySystem | rejectOrder   | completeOrder  |
        | none                     | no                    | no            | ·              | ·             | ·              |
        | placed                   | OrderCanceled         | OrderCanceled | OrderCanceled  | OrderRejected | OrderCompleted |
        | accepted                 | OrderCanceled         | OrderCanceled | OrderCanceled  | OrderRejected | OrderCompleted |
        | cooking                  | TOO_LATE_COOK_STARTED | OrderCanceled | OrderCanceled  | OrderRejected | OrderCompleted |
        | cooked                   | TOO_LATE_COOK_STARTED | OrderCanceled | OrderCanceled  | OrderRejected | OrderCompleted |
        | claimed by a rider       | TOO_LATE_COOK_STARTED | OrderCanceled | OrderCanceled  | OrderRejected | OrderCompleted |
        | delivering               | TOO_LATE_COOK_STARTED | no            | OrderCanceled  | OrderRejected | OrderCompleted |
        | delivered                | no                    | no            | ·              | ·             | ·              |
        | at the door, not brought | TOO_LATE_COOK_STARTED | no            | OrderCanceled  | OrderRejected | OrderCompleted |
        | delivery-failed          | ·                     | ·             | ·              | ·             | ·              |
        | canceled                 | ·                     | ·             | ·              | ·             | ·              |
        | rejected                 | ·                     | ·             | ·              | ·             | ·              |
        | expired                  | ·                     | ·             | ·              | ·             | ·              |
      `),
    );
  });

  test('the kitchen not having heard of an order does not keep its customer from canceling it', () =>
    given(...stages.placed)
      .when(command.cancelByCustomer(order, 'CHANGED_MIND'))
      .then(story.canceled('customer', 'CHANGED_MIND')));
});

describe('a customer cancels', () => {
  test('before the kitchen cooks: the order falls, by the customer, for their reason', () =>
    given(...stages.accepted)
      .when(command.cancelByCustomer(order, 'WRONG_ADDRESS'))
      .then(story.canceled('customer', 'WRONG_ADDRESS')));

  test('too late: is told when cooking started and when they asked', () =>
    given(...stages.cooking)
      .at(3 * minute)
      .when(command.cancelByCustomer(order, 'TOO_SLOW'))
      .refused('TOO_LATE_COOK_STARTED', { startedAt: after(2 * minute), requestedAt: after(3 * minute) }));

  test('after a recall cooking counts from its first start: it stays too late', () =>
    given(...stages.cooked, story.recalled())
      .when(command.cancelByCustomer(order, 'TOO_SLOW'))
      .refused('TOO_LATE_COOK_STARTED', { startedAt: after(2 * minute) }));

  test('a rejected order: it has fallen already, the rejection and its reason stand', () =>
    given(...stages.awaiting, story.ticketRejected(), story.rejected())
      .when(command.cancelByCustomer(order, 'CHANGED_MIND'))
      .nothing());

  test('an order that was brought: is told that it is completed, and when', () =>
    given(...stages.completed)
      .when(command.cancelByCustomer(order, 'CHANGED_MIND'))
      .refused('INVALID_TRANSITION', { command: 'cancel', state: 'completed', at: after(31 * minute) }));

  test('twice: the second changes nothing, and does not replace the first reason', () =>
    given(...stages.awaiting, story.canceled('customer', 'CHANGED_MIND'))
      .when(command.cancelByCustomer(order, 'TOO_SLOW'))
      .nothing());
});

describe('a shop cancels', () => {
  test('while it cooks: with a reason, at its own cost', () =>
    given(...stages.cooking)
      .when(command.cancelByShop(order, 'SHOP_ISSUE'))
      .then(story.canceled('shop', 'SHOP_ISSUE', 'shop')));

  test('with a note, which both sides see', () =>
    given(...stages.accepted)
      .when(command.cancelByShop(order, 'ITEM_SOLD_OUT', '두부가 없어요'))
      .then({
        ...story.canceled(),
        event: {
          type: 'OrderCanceled',
          data: { order, payment: story.payment, by: 'shop', reason: 'ITEM_SOLD_OUT', liable: 'shop', note: '두부가 없어요' },
        },
      }));

  test('once the rider has it: is told that it is picked up, and when', () =>
    given(...stages.delivering)
      .when(command.cancelByShop(order, 'SHOP_ISSUE'))
      .refused('INVALID_TRANSITION', { state: 'picked', at: after(18 * minute) }));
});

test('an answer that came too late is at the cost of the shop, a failed ride at that of the rider', async () => {
  await given(...stages.awaiting)
    .when(command.cancelBySystem(order, 'ACCEPT_TIMEOUT'))
    .then(timedOut);
  await given(...stages.delivering, story.failed())
    .when(command.cancelBySystem(order, 'DELIVERY_FAILED'))
    .then(notDelivered);
  expect(liableFor('customer', 'CHANGED_MIND')).toBe('customer');
  expect(liableFor('system', 'SYSTEM_ISSUE')).toBe('system');
  expect(liableFor('shop', 'NO_RIDER')).toBe('shop');
});
