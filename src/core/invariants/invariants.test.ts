import { describe, expect, test } from 'vitest';
import type { Recorded } from '../events.ts';
import type { CustomerId, Instant, OrderId, PaymentId, RiderId } from '../kinds.ts';
import { won } from '../money.ts';
import * as story from '../testing/story.ts';
import type { Answer, Dossier, Invariant, Placed, Whole } from './evidence.ts';
import { invariants } from './invariants.ts';
import { canceledOrder, deliveredOrder, dossierOf, soundWhole } from './sound.ts';

const customer = { role: 'customer', id: story.customer } as const;
const owner = { role: 'owner', id: story.shop } as const;

const without = (dossier: Dossier, ...types: readonly Recorded['type'][]): Dossier => ({
  ...dossier,
  events: dossier.events.filter(({ type }) => !types.includes(type)),
});
const change = (dossier: Dossier, type: Recorded['type'], to: (event: Recorded) => object): Dossier => ({
  ...dossier,
  events: dossier.events.map((event) => (event.type === type ? ({ ...event, ...to(event) } as Recorded) : event)),
});
const changeData = (dossier: Dossier, type: Recorded['type'], data: object): Dossier =>
  change(dossier, type, (event) => ({ data: { ...event.data, ...data } }));
const again = (dossier: Dossier, type: Recorded['type'], to: object = {}): Dossier => {
  const event = dossier.events.find((one) => one.type === type);
  return event ? { ...dossier, events: [...dossier.events, { ...event, position: 99, ...to } as Recorded] } : dossier;
};
const first = (dossier: Dossier): Recorded => {
  const [event] = dossier.events;
  if (!event) throw new Error('an empty dossier');
  return event;
};
const told = (dossier: Dossier, ...answers: readonly Answer[]): Dossier => ({ ...dossier, answers });
const waits = (dossier: Dossier, consumer: string): Dossier => ({
  ...dossier,
  waiting: [
    { consumer, partition: story.order, event: first(dossier), dueAt: story.after(0), attempt: 3, parked: false, error: 'no idea' },
  ],
});
const viewed = (dossier: Dossier, changed: object): Dossier =>
  dossier.view ? { ...dossier, view: { ...dossier.view, ...changed } } : dossier;

/** For every promise a world that breaks it. */
const broken: Readonly<Record<string, () => Dossier>> = {
  'placed-with-its-payment': () => change(deliveredOrder(), 'PaymentApproved', () => ({ position: 2 })),
  'approved-means-placed': () => without(deliveredOrder(), 'OrderPlaced'),
  'no-order-without-its-charge': () => ({ ...deliveredOrder(), charges: [] }),
  'no-charge-without-order-or-refund': () => without({ ...canceledOrder(), refunds: [] }, 'Refunded'),
  'asked-before-charged': () => without(deliveredOrder(), 'PaymentRequested'),
  'a-key-an-attempt': () => again(deliveredOrder(), 'PaymentRequested'),
  'refunds-within-charges': () => {
    const dossier = canceledOrder();
    return { ...dossier, refunds: [...dossier.refunds, { key: 'pay_standard-refund2', chargeKey: story.chargeKey, amount: 20_000 }] };
  },
  'refunded-means-paid-back': () => ({ ...canceledOrder(), refunds: [] }),
  'fallen-orders-are-refunded': () => without(canceledOrder(), 'RefundRequested', 'Refunded'),
  'no-payment-in-doubt': () => dossierOf([story.quoted(), story.requested(), story.doubted()]),
  'published-transitions': () => without(deliveredOrder(), 'OrderAccepted'),
  'versions-without-gaps': () => without(deliveredOrder(), 'CookStarted'),
  'one-end': () => again(canceledOrder(), 'OrderCanceled', { type: 'OrderCompleted', data: { order: story.order } }),
  'cancel-or-cook': () => again(canceledOrder(), 'OrderAccepted', { type: 'CookStarted', data: { order: story.order } }),
  'prices-stay': () => changeData(deliveredOrder(), 'OrderPlaced', { total: won(19_000) }),
  'one-order-a-quote': () => again(deliveredOrder(), 'OrderPlaced'),
  'one-rider': () => changeData(deliveredOrder(), 'DeliveryStarted', { rider: story.otherRider satisfies RiderId }),
  'accepted-in-time': () => change(deliveredOrder(), 'OrderAccepted', () => ({ at: story.after(9 * story.minute) })),
  'ends-say-why': () => changeData(canceledOrder(), 'OrderCanceled', { reason: undefined }),
  'alarms-are-seen': () => viewed(canceledOrder(), { bumpedAt: story.after(story.hour) }),
  'once-an-event': () =>
    again(
      change(deliveredOrder(), 'TicketOpened', () => ({ causation: 'order/ord_standard@1' })),
      'TicketOpened',
    ),
  'once-a-message': () => again(deliveredOrder(), 'MessageSent'),
  'sent-means-heard': () => ({ ...deliveredOrder(), heard: [] }),
  'heard-means-recorded': () => without(deliveredOrder(), 'MessageSent'),
  'heard-in-order': () => ({ ...deliveredOrder(), heard: deliveredOrder().heard.toReversed() }),
  'everyone-is-told': () => without(deliveredOrder(), 'MessageSent'),
  'nothing-left-waiting': () => waits(deliveredOrder(), 'kitchen'),
  'saga-complete': () => without(deliveredOrder(), 'OrderCompleted'),
  'views-are-folds': () => viewed(deliveredOrder(), { fee: won(1) }),
  'told-means-recorded': () => told(dossierOf([story.quoted()]), { by: customer, asked: 'place', told: 'ok', order: story.order }),
  'own-effect-is-seen': () => {
    const { view } = dossierOf(story.stages.accepted);
    return told(deliveredOrder(), { by: owner, asked: 'cook', told: 'ok', order: story.order, ...(view && { view }) });
  },
  'never-goes-back': () => {
    const [before, after] = [dossierOf(story.stages.cooked).view, dossierOf(story.stages.accepted).view];
    const look = { by: customer, asked: 'look', told: 'ok', order: story.order } as const;
    return told(
      deliveredOrder(),
      { ...look, began: 0, heard: 0, ...(before && { view: before }) },
      { ...look, began: 1, heard: 1, ...(after && { view: after }) },
    );
  },
  'not-charged-is-true': () => ({
    ...dossierOf([story.quoted(), story.requested(), story.declined()]),
    charges: [{ key: story.chargeKey, order: story.order, amount: 20_000, state: 'approved' }],
  }),
  'loser-is-told-why': () =>
    told(deliveredOrder(), {
      by: customer,
      asked: 'cancel',
      told: 'TOO_LATE_COOK_STARTED',
      order: story.order,
      at: story.after(1) satisfies Instant,
    }),
  'strangers-see-nothing': () =>
    told(deliveredOrder(), { by: { role: 'customer', id: 'cus_nosy' as CustomerId }, asked: 'look', told: 'ok', order: story.order }),
};

test('an alarm is neither seen twice nor where there was none, nor shown once it was seen', () => {
  const alarms = invariants.find(({ name }) => name === 'alarms-are-seen');
  if (alarms?.of !== 'order') throw new Error('no such promise');
  const bumped = { type: 'TicketBumped', data: { order: story.order, shop: story.shop, alarm: 'stop-cooking' } };
  const once = again(canceledOrder(), 'TicketCanceled', bumped);
  expect(alarms.check(canceledOrder())).toEqual([]);
  expect(alarms.check(viewed(once, { bumpedAt: story.after(story.hour) }))).toEqual([]);
  expect(alarms.check(once)).toHaveLength(1);
  expect(alarms.check(again(viewed(once, { bumpedAt: story.after(1) }), 'TicketBumped'))[0]).toContain('2 × end of an alarm');
  expect(alarms.check(again(deliveredOrder(), 'CookFinished', bumped))[0]).toContain('without an alarm');
});

test('who got another message about the same event was not told of it', () => {
  const telling = invariants.find(({ name }) => name === 'everyone-is-told');
  if (telling?.of !== 'order') throw new Error('no such promise');
  const other = change(deliveredOrder(), 'MessageSent', ({ type, data }) =>
    type === 'MessageSent' && data.template === 'cook-finished' ? { data: { ...data, template: 'order-delayed' } } : {},
  );
  expect(telling.check(other)).toEqual([expect.stringMatching(/\(CookFinished\): the customer was neither told nor given up$/)]);
});

const placed = (order: string, body: string): Answer => ({
  by: customer,
  asked: 'place',
  told: 'ok',
  order: order as OrderId,
  key: 'once',
  body,
});
const pressed = (told: string, order?: string): Answer => ({
  ...{ by: customer, asked: 'place', told, key: 'once', body: 'a' },
  ...(order !== undefined && { order: order as OrderId }),
});
const made = (order: string, ...payments: readonly string[]): Placed => ({
  order: order as OrderId,
  customer: story.customer,
  payments: payments as readonly PaymentId[],
});

const brokenWholes: Readonly<Record<string, Partial<Whole>>> = {
  'same-key-same-answer': { answers: [placed('ord_one', 'a'), placed('ord_other', 'a')] },
  'nothing-throws': { answers: [{ by: customer, asked: 'place', told: 'threw: TypeError' }] },
  'one-key-one-order': { placed: [made('ord_one'), made('ord_other')], answers: [pressed('nothing'), pressed('ok', 'ord_one')] },
  'positions-without-gaps': { jumps: [{ id: 'order/ord_x@4', position: 4, wanted: 3 }] },
  'books-agree': { bank: { taken: 40_000, refunded: 0 } },
  'settled-by-its-holder': { settledTwice: [{ consumer: 'kitchen', event: 'order/ord_x@1' }] },
  'chain-holds': { broken: [{ event: 'order/ord_x@1', what: 'it is not what was written' }] },
};

const complaints = (invariant: Invariant): readonly string[] => {
  if (invariant.of === 'order') return broken[invariant.name] ? invariant.check(broken[invariant.name]?.() ?? deliveredOrder()) : [];
  return invariant.check({ ...soundWhole(), ...brokenWholes[invariant.name] });
};

describe('a sound world breaks no promise', () => {
  test.each(invariants)('$name', (invariant) => {
    if (invariant.of === 'order') {
      expect(invariant.check(deliveredOrder())).toEqual([]);
      expect(invariant.check(canceledOrder())).toEqual([]);
    } else expect(invariant.check(soundWhole())).toEqual([]);
  });
});

describe('a broken world is seen', () => {
  test.each(invariants)('$name: $sentence', (invariant) => {
    expect(complaints(invariant).length).toBeGreaterThan(0);
    for (const what of complaints(invariant)) expect(what).not.toMatch(/undefined|NaN|\[object/);
  });
});

test('the same key with another body must not give an order', () => {
  const invariant = invariants.find(({ name }) => name === 'same-key-same-answer');
  const answers = [placed('ord_one', 'a'), placed('ord_one', 'b')];
  expect(invariant?.of === 'whole' && invariant.check({ ...soundWhole(), answers })).toHaveLength(1);
});

/** Promises of reliability.md that no look at a store can hold: where they are held instead. */
const elsewhere: Readonly<Record<string, string>> = {
  I14: 'nothing is counted in stock: a dish is sold out or it is not, and revalidate.ts asks at payment',
  I16: 'src/core/safe-text.test.ts and src/cli/terminal.test.ts, against generated hostile strings',
  I17: 'test/cli/canary.test.ts, over events, messages, books, logs, refusals and faults',
  I18: 'from the first release on: there is no older log before it',
  I20: 'simulation/required.ts: a full run that misses one fails',
};

test('every promise has a name of its own, a sentence, and the numbers of design.md or reliability.md', () => {
  expect(new Set(invariants.map(({ name }) => name)).size).toBe(invariants.length);
  for (const { ids, sentence } of invariants) {
    expect(ids.every((id) => /^[DI]\d+$/.test(id))).toBe(true);
    expect(sentence).toMatch(/\.$/);
  }
  const numbers = (letter: string, most: number) => Array.from({ length: most }, (_, at) => `${letter}${at + 1}`);
  const held = new Set(invariants.flatMap(({ ids }) => ids));
  expect([...numbers('D', 12), ...numbers('I', 20)].filter((id) => !held.has(id))).toEqual(Object.keys(elsewhere));
});
