import { beforeEach, expect, test } from 'vitest';
import { createApp } from '../../core/app.ts';
import type { OrderId } from '../../core/kinds.ts';
import { goesToViews } from '../../core/route.ts';
import { twoStews } from '../../core/testing/fake-shop.ts';
import { minute, second, shop } from '../../core/testing/story.ts';
import { createWorld, fastRider, mina, operator, owner, type World } from '../../core/testing/world.ts';
import { statusOf } from '../../core/views/order-view.ts';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { playTrace } from './is-left-alone.ts';
import { type PlayDeps, playOnce, runPlay } from './run-play.ts';

const id = 'ord_0001' as OrderId;
let world: World;
let play: PlayDeps;

beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  const { store, env, gateway, settings } = world;
  const app = createApp({ store, reads: store, outbox: store, upkeep: store, gateway, env, settings });
  play = {
    as: (actor, trace) => app.as({ actor, trace }),
    reads: store,
    shops: [shop],
    now: env.now,
    subscribe: () => () => undefined,
    trouble: (error) => {
      throw error;
    },
  };
  const placed = await world
    .as(mina)
    .placeOrder({ of: { cart: twoStews }, contact: { lang: 'ko', address: '양화로 1' }, method: 'card-ok' });
  expect(placed.ok).toBe(true);
});

const status = async () => {
  const found = await world.as(mina).orderStatus(id);
  return found.ok ? statusOf(found.value) : found.error.code;
};

/** Daemons and players, from one due time to the next, for so long; what the customer saw, with the second of each. */
const watch = async (ms: number): Promise<readonly string[]> => {
  const begun = world.env.now();
  const seen: string[] = [];
  for (;;) {
    await world.drainNow();
    const next = await playOnce(play);
    await world.drainNow();
    const now = await status();
    if (seen.at(-1)?.split(' ')[1] !== now) seen.push(`${(world.env.now() - begun) / second} ${now}`);
    if (next === undefined || next - begun > ms) return seen;
    if (next > world.env.now()) world.env.tick(next - world.env.now());
  }
};

test('an order is cooked and brought within a minute, nobody touching it', async () => {
  expect(await watch(minute)).toEqual(['0 placed', '6 accepted', '11 cooking', '21 cooked', '26 delivering', '40 delivered']);
});

test('who watches the story later sees which commands were played', async () => {
  await watch(minute);
  const events = await world.events(id);
  const theirs = events.filter(({ actor }) => actor.role === 'owner' || actor.role === 'rider');
  expect(theirs.map(({ type }) => type)).toEqual([
    'OrderAccepted',
    'DeliveryClaimed',
    'CookStarted',
    'CookFinished',
    'DeliveryStarted',
    'Delivered',
  ]);
  expect(new Set(theirs.map(({ trace }) => trace))).toEqual(new Set([playTrace]));
});

test.each([
  ['the kitchen before it was accepted', 0, () => world.as(owner).accept(id, 20), 'accepted'],
  ['the kitchen later on', 7 * second, () => world.as(owner).delay(id, 10), 'accepted'],
  ['the ride', 7 * second, () => world.as(fastRider).claim(id), 'accepted'],
] as const)('whoever takes over %s has it alone', async (_what, when, takeOver, stays) => {
  await watch(when);
  world.env.tick(when - 6 * second > 0 ? second : 0);
  expect(await takeOver()).toMatchObject({ ok: true });
  await watch(10 * minute);
  expect(await status()).toBe(stays);
});

test('an order that was canceled in time stays canceled', async () => {
  await watch(7 * second);
  expect(await world.as(mina).cancelOrder(id, 'CHANGED_MIND')).toMatchObject({ ok: true });
  await watch(10 * minute);
  expect(await status()).toBe('canceled');
});

test('only the sample shops play', async () => {
  play = { ...play, shops: [] };
  await watch(5 * minute);
  expect(await status()).toBe('placed');
});

test('it stops when it is told to', async () => {
  const enough = new AbortController();
  const over = runPlay(play, enough.signal);
  enough.abort();
  await expect(over).resolves.toBeUndefined();
  const state = await world.as(operator).outboxState();
  expect(state.ok).toBe(true);
});
