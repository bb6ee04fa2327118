import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import type { OrderId, PaymentId } from '../kinds.ts';
import { won } from '../money.ts';
import { goesToViews } from '../route.ts';
import { timeOut, unreachable } from '../testing/fake-gateway.ts';
import { fakeShop, freeTea, twoStews } from '../testing/fake-shop.ts';
import { costing } from '../testing/menu-changes.ts';
import { after, minute, second } from '../testing/story.ts';
import { createWorld, mina, owner, type World } from '../testing/world.ts';
import type { Checkout } from './checkout.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

const contact = { lang: 'ko', address: '서울 마포구 양화로 1' } as const;
const checkout: Checkout = { of: { cart: twoStews }, contact, method: 'card-ok' };
const place = (changed: Partial<Checkout> = {}) => world.as(mina).placeOrder({ ...checkout, ...changed });
const onlyOrder = 'ord_0001' as OrderId;
const onlyPayment = 'pay_0001' as PaymentId;
const approvals = () => world.gateway.calls.filter((call) => call.startsWith('approve'));
const ordersPlaced = async () => (await world.store.events({ after: 0, limit: 1000 })).filter(({ type }) => type === 'OrderPlaced').length;

describe('an order', () => {
  test('exists exactly when its money was taken, in one commit, and is seen at once', async () => {
    const placed = await place();
    expect(placed).toMatchObject({
      ok: true,
      value: { payment: onlyPayment, view: { order: onlyOrder, total: 20_000, ordering: 'placed' } },
    });
    expect(await world.types(onlyOrder)).toEqual(['QuoteIssued', 'PaymentRequested', 'PaymentApproved', 'OrderPlaced']);
    const at = new Set((await world.events(onlyOrder)).slice(2).map(({ at }) => at));
    expect(at.size).toBe(1);
    expect(world.gateway.kept()).toBe(20_000);
  });

  test('is not there when the card is declined, and the reason is told', async () => {
    world.gateway.say('approve', { kind: 'declined', reason: 'insufficient-funds' });
    expect(await place()).toEqual({ ok: false, error: { code: 'PAYMENT_DECLINED', payment: onlyPayment, reason: 'insufficient-funds' } });
    expect(await world.store.order(onlyOrder)).toBeUndefined();
    await world.live(20 * minute);
    // They saw it at the counter: no message follows.
    expect(world.messenger.told()).toEqual([]);
  });

  test('is neither there nor refused when nobody knows about the money: uncertain is never failed, never paid', async () => {
    world.gateway.say('approve', { ...timeOut, too: true });
    expect(await place()).toMatchObject({
      ok: false,
      error: { code: 'PAYMENT_UNKNOWN', payment: onlyPayment, retryAt: after(40 * second) },
    });
    expect(await world.store.order(onlyOrder)).toBeUndefined();
    await world.live(2 * second);
    expect(await world.types(onlyOrder)).toContain('OrderPlaced');
    expect(world.gateway.kept()).toBe(20_000);
    expect(approvals()).toHaveLength(1);
  });

  test('is not made of a time-out that took nothing, and the customer is told that they were not charged', async () => {
    world.gateway.say('approve', timeOut);
    await place();
    await world.live(2 * minute);
    expect(await ordersPlaced()).toBe(0);
    expect(world.messenger.told()).toEqual(['customer payment-unknown', 'customer payment-voided']);
    // Whatever still lies on the wire can no longer charge.
    world.gateway.charge('pay_0001-1', won(20_000));
    expect(world.gateway.kept()).toBe(0);
  });

  test('is held when the gateway cannot be reached: the price stays, nothing was charged', async () => {
    world.gateway.say('approve', unreachable);
    expect(await place()).toEqual({
      ok: false,
      error: { code: 'PAYMENT_DEFERRED', payment: onlyPayment, retryAt: after(30 * second), heldUntil: after(10 * minute), total: 20_000 },
    });
    expect(await world.store.order(onlyOrder)).toBeUndefined();
  });

  test('is held until the gateway wants to be asked again, when it says so', async () => {
    world.gateway.say('approve', { kind: 'unavailable', cause: 'overloaded', retryAfterMs: 7000 });
    expect(await place()).toMatchObject({ error: { code: 'PAYMENT_DEFERRED', retryAt: after(7 * second) } });
  });

  test('is refused with a clear word when payments are not set up', async () => {
    world.gateway.say('approve', { kind: 'misconfigured', what: 'no secret key' });
    expect(await place()).toEqual({ ok: false, error: { code: 'MISCONFIGURED', what: 'no secret key' } });
  });

  test('that is pending at the gateway is looked up, not assumed', async () => {
    world.gateway.say('approve', { kind: 'pending' });
    expect(await place()).toMatchObject({ error: { code: 'PAYMENT_UNKNOWN' } });
  });

  test('of nothing to pay is placed without the gateway, and given back without it', async () => {
    world.gateway.always('approve', unreachable);
    const placed = await place({ of: { cart: freeTea } });
    expect(placed).toMatchObject({ ok: true, value: { view: { total: 0 } } });
    await world.as(mina).cancelOrder(onlyOrder, 'CHANGED_MIND');
    await world.live(minute);
    expect(await world.types(onlyOrder)).toContain('Refunded');
    expect(world.gateway.calls).toEqual([]);
  });

  test('is not placed at another price, of a sold-out dish, or in a closed shop; and the gateway never hears of it', async () => {
    const quote = await world.as(mina).issueQuote(twoStews);
    if (!quote.ok) throw new Error('no quote');
    const of = { quote: quote.value.quote };
    const dearer = { ...fakeShop, menu: fakeShop.menu.map((c) => ({ ...c, items: c.items.map((i) => ({ ...i, price: won(9500) })) })) };
    await world.shopIs(dearer);
    expect(await place({ of })).toMatchObject({ error: { code: 'PRICE_CHANGED' } });
    const gone = {
      ...fakeShop,
      menu: fakeShop.menu.map((c) => ({ ...c, items: c.items.map((i) => ({ ...i, soldOutUntil: after(minute) })) })),
    };
    await world.shopIs(gone);
    expect(await place({ of })).toMatchObject({ error: { code: 'AVAILABILITY_CHANGED' } });
    await world.shopIs({ ...fakeShop, intake: { state: 'closed' } });
    expect(await place({ of })).toMatchObject({ error: { code: 'CLOSED', why: 'closed' } });
    await world.shopIs(fakeShop);
    world.env.tick(10 * minute);
    expect(await place({ of })).toMatchObject({ error: { code: 'QUOTE_EXPIRED' } });
    expect(world.gateway.calls).toEqual([]);
  });
});

describe('a repeated order', () => {
  test('under the same key is the same order, charged once', async () => {
    const first = await place({ key: 'k1' });
    expect(await place({ key: 'k1' })).toEqual(first);
    expect(await ordersPlaced()).toBe(1);
    expect(approvals()).toHaveLength(1);
  });

  test('pressed twice in the same moment is one order, and both presses show it', async () => {
    const [one, two] = await Promise.all([place({ key: 'k1' }), place({ key: 'k1' })]);
    expect(one).toMatchObject({ ok: true });
    expect(two).toEqual(one);
    expect(approvals()).toHaveLength(1);
  });

  test('under the same key with another cart, address or card is an error, not a second order', async () => {
    await place({ key: 'k1' });
    const conflict = { ok: false, error: { code: 'IDEMPOTENCY_CONFLICT', key: 'k1' } };
    expect(await place({ key: 'k1', of: { cart: freeTea } })).toEqual(conflict);
    expect(await place({ key: 'k1', contact: { ...contact, address: '월드컵로 2' } })).toEqual(conflict);
    expect(await place({ key: 'k1', method: 'card-other' })).toEqual(conflict);
    expect(await ordersPlaced()).toBe(1);
  });

  test('under the key of another customer is an order of its own', async () => {
    await place({ key: 'k1' });
    expect(await world.as({ role: 'customer', id: 'cus_jun' }).placeOrder({ ...checkout, key: 'k1' })).toMatchObject({ ok: true });
    expect(await ordersPlaced()).toBe(2);
  });

  test('after a decline says the same decline again: nothing new is charged', async () => {
    world.gateway.say('approve', { kind: 'declined', reason: 'stolen-card' });
    const first = await place({ key: 'k1' });
    expect(await place({ key: 'k1' })).toEqual(first);
    expect(approvals()).toHaveLength(1);
  });

  test('while the first still waits for the gateway hears that it is not known yet, in the end', async () => {
    const waiting: { heard?: unknown } = {};
    world.gateway.say('approve', timeOut);
    world.gateway.meanwhile('approve', async () => {
      waiting.heard = await place({ key: 'k1' });
    });
    await place({ key: 'k1' });
    expect(waiting.heard).toMatchObject({ ok: false, error: { code: 'PAYMENT_UNKNOWN', payment: onlyPayment } });
    expect(approvals()).toHaveLength(1);
  });
});

describe('two sessions paying one quote', () => {
  test('make one order; the money of the other goes back, and that is told', async () => {
    const quote = await world.as(mina).issueQuote(twoStews);
    if (!quote.ok) throw new Error('no quote');
    const pay = () => place({ of: { quote: quote.value.quote } });
    const results = await Promise.all([pay(), pay()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'PAYMENT_UNKNOWN' } });
    expect(world.gateway.kept()).toBe(40_000);
    await world.live(minute);
    expect(await ordersPlaced()).toBe(1);
    expect(world.gateway.kept()).toBe(20_000);
    expect(world.messenger.told()).toContain('customer payment-reversed');
    expect((await world.store.order(quote.value.order))?.ordering).toBe('placed');
  });

  test('one after the other: the second hears that it is ordered already', async () => {
    const quote = await world.as(mina).issueQuote(twoStews);
    if (!quote.ok) throw new Error('no quote');
    const of = { quote: quote.value.quote };
    await place({ of });
    expect(await place({ of })).toEqual({ ok: false, error: { code: 'ALREADY_ORDERED', order: quote.value.order } });
  });
});

test('a quote is paid by whom it was given to', async () => {
  const quote = await world.as(mina).issueQuote(twoStews);
  if (!quote.ok) throw new Error('no quote');
  const stranger = world.as({ role: 'customer', id: 'cus_jun' });
  expect(await stranger.placeOrder({ ...checkout, of: { quote: quote.value.quote } })).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
  expect(await world.as(owner).placeOrder(checkout)).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
});

test('changes since a quote are answered by the customer, and its order stays the only one', async () => {
  const quote = await world.as(mina).issueQuote(twoStews);
  if (!quote.ok) throw new Error('no quote');
  const of = { quote: quote.value.quote };
  await world.shopIs(costing(fakeShop, 'kimchi-jjigae', 9500));
  expect(await place({ of, answer: { drop: 'missing' } })).toMatchObject({ error: { code: 'PRICE_CHANGED' } });
  expect(await place({ of, answer: { accept: 'changes' }, key: 'k1' })).toMatchObject({ ok: true, value: { view: { total: 21_000 } } });
  expect(await place({ of, answer: { accept: 'changes' }, key: 'k1' })).toMatchObject({ ok: true });
  expect([await ordersPlaced(), world.gateway.kept()]).toEqual([1, 21_000]);
});

describe('a program that died at the counter', () => {
  const die = () => Promise.reject(new Error('killed'));

  test('after the money was taken: the order is found and placed, once', async () => {
    world.gateway.meanwhile('approve', die);
    await expect(place()).rejects.toThrow('killed');
    await world.live(minute);
    expect(await world.types(onlyOrder)).toContain('OrderPlaced');
    expect(world.gateway.kept()).toBe(20_000);
  });

  test('before the money was taken: nothing is charged, and that is told', async () => {
    world.gateway.say('approve', timeOut);
    world.gateway.meanwhile('approve', die);
    await expect(place()).rejects.toThrow('killed');
    await world.live(2 * minute);
    expect(await ordersPlaced()).toBe(0);
    expect(world.gateway.kept()).toBe(0);
    expect(world.messenger.told()).toContain('customer payment-voided');
  });
});
