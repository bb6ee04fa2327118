import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryStore } from '../store/memory/memory-store.ts';
import type { EventType, Recorded } from './events.ts';
import { later, type OrderId, type PaymentId } from './kinds.ts';
import { goesToViews } from './route.ts';
import { type Operation, type Said, timeOut, unreachable } from './testing/fake-gateway.ts';
import { fakeShop, twoStews } from './testing/fake-shop.ts';
import { hour, minute, otherRider, second } from './testing/story.ts';
import { createWorld, everyConsumer, fastRider, mina, owner, type World } from './testing/world.ts';
import { moneyOf, statusOf } from './views/order-view.ts';

const orders = ['ord_0001' as OrderId, 'ord_0002' as OrderId];
const payments = ['pay_0001' as PaymentId, 'pay_0002' as PaymentId, 'pay_0003' as PaymentId] as const;
const faults: readonly { readonly [O in Operation]?: Said<O> }[] = [
  { approve: timeOut },
  { approve: { ...timeOut, too: true } },
  { approve: unreachable },
  { approve: { kind: 'declined', reason: 'insufficient-funds' } },
  { approve: { kind: 'pending', too: true } },
  { lookUp: timeOut },
  { lookUp: unreachable },
  { void: timeOut },
  { void: { ...timeOut, too: true } },
  { refund: timeOut },
  { refund: { ...timeOut, too: true } },
  { refund: { kind: 'refused', reason: 'not-allowed-now' } },
];

type Step = (world: World) => Promise<unknown>;
const checkout = { of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok' } as const;

const people = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('k1', 'k2').map(
      (key): Step =>
        (world) =>
          world.as(mina).placeOrder({ ...checkout, key }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...payments).map(
      (id): Step =>
        (world) =>
          world.as(mina).pay(id, 'card-ok'),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...orders).map(
      (id): Step =>
        (world) =>
          world.as(mina).cancelOrder(id, 'CHANGED_MIND'),
    ),
  },
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...orders),
        fc.constantFrom('accept', 'accept', 'cook', 'cook', 'finish', 'finish', 'recall', 'reject', 'cancel', 'delay'),
      )
      .map(
        ([id, what]): Step =>
          (world) => {
            const shop = world.as(owner);
            if (what === 'reject') return shop.reject(id, 'TOO_BUSY');
            if (what === 'cancel') return shop.cancelByShop(id, 'SHOP_ISSUE');
            return what === 'delay' ? shop.delay(id, 5) : shop[what](id);
          },
      ),
  },
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.constantFrom(...orders), fc.constantFrom('claim', 'claim', 'pick', 'pick', 'deliver', 'release', 'fail'), fc.boolean())
      .map(
        ([id, what, fast]): Step =>
          (world) => {
            const rider = world.as(fast ? fastRider : { role: 'rider', id: otherRider });
            return what === 'fail' ? rider.fail(id, 'ACCIDENT') : rider[what](id);
          },
      ),
  },
);
/** A daemon that takes events and dies before it has done anything with them. */
const dies = (name: string) => (world: World) => {
  const now = world.env.now();
  return world.store.claim({ consumers: [name], now, leaseUntil: later(now, world.settings.leaseMs), limit: 5 });
};
const surroundings = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...everyConsumer).map((name): Step => dies(name)) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...everyConsumer).map(
      (name): Step =>
        (world) =>
          world.drainNow(name),
    ),
  },
  { weight: 8, arbitrary: fc.constant<Step>((world) => world.drainNow()) },
  {
    weight: 6,
    arbitrary: fc.constantFrom(second, 20 * second, 40 * second, 2 * minute, 8 * minute).map(
      (ms): Step =>
        async (world) =>
          world.env.tick(ms),
    ),
  },
  {
    weight: 8,
    arbitrary: fc.constantFrom(...faults).map(
      (fault): Step =>
        async ({ gateway }) => {
          if (fault.approve) gateway.say('approve', fault.approve);
          if (fault.lookUp) gateway.say('lookUp', fault.lookUp);
          if (fault.void) gateway.say('void', fault.void);
          if (fault.refund) gateway.say('refund', fault.refund);
        },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (open): Step =>
        (world) =>
          world.shopIs({ ...fakeShop, intake: { state: open ? 'open' : 'closed' } }),
    ),
  },
);
const step = fc.oneof(people, surroundings);
/** What makes a call to the bank. */
const calling = fc.constantFrom<Step>(
  (world) => world.drainNow('payment'),
  (world) => world.drainNow(),
  (world) => world.as(mina).pay(payments[0], 'card-ok'),
  (world) => world.as(mina).placeOrder({ ...checkout, key: 'k2' }),
);
/** One after the other, two at once, or one while another waits for the bank. */
const moment = fc.oneof(
  { weight: 6, arbitrary: step },
  {
    weight: 2,
    arbitrary: fc.tuple(step, step).map(
      ([one, two]): Step =>
        (world) =>
          Promise.all([one(world), two(world)]),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom<Operation>('approve', 'lookUp', 'void', 'refund'), calling, step).map(
      ([operation, one, two]): Step =>
        async (world) => {
          world.gateway.meanwhile(operation, async () => void (await two(world)));
          world.env.tick(second);
          await one(world);
        },
    ),
  },
);

const firstAnswer = fc.constantFrom<Said<'approve'> | undefined>(undefined, timeOut, { ...timeOut, too: true }, unreachable);

const of = (events: readonly Recorded[], order: OrderId, ...types: readonly EventType[]) =>
  events.filter((event) => event.order === order && types.includes(event.type));

const checkOrder = (events: readonly Recorded[], order: OrderId): void => {
  expect(of(events, order, 'OrderPlaced').length, 'one order of one quote').toBeLessThanOrEqual(1);
  for (const placed of of(events, order, 'OrderPlaced')) {
    const before = events.find(({ position }) => position === placed.position - 1);
    expect(before, 'no order without its money, in the same commit').toMatchObject({
      type: 'PaymentApproved',
      at: placed.at,
      data: { amount: 20_000 },
    });
  }
  expect(of(events, order, 'OrderCanceled', 'OrderRejected', 'OrderCompleted').length, 'one end').toBeLessThanOrEqual(1);
  expect(of(events, order, 'OrderAccepted', 'AcceptanceExpired', 'TicketRejected').length, 'one answer').toBeLessThanOrEqual(1);
  const ended = of(events, order, 'OrderCanceled', 'OrderRejected')[0];
  if (!ended) return;
  const late = of(events, order, 'OrderAccepted', 'CookStarted', 'CookFinished', 'DeliveryClaimed', 'DeliveryStarted', 'Delivered');
  expect(
    late.filter(({ position }) => position > ended.position).map(({ type }) => type),
    'nothing goes on after the end',
  ).toEqual([]);
  const cooked = of(events, order, 'CookStarted')[0];
  const byCustomer = ended.type === 'OrderCanceled' && ended.data.by === 'customer';
  expect(byCustomer && cooked !== undefined, 'no customer cancels what is being cooked').toBe(false);
};

const checkWorld = async (world: World): Promise<void> => {
  const events = await world.store.events({ after: 0, limit: 10_000 });
  let standing = 0;
  for (const order of orders) {
    checkOrder(events, order);
    const view = await world.store.order(order);
    if (!view) continue;
    const status = statusOf(view);
    const fell = ['canceled', 'rejected', 'expired', 'delivery-failed'].includes(status);
    expect(moneyOf(view), `${order} is ${status}`).toBe(fell ? 'refunded' : 'paid');
    if (!fell) standing += view.total;
  }
  expect(world.gateway.kept(), 'the bank keeps what stands, and nothing else').toBe(standing);
  expect(await world.store.parked(10)).toEqual([]);
  expect(await world.store.openPayments(undefined, 10)).toEqual([]);
  expect((await world.store.rebuild('verify')).differences).toEqual([]);
  const messages = events.flatMap((event) =>
    event.type === 'MessageSent' ? [`${event.data.event} ${event.data.recipient.role} ${event.data.template}`] : [],
  );
  expect(new Set(messages).size, 'no message twice').toBe(messages.length);
};

test('whatever people, daemons and the bank do, in the end the money stands with the orders', async () => {
  await fc.assert(
    fc.asyncProperty(firstAnswer, fc.array(moment, { minLength: 5, maxLength: 40 }), async (first, moments) => {
      const world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
      if (first) world.gateway.say('approve', first);
      await world.as(mina).placeOrder({ ...checkout, key: 'k1' });
      for (const one of moments) await one(world);
      world.gateway.heal();
      await world.live(26 * hour);
      await checkWorld(world);
    }),
    { numRuns: 60 },
  );
});
