import { expect, test } from 'vitest';
import type { ItemId, PaymentId } from '../../../core/kinds.ts';
import { goesToViews } from '../../../core/route.ts';
import { timeOut, unreachable } from '../../../core/testing/fake-gateway.ts';
import { minute, second, shop } from '../../../core/testing/story.ts';
import { createWorld, mina, type World } from '../../../core/testing/world.ts';
import { createMemoryStore } from '../../../store/memory/memory-store.ts';
import { createBell } from '../../testing/bell.ts';
import type { PayingApp, Subject } from './paying-questions.ts';
import { createPaying } from './paying-run.ts';

const wanted = { contact: { lang: 'ko', address: '양화로 1' }, method: 'card_ok' } as const;
const busy = { ok: false, error: { code: 'BUSY' } } as const;

/** A run whose waits pass when the test says so. */
const sit = async (prepare: (world: World) => unknown = () => undefined) => {
  const bell = createBell();
  const world = await createWorld(bell.on(createMemoryStore({ routesToViews: goesToViews })));
  await world.as(mina).addToCart(shop, { item: 'kimchi-jjigae' as ItemId, quantity: 2, choices: [] });
  await prepare(world);
  const waits: { readonly run: () => void; readonly ms: number }[] = [];
  const reported: unknown[] = [];
  const quiet = () => new Promise((done) => setImmediate(done));
  const open = (subject: Subject, changed: Partial<PayingApp> = {}) => {
    const deps = {
      app: { ...world.as(mina), ...changed },
      now: world.env.now,
      report: (error: unknown) => `inc_${reported.push(error)}`,
      feed: bell.subscribe,
      wait: (run: () => void, ms: number) => {
        const waiting = { run, ms };
        waits.push(waiting);
        return () => void waits.splice(waits.indexOf(waiting), waits.includes(waiting) ? 1 : 0);
      },
    };
    return createPaying(subject, deps);
  };
  /** The wait that is under way passes, and what follows comes to rest. */
  const pass = async () => {
    const next = waits.shift();
    if (!next) throw new Error('nothing is waited for');
    world.env.tick(next.ms);
    next.run();
    await quiet();
    return next.ms;
  };
  return { world, bell, open, waits, reported, quiet, pass };
};

test('asked twice at once, it asks once', async () => {
  const { open, world, quiet } = await sit();
  const run = open({ shop, wanted });
  run.ask();
  run.ask();
  await quiet();
  expect(run.state()).toEqual({ stage: { is: 'placed', order: 'ord_0001' }, asking: false });
  expect(world.gateway.calls).toEqual(['approve pay_0001-1']);
});

test('too busy is tried again, the same, until it is heard; one order comes of it', async () => {
  const { open, world, quiet, pass } = await sit();
  let times = 0;
  const run = open({ shop, wanted }, { checkoutCart: async (...how) => (++times < 4 ? busy : world.as(mina).checkoutCart(...how)) });
  run.watch(() => undefined);
  run.ask();
  await quiet();
  expect([await pass(), await pass()]).toEqual([500, 1000]);
  expect(run.state().stage).toMatchObject({ is: 'unheard', tries: 2 });
  await pass();
  expect(run.state().stage).toMatchObject({ is: 'placed' });
  expect(world.gateway.calls).toEqual(['approve pay_0001-1']);
});

test('a file that cannot be read is one trouble with one number, and asked again', async () => {
  const { open, world, quiet, pass, reported } = await sit();
  let times = 0;
  const broken = async (...how: Parameters<PayingApp['checkoutCart']>) => {
    if (++times < 3) throw new Error('locked');
    return world.as(mina).checkoutCart(...how);
  };
  const run = open({ shop, wanted }, { checkoutCart: broken });
  run.watch(() => undefined);
  run.ask();
  await quiet();
  expect(run.state().stage).toMatchObject({ is: 'unheard', incident: 'inc_1' });
  await pass();
  await pass();
  expect(reported).toHaveLength(1);
  expect(run.state().stage).toMatchObject({ is: 'placed' });
});

test('that the answer got lost after the charge is found out by asking the same again: charged once', async () => {
  const { open, world, quiet, pass } = await sit();
  let times = 0;
  const lost = async (...how: Parameters<PayingApp['checkoutCart']>) => {
    const placed = await world.as(mina).checkoutCart(...how);
    if (++times === 1) throw new Error('the disk failed');
    return placed;
  };
  const run = open({ shop, wanted }, { checkoutCart: lost });
  run.watch(() => undefined);
  run.ask();
  await quiet();
  await pass();
  expect(run.state().stage).toEqual({ is: 'placed', order: 'ord_0001' });
  expect(world.gateway.kept()).toBe(20_000);
});

test('an unknown outcome is looked up by itself until somebody knows', async () => {
  const { open, world, quiet, pass } = await sit();
  world.gateway.say('approve', { ...timeOut, too: true });
  world.gateway.say('lookUp', timeOut, timeOut);
  const run = open({ shop, wanted });
  run.watch(() => undefined);
  run.ask();
  await quiet();
  expect([await pass(), await pass(), await pass()]).toEqual([second, 2 * second, 4 * second]);
  expect(run.state().stage).toMatchObject({ is: 'placed' });
});

test('what is held is tried when the breaker allows it, and only while somebody looks', async () => {
  const { open, world, quiet, pass, waits } = await sit();
  world.gateway.say('approve', unreachable);
  const run = open({ shop, wanted });
  const look = run.watch(() => undefined);
  run.ask();
  await quiet();
  expect(waits.map(({ ms }) => ms)).toEqual([30 * second]);
  look();
  expect(waits).toEqual([]);
  run.watch(() => undefined);
  await pass();
  expect(run.state().stage).toMatchObject({ is: 'placed' });
});

test('held until its time is over, it ends without another try', async () => {
  const { open, world, quiet, pass } = await sit(({ gateway }) => gateway.always('approve', unreachable));
  const run = open({ shop, wanted });
  run.watch(() => undefined);
  run.ask();
  await quiet();
  while (run.state().stage.is === 'deferred') await pass();
  expect(run.state().stage).toEqual({ is: 'over' });
  expect(world.gateway.kept()).toBe(0);
});

test('what another process finds out is heard by the bell', async () => {
  const { open, world, quiet } = await sit();
  world.gateway.say('approve', { ...timeOut, too: true });
  const run = open({ shop, wanted });
  let drawn = 0;
  run.watch(() => {
    drawn += 1;
  });
  run.ask();
  await quiet();
  await world.live(minute);
  await quiet();
  expect(run.state().stage).toMatchObject({ is: 'placed' });
  expect(drawn).toBeGreaterThan(0);
});

test.each([
  ['unknown', { ...timeOut, too: true }],
  ['deferred', unreachable],
] as const)('a cart whose payment was begun before a crash is found %s, and nothing is charged by finding it', async (is, said) => {
  const { open, world, quiet } = await sit(async ({ gateway, as }) => {
    gateway.say('approve', said);
    await as(mina).checkoutCart(shop, wanted);
  });
  for (const subject of [{ shop }, { payment: 'pay_0001' as PaymentId }]) {
    const run = open(subject);
    run.ask();
    await quiet();
    expect(run.state().stage).toMatchObject({ is, payment: 'pay_0001' });
  }
  expect(world.gateway.calls).toEqual(['approve pay_0001-1']);
});

test('of a cart without a payment it says so', async () => {
  const { open, quiet } = await sit();
  const run = open({ shop });
  run.ask();
  await quiet();
  expect(run.state()).toEqual({ stage: { is: 'nothing' }, asking: false });
});

test('a payment of no cart is paid with another card by its own name', async () => {
  const { open, world, quiet } = await sit(async ({ gateway, as }) => {
    gateway.say('approve', timeOut);
    const lines = [{ item: 'kimchi-jjigae' as ItemId, quantity: 1, choices: [] }];
    await as(mina).placeOrder({ of: { cart: { shop, lines } }, contact: wanted.contact, method: 'card_ok' });
  });
  const run = open({ payment: 'pay_0001' as PaymentId });
  run.ask();
  await quiet();
  world.env.tick(31 * second);
  run.ask();
  await quiet();
  expect(run.state().stage).toMatchObject({ is: 'declined' });
  run.payWith({ contact: wanted.contact, method: 'card_kakao' });
  await quiet();
  expect(run.state().stage).toMatchObject({ is: 'placed' });
  expect(world.gateway.kept()).toBe(11_000);
});
