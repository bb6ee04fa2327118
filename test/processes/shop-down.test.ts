import { test } from 'vitest';
import { operator } from '../../src/cli/actor.ts';
import { statusJson } from '../../src/cli/show/order-json.ts';
import type { House } from '../../src/cli/wire.ts';
import type { EventType } from '../../src/core/events.ts';
import { parseId } from '../../src/core/kinds.ts';
import { allEvents, audit, only } from './audit.ts';
import { anOrder, codeOf, field, newPlace, owner, textOf, until } from './place.ts';

const withoutShop = ['--only', 'views,payment,ordering,notify'] as const;
/** Looks without a process for every look. */
const reaches = (house: House, order: string, wanted: { readonly status: string; readonly money: string }) =>
  until(`${order} ${JSON.stringify(wanted)}`, async () => {
    const id = parseId('order', order);
    const seen = id && (await house.as(operator).orderStatus(id));
    const { status, money } = seen?.ok ? statusJson(seen.value) : { status: '', money: '' };
    return (status === wanted.status && money === wanted.money) || undefined;
  });
const recorded = (house: House, order: string, type: EventType) =>
  until(
    `${type} of ${order}`,
    async () => (await allEvents(house)).some((event) => event.type === type && event.order === order) || undefined,
  );
const idle = (house: House) =>
  until('nothing is left to do', async () => (await house.store.backlog(house.env.now())).pending === 0 || undefined);

test.concurrent('with the shop’s side down orders are taken, and served when it is back', async ({ expect, onTestFinished }) => {
  const place = newPlace({}, onTestFinished);
  await place.did('seed');
  const half = await place.daemon(...withoutShop);
  const orders = await Promise.all([place.did(...anOrder), place.did(...anOrder)]);
  const [order, canceled] = orders.map((json) => textOf(json, 'order'));
  if (order === undefined || canceled === undefined) throw new Error('no orders');
  expect(await place.did('status', order)).toMatchObject({ status: 'placed', money: 'paid' });
  expect(await place.did('kitchen', 'board', ...owner)).toEqual([]);
  const early = await place.baedal('kitchen', 'accept', order, ...owner);
  expect([early.exit, codeOf(early.json)]).toEqual([5, 'INVALID_TRANSITION']);
  await place.did('cancel', canceled);
  const house = await place.house();
  await reaches(house, canceled, { status: 'canceled', money: 'refunded' });

  const whole = await place.daemon();
  half.kill('SIGTERM');
  await recorded(house, order, 'TicketOpened');
  // The board follows the ticket by a moment.
  await expect.poll(() => place.did('kitchen', 'board', ...owner), { timeout: 10_000 }).toMatchObject([{ order }]);
  for (const step of ['accept', 'cook', 'finish']) await place.did('kitchen', step, order, ...owner);
  // What was canceled while the shop was away wins over whatever the kitchen types now.
  const late = await place.baedal('kitchen', 'cook', canceled, ...owner);
  expect([late.exit, late.json]).toMatchObject([5, { error: { code: 'INVALID_TRANSITION', details: { state: 'canceled' } } }]);
  const rider = ['--as', 'rider:rdr_minsu'];
  await recorded(house, order, 'DeliveryRequested');
  for (const step of ['claim', 'pick', 'deliver']) await place.did('rider', step, order, ...rider);
  await reaches(house, order, { status: 'delivered', money: 'paid' });
  await idle(house);
  whole.kill('SIGTERM');
  expect((await whole.ended).exit).toBe(0);
  expect(await audit(house, place.messageLog(), { placed: [order, canceled], canceled: [canceled] })).toEqual([]);
});

test.concurrent('a shop that stays away keeps no money: the acceptance ends without it', async ({ expect, onTestFinished }) => {
  const place = newPlace({ acceptLeaseMs: 1500, acceptGraceMs: 100, acceptRemindMs: [200, 400] }, onTestFinished);
  await place.did('seed');
  const half = await place.daemon(...withoutShop);
  const order = textOf(await place.did(...anOrder), 'order');
  const house = await place.house();
  await reaches(house, order, { status: 'expired', money: 'refunded' });
  expect(await place.did('status', order)).toMatchObject({ status: 'expired', reason: 'ACCEPT_TIMEOUT', by: 'system' });
  half.kill('SIGTERM');
  await half.ended;
  // The shop comes back after the end: nothing to cook, and it is told why.
  await place.did('daemon', '--once');
  expect(await place.did('kitchen', 'board', ...owner)).toEqual([]);
  const late = await place.baedal('kitchen', 'accept', order, ...owner);
  expect([late.exit, codeOf(late.json)]).toEqual([5, 'INVALID_TRANSITION']);
  expect(await audit(house, place.messageLog(), { placed: [order] })).toEqual([]);
});

test.concurrent('deadlines that passed while everything was down fire once', async ({ expect, onTestFinished }) => {
  const place = newPlace(
    { acceptLeaseMs: 2600, acceptGraceMs: 50, acceptRemindMs: [2300, 2400, 2500], gatewayTimeoutMs: 1000, paymentWatchMs: 2500 },
    onTestFinished,
  );
  await place.did('seed');
  await place.did(...anOrder);
  const order = textOf(await place.did(...anOrder), 'order');
  await place.did('daemon', '--once', '--only', 'kitchen');
  const house = await place.house();
  await until('its time is over', async () => (await house.store.backlog(house.env.now())).scheduled === 0 || undefined);
  const passes = await Promise.all([place.did('daemon', '--once'), place.did('daemon', '--once')]);
  expect(passes).toHaveLength(2);
  await until('nothing is left to do', async () => field(await place.did('daemon', '--once'), 'drained') === 0 || undefined);
  expect(await place.did('status', order)).toMatchObject({ status: 'expired', money: 'refunded', reason: 'ACCEPT_TIMEOUT' });
  expect(await audit(house, place.messageLog(), { placed: [order] })).toEqual([]);
  const events = await allEvents(house);
  expect(only(events, 'OrderCanceled')).toHaveLength(2);
  // Nobody wants to be reminded of what is over.
  expect(only(events, 'AcceptanceReminded')).toEqual([]);
  expect(only(events, 'Refunded')).toHaveLength(2);
});
