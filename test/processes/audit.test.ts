import { expect, test } from 'vitest';
import type { Recorded } from '../../src/core/events.ts';
import { type Seen, wrongs } from './audit.ts';

const event = (type: string, stream: string, data: object): Recorded =>
  ({ type, stream, order: 'ord_a', id: `${stream}@${type}`, data: { order: 'ord_a', payment: 'pay_a', ...data } }) as unknown as Recorded;
const approved = event('PaymentApproved', 'payment/pay_a', { key: 'pay_a-1', amount: 20_000 });
const placed = event('OrderPlaced', 'order/ord_a', { total: 20_000 });
const ticket = event('TicketOpened', 'ticket/ord_a', {});
const sent = event('MessageSent', 'message/ord_a', { event: 'order/ord_a@1', recipient: { role: 'customer' }, template: 'order-placed' });
const canceled = event('OrderCanceled', 'order/ord_a', { by: 'customer' });
const charge = { key: 'pay_a-1', order: 'ord_a', amount: 20_000, state: 'approved' } as const;
const refund = { key: 'pay_a-1-r', chargeKey: 'pay_a-1', amount: 20_000 };
const id = 'order/ord_a@1:customer:order-placed';
const well: Seen = { events: [approved, placed, ticket, sent], charges: [charge], refunds: [], delivered: [id] };

test('the checker finds nothing where all is well, and promises kept', () => {
  expect(wrongs(well, { placed: ['ord_a'] })).toEqual([]);
});

// A checker that cannot find is worse than none.
test.each<[string, Partial<Seen>]>([
  ['ord_a stands without a charge of 20000', { charges: [] }],
  ['ord_a stands without a charge of 20000', { charges: [{ ...charge, amount: 19_000 }] }],
  ['charge pay_a-1 of 20000 for ord_a: fell, back 0', { events: [approved, sent] }],
  ['charge pay_a-1 of 20000 for ord_a: stands, back 20000', { refunds: [refund] }],
  ['charge pay_a-1 of 20000 for ord_a: fell, back 0', { events: [...well.events, canceled] }],
  ['charge pay_a-2 can still land', { charges: [charge, { ...charge, key: 'pay_a-2', state: 'coming' }] }],
  ['ord_a was charged twice', { charges: [charge, { ...charge, key: 'pay_a-2' }] }],
  ['TicketOpened of ord_a twice', { events: [...well.events, ticket] }],
  ['ord_a was canceled by its customer and cooked', { events: [...well.events, canceled, event('CookStarted', 'ticket/ord_a', {})] }],
  ['payment/pay_b ends with PaymentRequested', { events: [...well.events, event('PaymentRequested', 'payment/pay_b', {})] }],
  ['ord_a fell and was not refunded', { events: [...well.events, canceled] }],
  [`message ${id} arrived twice`, { delivered: [id, id] }],
  [`message ${id} was recorded twice`, { events: [...well.events, sent] }],
  [`message ${id} is recorded and never arrived`, { delivered: [] }],
  ['message x arrived and is not recorded', { delivered: [id, 'x'] }],
  ['ord_a stands and the kitchen never heard of it', { events: [approved, placed, sent] }],
  ['ord_b was said to be placed, and is not', {}],
])('the checker finds: %s', (what, change) => {
  expect(wrongs({ ...well, ...change }, { placed: ['ord_b'] })).toContain(what);
});
