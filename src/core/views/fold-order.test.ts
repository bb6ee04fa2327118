import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../store/canonical.ts';
import type { Recorded } from '../events.ts';
import { recorded } from '../testing/given.ts';
import * as story from '../testing/story.ts';
import { after, at, type Fact, minute, otherRider } from '../testing/story.ts';
import { foldOrder } from './fold-order.ts';
import type { OrderView } from './order-view.ts';

const { stages } = story;
const fold = (events: readonly Recorded[]): OrderView | undefined => events.reduce<OrderView | undefined>(foldOrder, undefined);
const viewOf = (...facts: readonly Fact[]): OrderView => {
  const view = fold(recorded(facts));
  if (!view) throw new Error('nothing to see');
  return view;
};

const stories: Readonly<Record<string, readonly Fact[]>> = {
  'a long way to the door': [
    ...stages.placed,
    story.opened(),
    story.reminded(1),
    story.accepted(),
    story.rideAsked(),
    story.cooking(),
    story.delayed(10),
    story.claimed(otherRider),
    story.released(otherRider),
    at(12 * minute, story.claimed()),
    story.cooked(),
    story.recalled(),
    at(17 * minute, story.cooked()),
    story.picked(),
    story.delivered(),
    story.completed(),
  ],
  'canceled by the shop, the money comes back late': [
    ...stages.claimed,
    story.canceled('shop', 'SHOP_ISSUE'),
    story.ticketCanceled('cooked', 'shop', 'SHOP_ISSUE'),
    story.rideCanceled(story.rider, 'SHOP_ISSUE'),
    story.refundAsked('SHOP_ISSUE'),
    story.refundFailed(),
    story.attention(),
    story.refunded(),
  ],
  rejected: [...stages.awaiting, story.ticketRejected(), story.rejected(), story.refundAsked('TOO_BUSY'), story.refunded()],
  'nobody answered': [
    ...stages.awaiting,
    story.expired(),
    story.canceled('system', 'ACCEPT_TIMEOUT', 'shop'),
    story.refundAsked('ACCEPT_TIMEOUT'),
    story.refunded(),
  ],
  'not brought': [
    ...stages.delivering,
    story.failed(),
    story.canceled('system', 'DELIVERY_FAILED', 'rider'),
    story.ticketCanceled('cooked', 'system', 'DELIVERY_FAILED'),
    story.refundAsked('DELIVERY_FAILED'),
    story.refundFailed(),
    story.attention(),
    story.settledManually(),
  ],
};

/** The events of each stream in their order, the streams mixed as the numbers say; the order itself comes first. */
const mixed = (events: readonly Recorded[], turns: readonly number[]): readonly Recorded[] => {
  const first = events.findIndex(({ type }) => type === 'OrderPlaced');
  const rest = [...events.slice(0, first), ...events.slice(first + 1)];
  const streams = [...new Set(rest.map(({ stream }) => stream))].map((stream) => rest.filter((event) => event.stream === stream));
  const out = events.slice(first, first + 1);
  for (let turn = 0; streams.some((stream) => stream.length > 0); turn++) {
    const open = streams.filter((stream) => stream.length > 0);
    const next = open[(turns[turn % turns.length] ?? 0) % open.length]?.shift();
    if (next) out.push(next);
  }
  return out;
};
const turns = fc.array(fc.nat(11), { minLength: 1, maxLength: 40 });

describe.each(Object.entries(stories))('%s', (_name, facts) => {
  const events = recorded(facts);
  const expected = canonicalJson(fold(events));

  test('looks the same, byte for byte, in whatever order the streams are seen', () => {
    fc.assert(fc.property(turns, (order) => canonicalJson(fold(mixed(events, order))) === expected));
  });

  test('looks the same when events are seen twice', () => {
    fc.assert(
      fc.property(turns, fc.array(fc.nat(), { maxLength: 10 }), (order, again) => {
        const seen = [...mixed(events, order)];
        for (const pick of again) {
          const from = pick % seen.length;
          const twice = seen[from];
          if (twice) seen.splice(from + 1 + (pick % (seen.length - from)), 0, twice);
        }
        return canonicalJson(fold(seen)) === expected;
      }),
    );
  });
});

test('there is nothing to see before the order is placed: a payment alone is no order', () => {
  expect(fold(recorded([story.quoted(), story.requested(), story.doubted()]))).toBeUndefined();
});

test('an order is seen with what was agreed', () => {
  expect(viewOf(...stages.placed)).toMatchObject({
    order: story.order,
    customer: story.customer,
    shop: story.shop,
    payment: story.payment,
    total: 20_000,
    fee: 2000,
    placedAt: after(0),
    acceptBy: story.acceptBy,
  });
});

test('a later payment for the same quote is not the money of this order', () => {
  const view = viewOf(...stages.placed);
  const [other] = recorded([story.refundAsked()]);
  if (!other) throw new Error('no event');
  expect(foldOrder(view, { ...other, stream: `${other.stream}2` as Recorded['stream'], version: 9 })).toBe(view);
});

test('a rider who gave the ride back is no longer shown', () => {
  const view = viewOf(...stages.claimed, story.released());
  expect(view.delivery).toBe('waiting');
  expect(view).not.toHaveProperty('rider');
  expect(view).not.toHaveProperty('claimedAt');
});

test('a delay shows as a new time', () => {
  expect(viewOf(...stages.accepted, story.delayed(10)).readyBy).toBe(after(31 * minute));
});

test('what ended it is shown to both sides: who, why, at whose cost, when', () => {
  const { ended, endedAt } = viewOf(...stages.cooking, story.canceled('shop', 'ITEM_SOLD_OUT'));
  expect({ ended, endedAt }).toEqual({ ended: { by: 'shop', reason: 'ITEM_SOLD_OUT', liable: 'shop' }, endedAt: after(30_000) });
});

test('the view is as of the latest event, though an older one is seen after it', () => {
  const [placed, canceled, opened] = recorded([story.placed(), story.canceled(), story.opened()]);
  if (!placed || !canceled || !opened) throw new Error('no events');
  expect(fold([placed, canceled, opened])?.updatedAt).toBe(canceled.at);
});
