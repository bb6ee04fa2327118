import { test } from 'vitest';
import type { House } from '../../src/cli/wire.ts';
import { allEvents, audit, only } from './audit.ts';
import { anOrder, field, newPlace, owner, textOf, until } from './place.ts';

const stopsWithinMs = 5000;
/** Longer than a call may take, by as much as a busy machine takes to begin one. */
const leaseMs = 8000;

const sentFor = async (house: House, order: string) =>
  only(await allEvents(house), 'MessageSent')
    .filter((sent) => sent.order === order)
    .map(({ data }) => data);
/** As soon as so many have been told of the order. */
const told = (house: House, order: string, many: number) =>
  until(`${many} messages`, async () => (await sentFor(house, order)).length >= many || undefined);
/** The phone has it at once; the daemon hears of it when the slow answer comes. */
const underWay = (house: House) =>
  until('a message is under way', async () => (await house.sandbox().kakao.delivered()).length > 0 || undefined);

test.concurrent('a daemon that was paused beyond its lease does nothing twice when it goes on', async ({ expect, onTestFinished }) => {
  const place = newPlace({ gatewayTimeoutMs: 600, leaseMs: 1500, messageFirstMs: 100 }, onTestFinished);
  await place.did('seed');
  await place.did('faults', 'set', 'messenger=slow:500');
  const order = textOf(await place.did(...anOrder), 'order');
  const house = await place.house();
  // Nothing but the slow call: paused in the middle of a write it would hold up everybody.
  const paused = await place.daemon('--only', 'notify.customer');
  await underWay(house);
  paused.kill('SIGSTOP');
  await place.did('faults', 'set', 'messenger=ok');
  const other = await place.daemon();
  await told(house, order, 2);
  paused.kill('SIGCONT');
  const second = textOf(await place.did(...anOrder), 'order');
  await told(house, second, 2);
  for (const daemon of [paused, other]) daemon.kill('SIGTERM');
  expect((await Promise.all([paused.ended, other.ended])).map(({ exit }) => exit)).toEqual([0, 0]);

  expect(await audit(house, place.messageLog(), { placed: [order, second] })).toEqual([]);
  // Claimed by one, sent again by the other: the phone dropped the second one.
  expect(Math.max(...(await sentFor(house, order)).map(({ attempts }) => attempts))).toBeGreaterThan(1);
});

test.concurrent('SIGTERM ends within five seconds whatever the messenger does, and another daemon takes over', async ({
  expect,
  onTestFinished,
}) => {
  const place = newPlace({ leaseMs, messageFirstMs: 100 }, onTestFinished);
  await place.did('seed');
  const order = textOf(await place.did(...anOrder), 'order');
  await place.did('daemon', '--once', '--only', 'kitchen');
  await place.did('kitchen', 'accept', order, ...owner);
  // Two messages in a row to one customer, each as slow as a time-out allows.
  await place.did('faults', 'set', 'messenger=slow:4800');
  const slow = await place.daemon();
  const house = await place.house();
  await underWay(house);
  const asked = performance.now();
  slow.kill('SIGTERM');
  expect(await slow.ended).toMatchObject({ exit: 0, signal: null });
  expect(performance.now() - asked).toBeLessThan(stopsWithinMs);

  await place.did('faults', 'set', 'messenger=ok');
  const next = await place.daemon();
  await told(house, order, 3);
  expect(field(await place.did('outbox'), 'daemons')).toHaveLength(1);
  next.kill('SIGTERM');
  expect((await next.ended).exit).toBe(0);
  expect(await audit(house, place.messageLog(), { placed: [order] })).toEqual([]);
});

test.concurrent('SIGTERM in the middle of a slow refund: it is refunded once, by whoever comes next', async ({
  expect,
  onTestFinished,
}) => {
  const place = newPlace({ leaseMs, refundFirstMs: 100 }, onTestFinished);
  await place.did('seed');
  const order = textOf(await place.did(...anOrder), 'order');
  await place.did('cancel', order);
  await place.did('faults', 'set', 'refund=timeout-after*1');
  const slow = await place.daemon();
  const house = await place.house();
  await until('the bank has given it back', async () => (await house.sandbox().ledger.refunds()).length > 0 || undefined);
  const asked = performance.now();
  slow.kill('SIGTERM');
  expect(await slow.ended).toMatchObject({ exit: 0, signal: null });
  expect(performance.now() - asked).toBeLessThan(stopsWithinMs);
  const next = await place.daemon();
  await until('it is known', async () => field(await place.did('status', order), 'money') === 'refunded' || undefined);
  next.kill('SIGTERM');
  await next.ended;
  expect(await audit(house, place.messageLog(), { placed: [order], canceled: [order] })).toEqual([]);
});

test.concurrent('a call to the bank takes no longer than was set, whichever call it is', async ({ expect, onTestFinished }) => {
  const place = newPlace({ gatewayTimeoutMs: 300 }, onTestFinished);
  await place.did('seed');
  const order = textOf(await place.did(...anOrder), 'order');
  await place.did('cancel', order);
  await place.did('faults', 'set', 'refund=timeout-before', 'messenger=slow:60000');
  const asked = performance.now();
  await Promise.all([place.did('daemon', '--once', '--only', 'payment'), place.did('daemon', '--once', '--only', 'notify.customer')]);
  expect(performance.now() - asked).toBeLessThan(4500);
  const refusals = only(await allEvents(await place.house()), 'RefundFailed');
  expect(refusals.map(({ data }) => data.cause)).toEqual(['uncertain']);
});
