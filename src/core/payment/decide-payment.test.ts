import { describe, expect, test } from 'vitest';
import * as command from '../commands.ts';
import type { Work } from '../handle.ts';
import { paymentStream } from '../kinds.ts';
import { won } from '../money.ts';
import { ok } from '../result.ts';
import { paymentCommands, refundCommands } from '../testing/every-command.ts';
import { type Given, given, matrix, table } from '../testing/given.ts';
import * as story from '../testing/story.ts';
import { after, minute, order, payment, second } from '../testing/story.ts';
import { requestPayment } from './decide-payment.ts';
import type { Payment, Refund } from './payment.ts';

const { stages } = story;
const asked = [story.quoted(), story.requested()];

const pay: Work<void> = async (facts) => {
  const ask = { quote: story.quote, payment, method: 'card-ok', gateway: 'fake', acceptLeaseMs: 8 * minute };
  const decided = requestPayment(await facts.payment(payment), ask);
  return decided.ok ? ok({ append: [{ stream: paymentStream(payment), order, events: [decided.value] }], value: undefined }) : decided;
};

describe('a payment', () => {
  const states: { readonly [S in Payment['status']]: Given } = {
    none: given(story.quoted()),
    requested: given(...asked),
    unknown: given(...asked, story.doubted()),
    deferred: given(...asked, story.deferred()),
    declined: given(...asked, story.declined()),
    voiding: given(...asked, story.doubted(), story.voidAsked()),
    voided: given(...asked, story.doubted(), story.voidAsked(), story.voided()),
    approved: given(...stages.placed),
  };

  test('every command on every state of a payment does what the table says', async () => {
    expect(await matrix(states, { pay, ...paymentCommands })).toEqual(
      table(`
        | state     | pay              | approvePayment              | declinePayment  | doubtPayment          | watchPayment | deferPayment    | requestVoid          | voidPayment   | expireHold |
        | none      | PaymentRequested | throws                      | no              | ·                     | ·            | no              | ·                    | no            | ·          |
        | requested | no               | PaymentApproved OrderPlaced | PaymentDeclined | PaymentOutcomeUnknown | ·            | PaymentDeferred | ·                    | no            | ·          |
        | unknown   | no               | PaymentApproved OrderPlaced | PaymentDeclined | ·                     | ·            | no              | PaymentVoidRequested | no            | ·          |
        | deferred  | PaymentRequested | no                          | PaymentDeclined | ·                     | ·            | no              | ·                    | no            | ·          |
        | declined  | no               | no                          | ·               | ·                     | ·            | no              | ·                    | no            | ·          |
        | voiding   | no               | no                          | no              | ·                     | ·            | no              | ·                    | PaymentVoided | ·          |
        | voided    | no               | no                          | no              | ·                     | ·            | no              | ·                    | ·             | ·          |
        | approved  | no               | no                          | no              | ·                     | ·            | no              | ·                    | no            | ·          |
      `),
    );
  });

  test('only time moves a held or a forgotten payment', async () => {
    const later = Object.fromEntries(Object.entries(states).map(([name, from]) => [name, from.at(10 * minute)]));
    const { watchPayment, expireHold } = paymentCommands;
    expect(await matrix(later, { watchPayment, expireHold })).toEqual(
      table(`
        | state     | watchPayment          | expireHold      |
        | none      | ·                     | ·               |
        | requested | PaymentOutcomeUnknown | ·               |
        | unknown   | ·                     | ·               |
        | deferred  | ·                     | PaymentDeclined |
        | declined  | ·                     | ·               |
        | voiding   | ·                     | ·               |
        | voided    | ·                     | ·               |
        | approved  | ·                     | ·               |
      `),
    );
  });

  test('is asked for with a key of its own, that every later attempt replaces', async () => {
    await given(story.quoted()).when(pay).then(story.requested(1));
    await given(...asked, story.deferred())
      .when(pay)
      .then(story.requested(2));
  });
});

describe('an approval', () => {
  const approve = (amount: number) => command.approvePayment(payment, { reference: 'ref-1', amount });

  test('makes the order in the same breath, with a deadline for the shop from that moment', async () => {
    await given(...asked)
      .when(approve(20_000))
      .then(story.approved(), story.placed());
    const late = story.placed();
    if (late.event.type !== 'OrderPlaced') throw new Error('not placed');
    await given(...asked, story.doubted())
      .at(2 * minute)
      .when(approve(20_000))
      .then(story.approved(), { ...late, event: { ...late.event, data: { ...late.event.data, acceptBy: after(10 * minute) } } });
  });

  test('of another amount makes no order', async () => {
    await given(...asked)
      .when(approve(19_999))
      .refused('MISCONFIGURED');
    await given(story.quoted({ total: won(21_000) }), story.requested())
      .when(approve(20_000))
      .refused('MISCONFIGURED');
  });

  test('for a quote that already became an order makes no second one', () =>
    given(...asked, story.placed())
      .when(approve(20_000))
      .refused('ALREADY_ORDERED', { order }));

  test('of a payment whose quote nobody knows is a broken world', async () => {
    expect(await given(story.requested()).when(approve(20_000)).cell()).toBe('throws');
  });
});

describe('doubt', () => {
  test('says by when it will be known, in the ordinary course', () =>
    given(...asked)
      .at(5 * second)
      .when(command.doubtPayment(payment, order, 'time-out'))
      .then(story.doubted('time-out', 5 * second)));

  test('begins by itself when the process that paid is gone for fifteen seconds', async () => {
    const watch = command.watchPayment(payment, order, 1);
    await given(...asked)
      .at(15 * second - 1)
      .when(watch)
      .nothing();
    await given(...asked)
      .at(15 * second)
      .when(watch)
      .then(story.doubted('process-lost', 15 * second));
  });

  test('of an earlier attempt says nothing about the present one', () =>
    given(...asked, story.deferred(), story.requested(2))
      .at(minute)
      .when(command.watchPayment(payment, order, 1))
      .nothing());
});

test('a hold ends exactly when the price does', async () => {
  const expire = command.expireHold(payment, order);
  await given(...asked, story.deferred())
    .at(10 * minute - 1)
    .when(expire)
    .nothing();
  await given(...asked, story.deferred())
    .at(10 * minute)
    .when(expire)
    .then(story.declined('quote-expired'));
});

describe('a refund', () => {
  const back = [...stages.awaiting, story.canceled(), story.refundAsked()];
  const states: { readonly [S in Refund['status'] | 'no money was taken']: Given } = {
    'no money was taken': given(...asked, story.declined()),
    none: given(...stages.awaiting),
    requested: given(...back),
    failed: given(...back, story.refundFailed()),
    'needs-attention': given(...back, story.refundFailed(), story.attention()),
    refunded: given(...back, story.refunded()),
    'settled-manually': given(...back, story.attention(), story.settledManually()),
  };

  test('every command on every state of a refund does what the table says', async () => {
    expect(await matrix(states, refundCommands)).toEqual(
      table(`
        | state              | requestRefund   | recordRefund | recordRefundFailure | callForAttention     | settleRefundManually  |
        | no money was taken | ·               | ·            | ·                   | ·                    | no                    |
        | none               | RefundRequested | ·            | ·                   | ·                    | no                    |
        | requested          | ·               | Refunded     | RefundFailed        | RefundNeedsAttention | RefundSettledManually |
        | failed             | ·               | Refunded     | ·                   | RefundNeedsAttention | RefundSettledManually |
        | needs-attention    | ·               | Refunded     | ·                   | ·                    | RefundSettledManually |
        | refunded           | ·               | ·            | ·                   | ·                    | no                    |
        | settled-manually   | ·               | ·            | ·                   | ·                    | ·                     |
      `),
    );
  });

  test('gives back all that was taken, under one key for all its attempts', () =>
    given(...stages.awaiting, story.canceled())
      .when(command.requestRefund(payment, order, 'CHANGED_MIND'))
      .then(story.refundAsked('CHANGED_MIND')));

  test('of a free order is done at once: there is nothing to give back', async () => {
    const free = { payment, order, customer: story.customer, shop: story.shop, amount: won(0), key: story.refundKey };
    await given(story.quoted(), story.requested(1, { amount: won(0) }), story.approved())
      .when(command.requestRefund(payment, order, 'CHANGED_MIND'))
      .then(
        {
          ...story.refundAsked(),
          event: { type: 'RefundRequested', data: { ...free, chargeKey: story.chargeKey, reason: 'CHANGED_MIND' } },
        },
        { ...story.refunded(), event: { type: 'Refunded', data: { ...free, reference: 'free' } } },
      );
  });

  test('that comes through after a person was called is simply refunded', () =>
    given(...back, story.refundFailed(), story.attention())
      .when(command.recordRefund(payment, order, 'back-1'))
      .then(story.refunded()));
});
