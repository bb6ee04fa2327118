import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { OrderId, PaymentId } from '../kinds.ts';
import { won } from '../money.ts';
import { goesToViews } from '../route.ts';
import { timeOut, unreachable } from '../testing/fake-gateway.ts';
import { fakeShop, twoStews } from '../testing/fake-shop.ts';
import { after, minute, second } from '../testing/story.ts';
import { createWorld, mina, operator, owner, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

const first = 'pay_0001' as PaymentId;
const only = 'ord_0001' as OrderId;
const place = () =>
  world.as(mina).placeOrder({ of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok', key: 'k1' });
const pay = (method?: string) => world.as(mina).pay(first, method);
const placed = { ok: true, value: { view: { order: only, total: 20_000, ordering: 'placed' } } };
const ordersPlaced = async () => (await world.types(only)).filter((type) => type === 'OrderPlaced').length;

describe('a held payment', () => {
  beforeEach(async () => {
    world.gateway.say('approve', unreachable);
    expect(await place()).toMatchObject({ error: { code: 'PAYMENT_DEFERRED' } });
  });

  test('goes on at the agreed price, under a new key', async () => {
    world.env.tick(minute);
    expect(await pay()).toMatchObject(placed);
    expect(world.gateway.calls).toEqual(['approve pay_0001-1', 'approve pay_0001-2']);
    expect(world.gateway.kept()).toBe(20_000);
  });

  test('whose customer is told when payments are back, and then pays', async () => {
    await world.live(31 * second);
    expect(world.messenger.told()).toEqual(['customer payment-deferred', 'customer payments-back']);
    expect(await pay()).toMatchObject(placed);
    await world.live(second);
    expect(world.messenger.told()).toContain('customer order-placed');
  });

  test('is shown as open to its customer and the operator, to no other customer, and never to a shop', async () => {
    await world.drainNow('views');
    expect(await world.as(mina).openPayments(10)).toMatchObject({ value: [{ payment: first, now: { state: 'deferred' } }] });
    expect(await world.as(operator).openPayments(10)).toMatchObject({ value: [{ payment: first }] });
    expect(await world.as({ role: 'customer', id: 'cus_jun' }).openPayments(10)).toEqual({ ok: true, value: [] });
    expect(await world.as(owner).openPayments(10)).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
  });

  test('may be held again, and is then held by its second attempt', async () => {
    world.gateway.say('approve', unreachable);
    world.env.tick(minute);
    expect(await pay()).toMatchObject({ error: { code: 'PAYMENT_DEFERRED', retryAt: after(90 * second), heldUntil: after(10 * minute) } });
  });

  test('ends with its price: it is told, and paying is refused', async () => {
    await world.live(10 * minute);
    expect(world.messenger.told()).toContain('customer payment-hold-expired');
    expect(await pay()).toMatchObject({ error: { code: 'PAYMENT_DECLINED', reason: 'quote-expired' } });
  });

  test('is checked against the shop again: nothing is charged for what cannot be had', async () => {
    await world.shopIs({ ...fakeShop, intake: { state: 'paused', until: after(30 * minute) } });
    expect(await pay()).toMatchObject({ error: { code: 'CLOSED', why: 'paused' } });
    expect(world.gateway.kept()).toBe(0);
  });

  test('paid by two presses at once is charged once', async () => {
    const results = await Promise.all([pay(), pay()]);
    expect(results.some(({ ok }) => ok)).toBe(true);
    expect(world.gateway.kept()).toBe(20_000);
    expect(await ordersPlaced()).toBe(1);
  });
});

describe('while the breaker holds approvals', () => {
  beforeEach(async () => {
    for (let call = 0; call < 5; call++) {
      world.gateway.say('approve', unreachable);
      await place5(call);
    }
  });
  const place5 = (call: number) =>
    world.as(mina).placeOrder({ of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok', key: `b${call}` });

  test('an order is held without a call, and the customer is told until when', async () => {
    const calls = world.gateway.calls.length;
    expect(await place()).toMatchObject({
      error: { code: 'PAYMENT_DEFERRED', retryAt: after(30 * second), heldUntil: after(10 * minute) },
    });
    expect(world.gateway.calls).toHaveLength(calls);
  });

  test('of all who come back at once only one tries; when it went well the others follow', async () => {
    world.env.tick(30 * second);
    const all = ['pay_0001', 'pay_0002', 'pay_0003'] as const;
    const tried = await Promise.all(all.map((id) => world.as(mina).pay(id as PaymentId)));
    expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
    expect(tried.filter((one) => !one.ok && one.error.code === 'PAYMENT_DEFERRED')).toHaveLength(2);
    const again = await Promise.all(all.map((id) => world.as(mina).pay(id as PaymentId)));
    expect(again.every(({ ok }) => ok)).toBe(true);
    expect(world.gateway.kept()).toBe(60_000);
  });
});

describe('an unknown payment', () => {
  test('is looked up when its customer asks: they need not wait for a daemon', async () => {
    world.gateway.say('approve', { ...timeOut, too: true });
    await place();
    expect(await pay()).toMatchObject(placed);
    expect(world.gateway.calls).toEqual(['approve pay_0001-1', 'lookUp pay_0001-1']);
  });

  test('that the gateway never heard of is voided at once when its customer asks after its time, and can then be paid anew', async () => {
    world.gateway.say('approve', timeOut);
    await place();
    world.env.tick(30 * second);
    expect(await pay()).toEqual({ ok: false, error: { code: 'PAYMENT_DECLINED', payment: first, reason: 'never-confirmed' } });
    expect(world.gateway.calls).toEqual(['approve pay_0001-1', 'lookUp pay_0001-1', 'void pay_0001-1']);
    expect(await world.types(only)).toEqual(expect.arrayContaining(['PaymentVoidRequested', 'PaymentVoided']));
    expect(await pay('card-other')).toMatchObject(placed);
    expect(await pay()).toMatchObject({ ok: true, value: { payment: 'pay_0002' } });
    expect(world.gateway.kept()).toBe(20_000);
  });

  test('stays unknown while nobody can say', async () => {
    world.gateway.say('approve', timeOut);
    world.gateway.always('lookUp', timeOut);
    await place();
    expect(await pay()).toMatchObject({ error: { code: 'PAYMENT_UNKNOWN' } });
    expect(world.gateway.kept()).toBe(0);
  });

  test('whose approval lands late becomes the order, once, whoever finds it first', async () => {
    world.gateway.say('approve', timeOut);
    await place();
    await world.live(10 * second);
    world.gateway.charge('pay_0001-1', won(20_000));
    const [asked] = await Promise.all([pay(), world.live(10 * second)]);
    expect(asked).toMatchObject(placed);
    expect(await ordersPlaced()).toBe(1);
    expect(world.gateway.kept()).toBe(20_000);
  });

  test('whose approval lands after the hold is given back, and that is told', async () => {
    world.gateway.say('approve', timeOut);
    world.gateway.always('lookUp', unreachable);
    await place();
    await world.live(11 * minute);
    world.gateway.charge('pay_0001-1', won(20_000));
    world.gateway.heal();
    await world.live(10 * minute);
    expect(await ordersPlaced()).toBe(0);
    expect(world.gateway.kept()).toBe(0);
    expect(world.messenger.told()).toEqual(['customer payment-unknown', 'customer payment-reversed']);
  });

  test('found by the look-up to be declined is told as declined, and can be paid with another card', async () => {
    world.gateway.say('approve', timeOut);
    world.gateway.say('lookUp', { kind: 'declined', reason: 'insufficient-funds' });
    await place();
    await world.live(2 * second);
    expect(world.messenger.told()).toContain('customer payment-declined-late');
    expect(await pay('card-other')).toMatchObject(placed);
  });
});

describe('a declined payment', () => {
  beforeEach(async () => {
    world.gateway.say('approve', { kind: 'declined', reason: 'insufficient-funds' });
    await place();
  });

  test('stays declined when it is only asked about', async () => {
    expect(await pay()).toMatchObject({ error: { code: 'PAYMENT_DECLINED', reason: 'insufficient-funds' } });
  });

  test('is paid with another card as a new payment for the same price', async () => {
    const again = await pay('card-other');
    expect(again).toMatchObject({ ok: true, value: { payment: 'pay_0002', view: { order: only, payment: 'pay_0002', total: 20_000 } } });
    expect(world.gateway.calls).toEqual(['approve pay_0001-1', 'approve pay_0002-1']);
  });

  test('that was paid with another card cannot be paid a second time', async () => {
    await pay('card-other');
    expect(await pay('card-third')).toEqual({ ok: false, error: { code: 'ALREADY_ORDERED', order: only } });
    expect(world.gateway.kept()).toBe(20_000);
  });

  test('that was paid with another card shows the order that stands, whoever asks and however', async () => {
    await pay('card-other');
    const standing = { ok: true, value: { payment: 'pay_0002', view: { order: only, payment: 'pay_0002', ordering: 'placed' } } };
    expect(await pay()).toMatchObject(standing);
    expect(await place()).toMatchObject(standing);
    expect(world.gateway.calls).toEqual(['approve pay_0001-1', 'approve pay_0002-1']);
    expect(await ordersPlaced()).toBe(1);
    expect(world.gateway.kept()).toBe(20_000);
  });

  test('whose other card was declined too stays declined, for its own reason', async () => {
    world.gateway.say('approve', { kind: 'declined', reason: 'stolen-card' });
    expect(await pay('card-other')).toMatchObject({ error: { code: 'PAYMENT_DECLINED', payment: 'pay_0002', reason: 'stolen-card' } });
    const same = { ok: false, error: { code: 'PAYMENT_DECLINED', payment: first, reason: 'insufficient-funds' } };
    expect(await pay()).toEqual(same);
    expect(await place()).toEqual(same);
  });

  test('cannot be paid once its price is over', async () => {
    world.env.tick(10 * minute);
    expect(await pay('card-other')).toMatchObject({ error: { code: 'QUOTE_EXPIRED' } });
  });
});

test('a payment whose process died is looked up when its customer asks, without any daemon, and charged once', async () => {
  world.gateway.meanwhile('approve', async () => {
    throw new Error('the process died');
  });
  await expect(place()).rejects.toThrow('the process died');
  expect(await pay()).toMatchObject({ error: { code: 'PAYMENT_UNKNOWN' } });
  expect(await pay()).toMatchObject(placed);
  expect(world.gateway.calls).toEqual(['approve pay_0001-1', 'lookUp pay_0001-1']);
  expect(world.gateway.kept()).toBe(20_000);
});

test('a paid payment shows its order, whoever pressed again', async () => {
  await place();
  expect(await pay()).toMatchObject(placed);
  expect(world.gateway.calls).toHaveLength(1);
});

test('a payment that is not there is not found', async () => {
  expect(await pay()).toEqual({ ok: false, error: { code: 'NOT_FOUND', what: 'payment', id: first } });
});
