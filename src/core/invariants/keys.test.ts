import { describe, expect, test } from 'vitest';
import type { OrderId, PaymentId } from '../kinds.ts';
import * as story from '../testing/story.ts';
import type { Answer, Placed } from './evidence.ts';
import { invariants } from './invariants.ts';
import { soundWhole } from './sound.ts';

const mina = { role: 'customer', id: story.customer } as const;
const press = (told: string, more: Partial<Answer> = {}): Answer => ({ by: mina, asked: 'place', told, key: 'once', body: 'a', ...more });
const keyless = (told: string): Answer => ({ by: mina, asked: 'place', told });
const placed = (order: string, payment = `pay_${order}`, customer: string = story.customer): Placed => ({
  order: order as OrderId,
  customer,
  payments: [payment as PaymentId],
});
const named = (order: string) => ({ order: order as OrderId });
const paidBy = (payment: string) => ({ payment: payment as PaymentId });

const complaints = (orders: readonly Placed[], ...answers: readonly Answer[]): readonly string[] => {
  const invariant = invariants.find(({ name }) => name === 'one-key-one-order');
  if (invariant?.of !== 'whole') throw new Error('one-key-one-order is gone');
  return invariant.check({ ...soundWhole(), placed: orders, answers });
};

describe('one key, one order', () => {
  test.each<[string, readonly Placed[], readonly Answer[]]>([
    ['pressed once and answered', [placed('ord_a')], [press('ok', named('ord_a'))]],
    ['pressed once, and the answer was lost', [placed('ord_a')], [press('nothing')]],
    ['pressed until it was answered', [placed('ord_a')], [press('nothing'), press('BUSY'), press('ok', named('ord_a'))]],
    ['answered with its payment, which became the order later', [placed('ord_a', 'pay_1')], [press('PAYMENT_UNKNOWN', paidBy('pay_1'))]],
    ['declined, and never an order', [], [press('nothing'), press('PAYMENT_DECLINED', paidBy('pay_1'))]],
    ['two keys, neither ever answered', [placed('ord_a'), placed('ord_b')], [press('nothing'), press('nothing', { key: 'twice' })]],
    ['no key at all: every press may be an order', [placed('ord_a'), placed('ord_b')], [keyless('nothing'), keyless('nothing')]],
  ])('%s: nothing is wrong', (_how, orders, answers) => {
    expect(complaints(orders, ...answers)).toEqual([]);
  });

  test.each<[string, readonly Placed[], readonly Answer[], string]>([
    [
      'whose answer was lost, and pressed again makes another order',
      [placed('ord_a'), placed('ord_b')],
      [press('nothing'), press('ok', named('ord_b'))],
      `${story.customer}: 1 × an order that no answer named (ord_a), 0 × a press that nobody answered`,
    ],
    [
      'pressed twice, never answered, makes two orders',
      [placed('ord_a'), placed('ord_b')],
      [press('nothing'), press('nothing')],
      `${story.customer}: 2 × an order that no answer named (ord_a, ord_b), 1 × a press that nobody answered`,
    ],
    [
      'held first, and pressed again pays for another order',
      [placed('ord_a', 'pay_1'), placed('ord_b', 'pay_2')],
      [press('PAYMENT_DEFERRED', paidBy('pay_1')), press('ok', { ...named('ord_b'), ...paidBy('pay_2') })],
      `the key once of ${story.customer} made ord_a and ord_b`,
    ],
    [
      'refused, and yet there is an order',
      [placed('ord_a')],
      [press('CLOSED')],
      `${story.customer}: 1 × an order that no answer named (ord_a), 0 × a press that nobody answered`,
    ],
    [
      'of somebody who never asked',
      [placed('ord_a', 'pay_1', 'cus_jun')],
      [press('nothing')],
      'cus_jun: 1 × an order that no answer named (ord_a), 0 × a press that nobody answered',
    ],
  ])('a key %s: that is seen', (_how, orders, answers, wrong) => {
    expect(complaints(orders, ...answers)).toEqual([wrong]);
  });
});
