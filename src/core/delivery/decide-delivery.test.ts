import { describe, expect, test } from 'vitest';
import * as command from '../commands.ts';
import { deliveryCommands } from '../testing/every-command.ts';
import { type Given, given, matrix, table } from '../testing/given.ts';
import * as story from '../testing/story.ts';
import { after, minute, order, otherRider, rider } from '../testing/story.ts';
import type { Delivery } from './delivery.ts';

const { stages } = story;
const byAnother = [...stages.cooked, story.claimed(otherRider)];
const carriedByAnother = [...byAnother, story.picked(otherRider)];

describe('the road', () => {
  const states: { readonly [S in Delivery['status']]: Given } & Readonly<Record<string, Given>> = {
    none: given(...stages.awaiting, story.accepted()),
    waiting: given(...stages.cooked),
    claimed: given(...stages.claimed),
    'claimed, still cooking': given(...stages.cooking, story.claimed()),
    'claimed by another': given(...byAnother),
    picked: given(...stages.delivering),
    'picked by another': given(...carriedByAnother),
    delivered: given(...stages.delivered),
    'delivered by another': given(...carriedByAnother, story.delivered(otherRider)),
    failed: given(...stages.delivering, story.failed()),
    'failed by another': given(...carriedByAnother, story.failed(otherRider)),
    canceled: given(...stages.claimed, story.canceled('shop', 'NO_RIDER'), story.rideCanceled(rider)),
    'waiting, order canceled': given(...stages.cooked, story.canceled('shop', 'NO_RIDER')),
    'claimed, order canceled': given(...stages.claimed, story.canceled('shop', 'NO_RIDER')),
  };

  test('every command on every state of a ride does what the table says', async () => {
    expect(await matrix(states, deliveryCommands)).toEqual(
      table(`
        | state                   | requestDelivery   | claimDelivery   | releaseDelivery  | pickUp          | deliver     | failDelivery   | cancelDelivery   |
        | none                    | DeliveryRequested | no              | no               | no              | no          | no             | ·                |
        | waiting                 | ·                 | DeliveryClaimed | ·                | no              | no          | no             | DeliveryCanceled |
        | claimed                 | ·                 | ·               | DeliveryReleased | DeliveryStarted | no          | no             | DeliveryCanceled |
        | claimed, still cooking  | ·                 | ·               | DeliveryReleased | no              | no          | no             | DeliveryCanceled |
        | claimed by another      | ·                 | no              | NOT_ALLOWED      | NOT_ALLOWED     | no          | no             | DeliveryCanceled |
        | picked                  | ·                 | ·               | no               | ·               | Delivered   | DeliveryFailed | ·                |
        | picked by another       | ·                 | no              | no               | no              | NOT_ALLOWED | NOT_ALLOWED    | ·                |
        | delivered               | ·                 | ·               | no               | ·               | ·           | no             | ·                |
        | delivered by another    | ·                 | no              | no               | no              | no          | no             | ·                |
        | failed                  | ·                 | no              | no               | no              | no          | ·              | ·                |
        | failed by another       | ·                 | no              | no               | no              | no          | no             | ·                |
        | canceled                | ·                 | no              | no               | no              | no          | no             | ·                |
        | waiting, order canceled | ·                 | no              | ·                | no              | no          | no             | DeliveryCanceled |
        | claimed, order canceled | ·                 | ·               | DeliveryReleased | no              | no          | no             | DeliveryCanceled |
      `),
    );
  });
});

describe('a ride', () => {
  test('is asked for when the shop accepts, for about when the food is ready', () =>
    given(...stages.awaiting, story.accepted())
      .when(command.requestDelivery(order))
      .then(story.rideAsked()));

  test('is not asked for before the shop accepts, nor for an order that fell', async () => {
    await given(...stages.awaiting)
      .when(command.requestDelivery(order))
      .nothing();
    await given(...stages.awaiting, story.accepted(), story.canceled())
      .when(command.requestDelivery(order))
      .nothing();
  });

  test('belongs to the rider who claims first; the second is told that it is taken', async () => {
    await given(...stages.cooking)
      .when(command.claimDelivery(order, rider))
      .then(story.claimed(rider));
    await given(...stages.claimed)
      .when(command.claimDelivery(order, otherRider))
      .refused('INVALID_TRANSITION', { command: 'claim', state: 'claimed', at: after(10 * minute) });
  });

  test('that was given back can be claimed by another', async () => {
    await given(...stages.claimed)
      .when(command.releaseDelivery(order, rider))
      .then(story.released(rider));
    await given(...stages.claimed, story.released(rider))
      .when(command.claimDelivery(order, otherRider))
      .then(story.claimed(otherRider));
  });

  test('starts only with cooked food: nobody carries away what is not cooked', async () => {
    await given(...stages.cooking, story.claimed())
      .when(command.pickUp(order, rider))
      .refused('INVALID_TRANSITION', { command: 'pick', state: 'cooking' });
    await given(...stages.claimed, story.recalled())
      .when(command.pickUp(order, rider))
      .refused('INVALID_TRANSITION', { state: 'cooking' });
    await given(...stages.claimed)
      .when(command.pickUp(order, rider))
      .then(story.picked());
  });

  test('does not start for an order that was canceled a moment before', () =>
    given(...stages.claimed, story.canceled('shop', 'SHOP_ISSUE'))
      .when(command.pickUp(order, rider))
      .refused('INVALID_TRANSITION', { command: 'pick', state: 'canceled' }));

  test('ends at the door: brought, or not with a reason', async () => {
    await given(...stages.delivering)
      .when(command.deliver(order, rider))
      .then(story.delivered());
    await given(...stages.delivering)
      .when(command.failDelivery(order, rider, 'CUSTOMER_ABSENT'))
      .then(story.failed());
  });

  test('falls with its order, and names the rider who must hear of it', async () => {
    await given(...stages.claimed, story.canceled('shop', 'NO_RIDER'))
      .when(command.cancelDelivery(order, 'NO_RIDER'))
      .then(story.rideCanceled(rider, 'NO_RIDER'));
    await given(...stages.cooked, story.canceled('shop', 'NO_RIDER'))
      .when(command.cancelDelivery(order, 'NO_RIDER'))
      .then(story.rideCanceled(undefined, 'NO_RIDER'));
  });
});
