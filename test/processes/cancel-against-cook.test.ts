import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { OrderId } from '../../src/core/kinds.ts';
import type { Refusal } from '../../src/core/refusal.ts';
import { allEvents, only } from './audit.ts';
import { chance } from './chance.ts';
import { placeMany, seedShop, shop } from './many-orders.ts';
import { newPlace, type Place } from './place.ts';

type Told = { readonly won: true } | { readonly won: false; readonly refusal: Refusal };
const rounds = 1000;

/** Orders that the kitchen has accepted and nobody has touched since. */
const acceptedOrders = async (place: Place, count: number) => {
  const house = await place.house('create');
  await seedShop(house);
  const orders = await placeMany(house, count, 'minji');
  await place.did('daemon', '--once', '--only', 'kitchen');
  const app = house.as({ role: 'owner', id: shop });
  for (let n = 0; n < count; n += 100) {
    const accepted = await Promise.all(orders.slice(n, n + 100).map((order) => app.accept(order)));
    expect(accepted.filter(({ ok }) => !ok)).toEqual([]);
  }
  return { house, orders };
};

const heard = async (child: ChildProcess): Promise<Told> => {
  const [told] = await once(child, 'message');
  return told as Told;
};

test('cancel against cook at the same moment, a thousand times: one wins, and the other is told why', async () => {
  const place = newPlace();
  const { house, orders } = await acceptedOrders(place, rounds);
  const customer = place.child('contender.child.ts', place.db, 'cancel', 'cus_minji');
  const kitchen = place.child('contender.child.ts', place.db, 'cook', shop);
  await Promise.all([once(customer, 'message'), once(kitchen, 'message')]);

  const seed = 1;
  const { between } = chance(seed);
  const wrong: unknown[] = [];
  const won: { readonly canceled: Set<OrderId>; readonly cooked: Set<OrderId> } = { canceled: new Set(), cooked: new Set() };
  for (const order of orders) {
    const [first, second] = between(0, 1) === 0 ? [customer, kitchen] : [kitchen, customer];
    const both = Promise.all([heard(customer), heard(kitchen)]);
    first.send(order);
    const until = performance.now() + between(0, 10) / 20;
    while (performance.now() < until);
    second.send(order);
    const [cancel, cook] = await both;
    if (cancel.won) won.canceled.add(order);
    if (cook.won) won.cooked.add(order);
    if (cancel.won === cook.won) wrong.push({ order, cancel, cook });
    const { refusal } = cancel.won ? { refusal: undefined } : cancel;
    if (refusal && !(refusal.code === 'TOO_LATE_COOK_STARTED' && refusal.startedAt > 0 && refusal.requestedAt > 0))
      wrong.push({ order, cancel });
    if (!cook.won && !(cook.refusal.code === 'INVALID_TRANSITION' && cook.refusal.state === 'canceled')) wrong.push({ order, cook });
  }
  customer.send('end');
  kitchen.send('end');
  expect(wrong).toEqual([]);
  // Else they did not race.
  expect(Math.min(won.canceled.size, won.cooked.size)).toBeGreaterThan(rounds / 20);
  const events = await allEvents(house);
  expect(new Set(only(events, 'OrderCanceled').map(({ data }) => data.order))).toEqual(won.canceled);
  expect(new Set(only(events, 'CookStarted').map(({ data }) => data.order))).toEqual(won.cooked);
  expect((await house.store.verifyChain()).broken).toEqual([]);
});
