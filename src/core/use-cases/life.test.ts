import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { App } from '../app.ts';
import { type OrderId, ticketStream } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { timeOut } from '../testing/fake-gateway.ts';
import { twoStews } from '../testing/fake-shop.ts';
import { after, minute, otherRider, second, shop as shopId } from '../testing/story.ts';
import { createWorld, fastRider, mina, operator, owner, type World } from '../testing/world.ts';
import { moneyOf, type OrderView, statusOf } from '../views/order-view.ts';

let world: World;
let customer: App;
let shop: App;
let rider: App;
const id = 'ord_0001' as OrderId;

beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  [customer, shop, rider] = [world.as(mina), world.as(owner), world.as(fastRider)];
  const placed = await customer.placeOrder({ of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok' });
  expect(placed.ok).toBe(true);
});

/** Each step, and what daemons make of it. */
const steps: Readonly<Record<string, () => Promise<unknown>>> = {
  accept: () => shop.accept(id, 20),
  claim: () => rider.claim(id),
  cook: () => shop.cook(id),
  finish: () => shop.finish(id),
  pick: () => rider.pick(id),
  deliver: () => rider.deliver(id),
};
/** From the kitchen's bell through this step, daemons running. */
const until = async (last?: string) => {
  await world.drainNow();
  for (const [name, step] of last === undefined ? [] : Object.entries(steps)) {
    expect(await step()).toMatchObject({ ok: true });
    world.env.tick(minute);
    await world.drainNow();
    if (name === last) return;
  }
};
const words = (view: OrderView | undefined) => (view ? `${statusOf(view)}, ${moneyOf(view)}` : 'not there');
const seen = async () => {
  const status = await customer.orderStatus(id);
  return words(status.ok ? status.value : undefined);
};

describe('the whole life of an order', () => {
  test('from the bell to the door, every change told once, and the books agree', async () => {
    await until('deliver');
    await world.live(60 * minute);
    expect(await world.types(id)).toEqual(
      expect.arrayContaining([
        'OrderPlaced',
        'TicketOpened',
        'OrderAccepted',
        'CookFinished',
        'DeliveryStarted',
        'Delivered',
        'OrderCompleted',
      ]),
    );
    expect(await seen()).toBe('delivered, paid');
    expect(world.messenger.told()).toEqual([
      ...['customer order-placed', 'owner new-order', 'customer order-accepted', 'owner rider-claimed-owner', 'customer cook-started'],
      ...['customer cook-finished', 'customer delivery-started', 'customer delivered'],
    ]);
    expect(await world.as(operator).readBooks()).toMatchObject({ value: { taken: 20_000, standing: 20_000, orders: 1, refunded: 0 } });
    expect((await world.store.rebuild('verify')).differences).toEqual([]);
    expect(await world.as(operator).outboxState()).toMatchObject({ value: { pending: 0, scheduled: 0, parked: [] } });
  });

  test('every event of it goes back, cause by cause, to a person’s command', async () => {
    await until('pick');
    await rider.fail(id, 'CUSTOMER_ABSENT');
    await world.live(60 * minute);
    const events = await world.events(id);
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['DeliveryFailed', 'OrderCanceled', 'Refunded', 'MessageSent']));
    const causes = new Map<string, string>(events.map((event) => [event.id, event.causation]));
    for (const event of events) {
      const walked: string[] = [event.causation];
      for (let cause = causes.get(event.causation); cause !== undefined; cause = causes.get(cause)) walked.push(cause);
      expect(walked.at(-1), `the first cause of ${event.type}`).toMatch(/^cmd_/);
      expect(walked.length).toBeLessThan(10);
    }
  });

  test('is seen right with every daemon dead', async () => {
    await world.drainNow('kitchen');
    await shop.accept(id, 20);
    await shop.cook(id);
    expect(await seen()).toBe('cooking, paid');
    expect(await customer.listOrders(true, 10)).toMatchObject({ value: [{ order: id, ticket: 'cooking' }] });
  });
});

describe('canceling', () => {
  const back = 'canceled, refunded';
  test.each<[string | undefined, 'customer' | 'shop', string]>([
    [undefined, 'customer', back],
    [undefined, 'shop', back],
    ['accept', 'customer', back],
    ['accept', 'shop', back],
    ['claim', 'customer', back],
    ['claim', 'shop', back],
    ['cook', 'customer', 'TOO_LATE_COOK_STARTED'],
    ['cook', 'shop', back],
    ['finish', 'customer', 'TOO_LATE_COOK_STARTED'],
    ['finish', 'shop', back],
    ['pick', 'customer', 'TOO_LATE_COOK_STARTED'],
    ['pick', 'shop', 'INVALID_TRANSITION'],
    ['deliver', 'customer', 'INVALID_TRANSITION'],
    ['deliver', 'shop', 'INVALID_TRANSITION'],
  ])('after %s by the %s: %s', async (stage, who, came) => {
    await until(stage);
    const result = who === 'customer' ? await customer.cancelOrder(id, 'CHANGED_MIND') : await shop.cancelByShop(id, 'SHOP_ISSUE');
    await world.live(minute);
    expect(result.ok ? await seen() : result.error.code).toBe(came);
    expect(world.gateway.kept()).toBe(result.ok ? 0 : 20_000);
    if (!result.ok) return;
    const heard = stage === undefined ? [] : [{ alarm: { kind: 'stop-cooking', by: who } }];
    expect(await shop.kitchenBoard(shopId, 10)).toMatchObject({ value: { tickets: [], alarms: heard } });
    await shop.bumpAlarm(id);
    expect(await shop.kitchenBoard(shopId, 10)).toMatchObject({ value: { tickets: [], alarms: [] } });
    expect(await rider.riderBoard(10)).toEqual({ ok: true, value: [] });
    expect(world.messenger.told()).toContain('customer refund-done');
    expect(world.messenger.told()).toContain('owner order-canceled-owner');
    if (stage === 'claim' || stage === 'finish') expect(world.messenger.told()).toContain('rider ride-canceled');
  });

  test('twice is once: the second changes nothing and shows the same', async () => {
    await until('accept');
    await customer.cancelOrder(id, 'CHANGED_MIND');
    await world.live(minute);
    expect(await customer.cancelOrder(id, 'TOO_SLOW')).toMatchObject({ ok: true, value: { ended: { reason: 'CHANGED_MIND' } } });
    expect(world.gateway.calls.filter((call) => call.startsWith('refund'))).toHaveLength(1);
  });

  test('and cooking at the same instant have one winner, and both hear who', async () => {
    for (const cancelFirst of [true, false]) {
      world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
      [customer, shop] = [world.as(mina), world.as(owner)];
      await customer.placeOrder({ of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok' });
      await until('accept');
      const cancel = () => customer.cancelOrder(id, 'CHANGED_MIND');
      const cook = () => shop.cook(id);
      const [one, two] = await Promise.all(cancelFirst ? [cancel(), cook()] : [cook(), cancel()]);
      expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1);
      await world.live(minute);
      const [canceled] = cancelFirst ? [one] : [two];
      expect(await seen()).toBe(canceled?.ok ? 'canceled, refunded' : 'cooking, paid');
    }
  });

  test('while the shop is down wins over what is cooked after its return', async () => {
    await world.drainNow('kitchen');
    await shop.accept(id, 20);
    await customer.cancelOrder(id, 'CHANGED_MIND');
    await world.live(minute, 'ordering', 'delivery', 'payment', 'notify', 'views');
    expect(await seen()).toBe('canceled, refunded');
    expect(await shop.cook(id)).toMatchObject({ ok: false, error: { code: 'INVALID_TRANSITION', state: 'canceled' } });
    await world.drainNow('kitchen');
    expect((await world.store.load(ticketStream(id))).at(-1)).toMatchObject({ type: 'TicketCanceled', data: { from: 'accepted' } });
  });
});

describe('a shop that does not answer', () => {
  test('is reminded at 1, 3 and 6 minutes; then the order falls and the money goes back', async () => {
    await world.live(9 * minute);
    expect(await seen()).toBe('expired, refunded');
    const reminders = world.messenger.sent.filter(({ template }) => template === 'accept-reminder').map(({ at }) => at);
    expect(reminders).toEqual([after(minute), after(3 * minute), after(6 * minute)]);
    expect(await shop.accept(id, 20)).toMatchObject({ error: { code: 'INVALID_TRANSITION', command: 'accept', state: 'canceled' } });
    expect(world.messenger.told()).toContain('customer order-expired');
  });

  test('and whose side is down altogether: the customer is not kept waiting for it', async () => {
    await world.live(9 * minute, 'ordering', 'delivery', 'payment', 'notify', 'views');
    expect(await seen()).toBe('expired, refunded');
    await world.drainNow('kitchen');
    expect(await shop.kitchenBoard(shopId, 10)).toMatchObject({ value: { tickets: [], alarms: [] } });
  });

  test('but returns within the deadline finds the order, and an honest deadline', async () => {
    await world.live(7 * minute, 'ordering', 'delivery', 'payment', 'notify', 'views');
    await world.drainNow('kitchen');
    await world.drainNow('views');
    expect(await shop.kitchenBoard(shopId, 10)).toMatchObject({
      value: { tickets: [{ view: { order: id, acceptBy: after(8 * minute) }, rings: true }] },
    });
    expect(await shop.accept(id, 20)).toMatchObject({ ok: true });
  });

  test('accepting in the very moment of the deadline keeps the order, whatever the daemons do', async () => {
    await world.drainNow();
    world.env.moveTo(after(8 * minute));
    expect(await shop.accept(id, 20)).toMatchObject({ ok: true });
    await world.live(20 * minute);
    expect(await seen()).toBe('accepted, paid');
  });

  test('a daemon that was down at the deadline fires it once when it is back', async () => {
    await world.drainNow();
    world.env.tick(60 * minute);
    await world.live(minute);
    expect((await world.types(id)).filter((type) => type === 'AcceptanceExpired')).toHaveLength(1);
    expect((await world.types(id)).filter((type) => type === 'RefundRequested')).toHaveLength(1);
  });
});

describe('other ends', () => {
  test('rejected: refunded, told with the reason', async () => {
    await until();
    await shop.reject(id, 'TOO_BUSY');
    await world.live(minute);
    expect(await seen()).toBe('rejected, refunded');
    expect(world.messenger.sent.find(({ template }) => template === 'order-rejected')?.text).toContain('주문 폭주');
  });

  test('not brought: refunded, at the cost of the ride, told once', async () => {
    await until('pick');
    await rider.fail(id, 'CUSTOMER_ABSENT');
    await world.live(minute);
    expect(await seen()).toBe('delivery-failed, refunded');
    const about = world.messenger.told().filter((line) => line === 'customer delivery-failed' || line === 'customer order-canceled');
    expect(about).toEqual(['customer delivery-failed']);
  });

  test('canceled while the bank is down: the order stays canceled, the refund stays open and is seen', async () => {
    world.gateway.always('refund', timeOut);
    await until('accept');
    await customer.cancelOrder(id, 'CHANGED_MIND');
    await world.live(minute);
    expect(await seen()).toBe('canceled, refund-failed');
    expect(await customer.openPayments(10)).toMatchObject({ value: [{ now: { state: 'refund-failed' } }] });
    world.gateway.heal();
    await world.live(60 * minute);
    expect(await seen()).toBe('canceled, refunded');
    expect(await customer.openPayments(10)).toEqual({ ok: true, value: [] });
  });
});

describe('the road', () => {
  test('two riders claiming at once: one has it, the other is told', async () => {
    await until('accept');
    const other = world.as({ role: 'rider', id: otherRider });
    const results = await Promise.all([rider.claim(id), other.claim(id)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'INVALID_TRANSITION', command: 'claim', state: 'claimed' } });
  });

  test('where it goes is shown only to the rider who has it', async () => {
    await until('claim');
    const other = world.as({ role: 'rider', id: otherRider });
    expect(await rider.riderBoard(10)).toMatchObject({ value: [{ contact: { address: '양화로 1' } }] });
    expect(await other.riderBoard(10)).toEqual({ ok: true, value: [] });
  });

  test('nothing is carried away or brought before it is cooked', async () => {
    await until('claim');
    expect(await rider.pick(id)).toMatchObject({ error: { code: 'INVALID_TRANSITION' } });
    expect(await rider.deliver(id)).toMatchObject({ error: { code: 'INVALID_TRANSITION' } });
  });
});

test('the wrong ticket called ready is taken back, and the customer hears the correction', async () => {
  await until('finish');
  expect(await shop.recall(id)).toMatchObject({ ok: true });
  await world.live(second);
  expect(await seen()).toBe('cooking, paid');
  expect(world.messenger.told().slice(-2)).toEqual(['customer cook-finished', 'customer cook-recalled']);
});

test('an hour without a messenger changes nothing for the order', async () => {
  world.messenger.always({ kind: 'failed', cause: 'no network' });
  await until('deliver');
  expect(await seen()).toBe('delivered, paid');
});

test.each([0, 1.5, 241, Number.NaN])('%s minutes is no time to be ready in, nor a delay', async (minutes) => {
  await until();
  expect(await shop.accept(id, minutes)).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'ready-in' } });
  expect(await shop.delay(id, minutes)).toMatchObject({ error: { code: 'INVALID_INPUT', field: 'minutes' } });
});
