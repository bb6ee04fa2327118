import { describe, expect, test } from 'vitest';
import { packData, unpackData } from './pack-data.ts';

const placed = { type: 'OrderPlaced', stream: 'order/ord_aaa', order: 'ord_aaa', causation: 'cmd_1' };
const paid = { type: 'PaymentApproved', stream: 'payment/pay_aaa', order: 'ord_aaa', causation: 'cmd_1' };
const opened = { type: 'ShopOpened', stream: 'shop/shop_a', order: null, causation: 'cmd_1' };
const sent = { type: 'MessageSent', stream: 'message/ord_aaa/customer', order: 'ord_aaa', causation: 'order/ord_aaa@1' };

describe('what stands in a column is not kept twice', () => {
  test.each([
    ['its own order', placed, { order: 'ord_aaa', total: 3 }, '{"total":3}'],
    ['another order', placed, { order: 'ord_bbb', total: 3 }, '{"order":"ord_bbb","total":3}'],
    ['no order', placed, { total: 3 }, '{"total":3,"order":null}'],
    ['its own payment', paid, { payment: 'pay_aaa', order: 'ord_aaa', amount: 3 }, '{"amount":3}'],
    ['another payment', paid, { payment: 'pay_bbb', order: 'ord_aaa' }, '{"payment":"pay_bbb"}'],
    ['an event of no order', opened, { shop: 'shop_a' }, '{}'],
    ['a message about its cause', sent, { event: 'order/ord_aaa@1', lang: 'ko' }, '{"lang":"ko"}'],
    ['whom a message was for', sent, { event: 'order/ord_aaa@1', recipient: { role: 'customer', id: 'cus_a' } }, '{"recipient":"cus_a"}'],
    [
      'a message for another role',
      sent,
      { event: 'order/ord_aaa@1', recipient: { role: 'owner', id: 'shop_a' } },
      '{"recipient":{"role":"owner","id":"shop_a"}}',
    ],
    ['a message about another event', sent, { event: 'order/ord_aaa@2' }, '{"event":"order/ord_aaa@2"}'],
  ])('%s', (_case, envelope, data, kept) => {
    expect(packData(data, envelope)).toBe(kept);
    expect(unpackData(kept, envelope)).toEqual(data);
  });

  test('what was kept before this rule reads as it did', () => {
    expect(unpackData('{"order":"ord_aaa","total":3}', placed)).toEqual({ order: 'ord_aaa', total: 3 });
  });
});
