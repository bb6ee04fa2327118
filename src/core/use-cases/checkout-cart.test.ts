import { beforeEach, describe, expect, test } from 'vitest';
import { hanki } from '../../samples/hanki.ts';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { parseShop } from '../catalog/parse-shop.ts';
import { type ChoiceId, cartDocument, type ItemId, type OrderId } from '../kinds.ts';
import { goesToViews } from '../route.ts';
import { timeOut, unreachable } from '../testing/fake-gateway.ts';
import { is } from '../testing/is.ts';
import { costing, lacking, lackingChoice, soldOut } from '../testing/menu-changes.ts';
import { after, customer, minute, second, shop } from '../testing/story.ts';
import { createWorld, mina, owner, type World } from '../testing/world.ts';
import type { CartCheckout } from './checkout-cart.ts';

const parsed = parseShop(hanki);
if (!parsed.ok) throw new Error('the sample is no shop');
const sample = parsed.value;

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  await world.shopIs(sample);
  await app().addToCart(shop, { ...stew(2), note: '덜 맵게' });
  await app().addToCart(shop, roll(1));
});

const app = () => world.as(mina);
const stew = (quantity: number) => ({
  item: 'kimchi-jjigae' as ItemId,
  quantity,
  choices: ['hot', 'tofu'] as readonly string[] as readonly ChoiceId[],
});
const roll = (quantity: number) => ({ item: 'egg-roll' as ItemId, quantity, choices: [] });
const contact = { lang: 'ko', address: '서울 마포구 양화로 1' } as const;
const checkout = (more: Partial<CartCheckout> = {}) => app().checkoutCart(shop, { contact, method: 'card-ok', ...more });
const cart = async () => is(await app().cart(shop));
const left = async () => (await cart()).look.lines.map(({ name, quantity }) => `${name} ${quantity}`);
const approvals = () => world.gateway.calls.filter((call) => call.startsWith('approve'));
const placed = async () => (await world.store.events({ after: 0, limit: 1000 })).filter(({ type }) => type === 'OrderPlaced').length;

describe('a cart that is checked out', () => {
  test('becomes an order at the price that was shown, and is empty', async () => {
    const { quote } = is(await app().quoteCart(shop));
    expect(quote).toMatchObject({ subtotal: 25_000, fee: 2000, total: 27_000, expiresAt: after(10 * minute) });
    const { view } = is(await checkout());
    expect(view).toMatchObject({ total: 27_000, order: quote.order });
    expect(await cart()).toMatchObject({ cart: { lines: [], ordered: { order: view.order } }, look: { total: 0 } });
    expect(is(await app().carts())).toEqual([]);
    const written = await world.store.document(cartDocument(customer, shop));
    expect(written?.body).toMatchObject({ lines: [], ordered: { order: view.order } });
    expect(written?.body).not.toHaveProperty('attempt');
    expect(world.gateway.kept()).toBe(27_000);
  });

  test('brings the notes of its dishes to the kitchen and shows them to the customer, and keeps them out of the events', async () => {
    const { view } = is(await checkout());
    await world.drainNow('kitchen', 'views');
    const [ticket] = is(await world.as(owner).kitchenBoard(shop, 10)).tickets;
    expect(ticket?.contact).toMatchObject({ ...contact, lineNotes: [{ line: 0, note: '덜 맵게' }] });
    expect(is(await app().orderContact(view.order))).toMatchObject({ lineNotes: [{ line: 0, note: '덜 맵게' }] });
    expect(JSON.stringify(await world.events(view.order))).not.toContain('덜 맵게');
  });

  test('is ordered once by a double Enter, and both see the order', async () => {
    const both = await Promise.all([checkout(), checkout()]);
    const [one, two] = both.map((result) => is(result).view.order);
    expect(one).toBe(two);
    expect(is(await checkout()).view.order).toBe(one);
    expect([await placed(), approvals().length, world.gateway.kept()]).toEqual([1, 1, 27_000]);
  });

  test('long after, is empty like any other', async () => {
    is(await checkout());
    world.env.tick(11 * minute);
    expect(await checkout()).toMatchObject({ error: { code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'empty' }] } });
    expect(await placed()).toBe(1);
  });

  test('keeps what came in while it was paid', async () => {
    world.gateway.meanwhile('approve', async () => {
      await app().addToCart(shop, roll(2));
      await app().addToCart(shop, { ...stew(1), note: '맵게' });
    });
    is(await checkout());
    expect(await left()).toEqual(['계란말이 2', '김치찌개 1']);
    const { view } = is(await checkout());
    expect(view.lines.map(({ quantity }) => quantity)).toEqual([2, 1]);
    expect([await placed(), await left()]).toEqual([2, []]);
  });

  test('is ordered exactly as it was quoted, although another terminal adds to it', async () => {
    const { quote } = is(await app().quoteCart(shop));
    await app().addToCart(shop, roll(3));
    expect(is(await checkout({ quote: quote.quote })).view.total).toBe(27_000);
    expect(await left()).toEqual(['계란말이 3']);
    expect(is(await checkout({ quote: quote.quote })).view.order).toBe(quote.order);
    expect(await placed()).toBe(1);
  });

  test('that was quoted anew by another terminal is not what the first one accepts changes of', async () => {
    const { quote } = is(await app().quoteCart(shop));
    await app().addToCart(shop, roll(3));
    is(await app().quoteCart(shop));
    await world.shopIs(costing(sample, 'kimchi-jjigae', 9500));
    expect(await checkout({ quote: quote.quote, accept: 'changes' })).toMatchObject({ error: { code: 'PRICE_CHANGED' } });
    expect([await placed(), await left()]).toEqual([0, ['김치찌개 2', '계란말이 4']]);
  });

  test('whose program dies at the counter is not paid again by the next one', async () => {
    world.gateway.meanwhile('approve', () => Promise.reject(new Error('killed')));
    await expect(checkout()).rejects.toThrow('killed');
    expect(await cart()).toMatchObject({ open: { state: 'paying', total: 27_000 } });
    expect(await checkout()).toMatchObject({ error: { code: 'PAYMENT_UNKNOWN' } });
    await world.live(minute);
    expect([await placed(), approvals().length, world.gateway.kept(), await left()]).toEqual([1, 1, 27_000, []]);
  });

  test('whose payment nobody knows about is found ordered, once', async () => {
    world.gateway.say('approve', { ...timeOut, too: true });
    expect(await checkout()).toMatchObject({ error: { code: 'PAYMENT_UNKNOWN' } });
    expect(await cart()).toMatchObject({
      open: { state: 'unknown', total: 27_000, lookAt: after(40 * second) },
      cart: { lines: [{}, {}] },
    });
    await world.live(10 * second);
    expect(await left()).toEqual([]);
    expect((await cart()).open).toBeUndefined();
    expect([await placed(), approvals().length]).toEqual([1, 1]);
  });
});

describe('a cart that could not be paid', () => {
  test('stays after a decline, and the next attempt is a new one', async () => {
    world.gateway.say('approve', { kind: 'declined', reason: 'insufficient-funds' });
    expect(await checkout()).toMatchObject({ error: { code: 'PAYMENT_DECLINED' } });
    expect(await cart()).toMatchObject({ cart: { lines: [{}, {}] }, look: { total: 27_000 } });
    expect((await cart()).open).toBeUndefined();
    is(await checkout({ method: 'card-kb' }));
    expect(new Set(approvals()).size).toBe(2);
    expect([await placed(), await left()]).toEqual([1, []]);
  });

  test('is asked about, not charged again, while nobody knows', async () => {
    world.gateway.say('approve', timeOut);
    const first = await checkout();
    world.gateway.always('lookUp', { kind: 'uncertain', cause: 'time-out' });
    expect(await checkout({ method: 'card-kb' })).toEqual(first);
    expect(approvals()).toHaveLength(1);
  });

  test('is held while payments are down, and the same attempt goes on when they are back', async () => {
    world.gateway.say('approve', unreachable);
    expect(await checkout()).toMatchObject({ error: { code: 'PAYMENT_DEFERRED', total: 27_000 } });
    expect(await cart()).toMatchObject({ open: { state: 'deferred', lookAt: after(30 * second), heldUntil: after(10 * minute) } });
    world.env.tick(31 * second);
    const { view } = is(await checkout({ contact: { ...contact, address: '서울 마포구 월드컵로 1' } }));
    expect(is(await app().orderContact(view.order))).toMatchObject({ address: '서울 마포구 월드컵로 1', lineNotes: [{ note: '덜 맵게' }] });
    expect([await placed(), await left()]).toEqual([1, []]);
  });

  test('and was changed while it was held is paid as it is now, and the held payment can never be', async () => {
    world.gateway.say('approve', unreachable);
    await checkout();
    await app().addToCart(shop, roll(1));
    world.env.tick(31 * second);
    expect(is(await checkout()).view.total).toBe(31_000);
    expect([await placed(), world.gateway.kept()]).toEqual([1, 31_000]);
    const all = await world.store.events({ after: 0, limit: 1000 });
    expect(all.filter(({ type }) => type === 'PaymentDeclined')).toMatchObject([{ data: { reason: 'replaced', amount: 27_000 } }]);
    expect(is(await app().openPayments(10))).toEqual([]);
    await world.live(20 * minute, 'notify.customer', 'payment.hold');
    expect(world.messenger.told().filter((one) => one.includes('payment-declined') || one.includes('hold'))).toEqual([]);
  });

  test('is free again when its hold has run out, daemon or not', async () => {
    world.gateway.say('approve', unreachable);
    await checkout();
    world.env.tick(11 * minute);
    expect((await cart()).open).toBeUndefined();
    is(await checkout());
    expect(await placed()).toBe(1);
  });
});

describe('what changed between the cart and the checkout is answered by its customer', () => {
  test('a new price is refused with the difference, then accepted', async () => {
    is(await app().quoteCart(shop));
    await world.shopIs(costing(sample, 'kimchi-jjigae', 9500));
    const refused = await checkout();
    expect(refused).toMatchObject({ error: { code: 'PRICE_CHANGED', differences: [{ kind: 'price-changed', was: 19_000, now: 20_000 }] } });
    expect(await checkout({ drop: 'missing' })).toEqual(refused);
    expect(approvals()).toEqual([]);
    expect(is(await checkout({ accept: 'changes' })).view.total).toBe(28_000);
  });

  test('also without a quote: what was seen when it was put in counts', async () => {
    await world.shopIs(costing(sample, 'kimchi-jjigae', 8500));
    expect(await checkout()).toMatchObject({ error: { code: 'PRICE_CHANGED' } });
    expect(await placed()).toBe(0);
    const { quote, differences } = is(await app().quoteCart(shop));
    expect([quote.total, differences]).toMatchObject([26_000, [{ kind: 'price-changed', was: 19_000, now: 18_000 }]]);
    expect(is(await checkout()).view.total).toBe(26_000);
  });

  test('a sold-out dish is refused, then left out; the new total is said first if one likes', async () => {
    await app().addToCart(shop, stew(1));
    is(await app().quoteCart(shop));
    await world.shopIs(soldOut(sample, 'egg-roll'));
    expect(await checkout()).toMatchObject({ error: { code: 'AVAILABILITY_CHANGED', differences: [{ kind: 'item-sold-out', line: 1 }] } });
    expect(await app().quoteCart(shop)).toMatchObject({ error: { code: 'AVAILABILITY_CHANGED' } });
    const { quote } = is(await app().quoteCart(shop, { drop: 'missing' }));
    expect([quote.total, await left()]).toEqual([30_500, ['김치찌개 2', '김치찌개 1']]);
    expect(is(await checkout({ quote: quote.quote })).view.total).toBe(30_500);
  });

  test('going without a dish does not cost the free delivery in silence', async () => {
    await app().addToCart(shop, roll(1));
    expect(is(await app().quoteCart(shop)).quote).toMatchObject({ fee: 0, total: 31_000 });
    await world.shopIs(soldOut(sample, 'egg-roll'));
    expect(await checkout({ drop: 'missing' })).toMatchObject({
      error: { code: 'PRICE_CHANGED', differences: [{ kind: 'fee-changed', was: 0, now: 2000 }] },
    });
    expect(is(await checkout({ drop: 'missing', accept: 'changes' })).view.total).toBe(21_000);
    expect(await left()).toEqual([]);
  });

  test('a dish goes without a topping that is gone, and goes as a whole without a choice that it needs', async () => {
    await world.shopIs(lackingChoice(sample, 'tofu'));
    const { quote } = is(await app().quoteCart(shop, { drop: 'missing' }));
    expect(quote.lines.map(({ name, total }) => [name, total])).toEqual([
      ['김치찌개', 18_000],
      ['계란말이', 6000],
    ]);
    await world.shopIs(lackingChoice(sample, 'hot'));
    expect(await checkout({ drop: 'missing' })).toMatchObject({ error: { code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'minimum' }] } });
  });

  test('a quote that ran out is issued anew when nothing has changed, and refused when something has', async () => {
    is(await app().quoteCart(shop));
    world.env.tick(11 * minute);
    await world.shopIs(costing(sample, 'egg-roll', 6500));
    expect(await checkout()).toMatchObject({ error: { code: 'PRICE_CHANGED' } });
    await world.shopIs(sample);
    expect(is(await checkout()).view.total).toBe(27_000);
  });

  test('a closed shop stays closed whatever is accepted', async () => {
    await world.shopIs({ ...sample, intake: { state: 'closed' } });
    expect(await checkout({ accept: 'changes', drop: 'missing' })).toMatchObject({ error: { code: 'CLOSED' } });
    await world.shopIs(lacking(sample, 'rice'));
    expect(await checkout()).toMatchObject({ ok: true });
  });
});

test('nobody orders the cart of another, and there is nothing to order in none', async () => {
  const jun = world.as({ role: 'customer', id: 'cus_jun' });
  const { quote } = is(await app().quoteCart(shop));
  expect(await jun.checkoutCart(shop, { contact, method: 'card-ok' })).toMatchObject({ error: { code: 'REQUIREMENTS_NOT_MET' } });
  await jun.addToCart(shop, roll(3));
  expect(await jun.checkoutCart(shop, { contact, method: 'card-ok', quote: quote.quote })).toMatchObject({
    error: { code: 'NOT_ALLOWED' },
  });
  expect(await world.as(mina).orderContact('ord_none' as OrderId)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});
