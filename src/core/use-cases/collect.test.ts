import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { createApp } from '../app.ts';
import { breakerDocument, instant, type OrderId, type PaymentId } from '../kinds.ts';
import { won } from '../money.ts';
import type { Commit, Store } from '../ports.ts';
import { goesToViews } from '../route.ts';
import { type Said, timeOut, unreachable } from '../testing/fake-gateway.ts';
import { twoStews } from '../testing/fake-shop.ts';
import { after, hour, minute, quoted, requested, second, payment as theirs } from '../testing/story.ts';
import { createWorld, mina, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

const only = 'ord_0001' as OrderId;
const payment = 'pay_0001' as PaymentId;
const checkout = { of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok', key: 'k1' } as const;
const unknownUntil = (ms: number) => ({ ok: false, error: { code: 'PAYMENT_UNKNOWN', payment, retryAt: after(ms) } });
const count = async (type: string) => (await world.types(only)).filter((one) => one === type).length;
const nothing: Commit = { relies: [], events: [], outbox: [], rows: [], documents: [], settle: [] };
const approvals = () => world.gateway.calls.filter((call) => call.startsWith('approve'));

type Call = { readonly kind: 'load' } | { readonly kind: 'commit'; readonly commit: Commit };
type Trouble = { readonly error: string; readonly at: (call: Call) => boolean; readonly written?: boolean };

/** A program whose file fails from when the gateway is asked; `written`: what was to be committed stands all the same. */
const placeIn = (trouble: Trouble) => {
  let asked = false;
  world.gateway.meanwhile('approve', async () => {
    asked = true;
  });
  const fails = (call: Call) => asked && trouble.at(call);
  const error = Object.assign(new Error('the file is the trouble'), { name: trouble.error });
  const store: Store = {
    ...world.store,
    load: (stream) => (fails({ kind: 'load' }) ? Promise.reject(error) : world.store.load(stream)),
    commit: async (commit) => {
      if (!fails({ kind: 'commit', commit })) return world.store.commit(commit);
      if (trouble.written) await world.store.commit(commit);
      throw error;
    },
  };
  const { gateway, env, settings } = world;
  const app = createApp({ store, reads: world.store, outbox: world.store, upkeep: world.store, gateway, env, settings });
  return app.as({ actor: mina }).placeOrder(checkout);
};

const recording = (call: Call) => call.kind === 'commit' && call.commit.events.length > 0;
const readingBack = (call: Call) => call.kind === 'load';
const tellingBreaker = (call: Call) => call.kind === 'commit' && call.commit.documents.some(({ key }) => key.startsWith('breaker/'));

/** The order stands, once, with its money; pressing again shows it. */
const isPlacedOnce = async () => {
  await world.live(minute);
  expect([await count('PaymentApproved'), await count('OrderPlaced')]).toEqual([1, 1]);
  expect(approvals()).toHaveLength(1);
  expect(world.gateway.kept()).toBe(20_000);
  expect(await world.as(mina).placeOrder(checkout)).toMatchObject({
    ok: true,
    value: { payment, view: { order: only, ordering: 'placed' } },
  });
  expect(world.messenger.told().filter((line) => line === 'customer order-placed')).toHaveLength(1);
};

describe.each(['DatabaseBusy', 'OutcomeUnknown'])('%s, once the gateway was asked', (error) => {
  test('while its approval is recorded: not known yet, never "try again"; the watch finds it and the order is placed once', async () => {
    expect(await placeIn({ error, at: recording })).toEqual(unknownUntil(15 * second));
    expect(await world.types(only)).toEqual(['QuoteIssued', 'PaymentRequested']);
    await isPlacedOnce();
    expect(await count('PaymentOutcomeUnknown')).toBe(1);
  });

  test('while its approval is recorded, and it stood all the same: nothing is placed twice', async () => {
    expect(await placeIn({ error, at: recording, written: true })).toEqual(unknownUntil(15 * second));
    await isPlacedOnce();
    expect(await count('PaymentOutcomeUnknown')).toBe(0);
  });

  test('while what was recorded is read back: not known yet, and placed once', async () => {
    expect(await placeIn({ error, at: readingBack })).toEqual(unknownUntil(15 * second));
    await isPlacedOnce();
  });

  test.each<[string, Said<'approve'>]>([
    ['a time-out that took nothing', timeOut],
    ['a decline', { kind: 'declined', reason: 'insufficient-funds' }],
    ['a gateway that could not be reached', unreachable],
  ])('while %s is recorded: not known yet; then found to have taken nothing, voided and told once', async (_name, says) => {
    world.gateway.say('approve', says);
    expect(await placeIn({ error, at: recording })).toEqual(unknownUntil(15 * second));
    await world.live(2 * minute);
    expect(await world.types(only)).toEqual(expect.arrayContaining(['PaymentOutcomeUnknown', 'PaymentVoidRequested', 'PaymentVoided']));
    expect([await count('PaymentVoided'), await count('OrderPlaced')]).toEqual([1, 0]);
    expect(world.messenger.told()).toEqual(['customer payment-unknown', 'customer payment-voided']);
    world.gateway.charge('pay_0001-1', won(20_000));
    expect(world.gateway.kept()).toBe(0);
  });

  test('while only the breaker is told of a failure: the doubt is recorded all the same, and settled once', async () => {
    world.gateway.say('approve', { ...timeOut, too: true });
    expect(await placeIn({ error, at: tellingBreaker })).toEqual(unknownUntil(40 * second));
    expect(await count('PaymentOutcomeUnknown')).toBe(1);
    await isPlacedOnce();
  });

  test('while only the breaker is told of a success: the order is placed, in front of the person', async () => {
    await world.store.commit({
      ...nothing,
      documents: [{ key: breakerDocument('fake', 'approve'), body: { state: 'closed', recent: 'f' } }],
    });
    expect(await placeIn({ error, at: tellingBreaker })).toMatchObject({ ok: true, value: { view: { ordering: 'placed' } } });
    expect((await world.store.document(breakerDocument('fake', 'approve')))?.body).toEqual({ state: 'closed', recent: 'f' });
    await isPlacedOnce();
  });
});

test('a fault that is not the store’s is no answer about money: it is thrown, and the watch finds the money', async () => {
  await expect(placeIn({ error: 'TypeError', at: recording })).rejects.toThrow('the file is the trouble');
  await isPlacedOnce();
});

test('a busy store before the gateway was asked is said as such: nothing is taken, and nothing can be later', async () => {
  const store: Store = {
    ...world.store,
    document: (key) =>
      key.startsWith('breaker/') ? Promise.reject(Object.assign(new Error('locked'), { name: 'DatabaseBusy' })) : world.store.document(key),
  };
  const { gateway, env, settings } = world;
  const app = createApp({ store, reads: world.store, outbox: world.store, upkeep: world.store, gateway, env, settings });
  await expect(app.as({ actor: mina }).placeOrder(checkout)).rejects.toThrow('locked');
  expect(world.gateway.calls).toEqual([]);
  await world.live(2 * minute);
  expect([await count('PaymentVoided'), await count('OrderPlaced')]).toEqual([1, 0]);
});

test('who waits for what another process is asking is answered in time, though the clock is put back by an hour meanwhile', async () => {
  await world.tell(quoted(), requested());
  const { gateway, store, settings } = world;
  let [clock, sleptMs] = [world.env.now() + second, 0];
  const sleep = async (ms: number) => {
    clock += sleptMs === 0 ? ms - hour : ms;
    sleptMs += ms;
  };
  const env = { ...world.env, now: () => instant(clock), sleep };
  const app = createApp({ store, reads: store, outbox: store, upkeep: store, gateway, env, settings });
  expect(await app.as({ actor: mina }).pay(theirs)).toMatchObject({ error: { code: 'PAYMENT_UNKNOWN', payment: theirs } });
  expect(sleptMs).toBeLessThanOrEqual(settings.paymentWatchMs + second);
});
