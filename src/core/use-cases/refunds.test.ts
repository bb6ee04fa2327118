import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { won } from '../money.ts';
import { goesToViews } from '../route.ts';
import { timeOut } from '../testing/fake-gateway.ts';
import * as story from '../testing/story.ts';
import { after, chargeKey, order, payment, second } from '../testing/story.ts';
import { createWorld, mina, operator, type World } from '../testing/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
  world.gateway.charge(chargeKey, won(20_000));
  await world.tell(story.quoted(), story.requested(), story.approved(), story.placed());
});
const types = async () => (await world.types(order)).filter((type) => type.startsWith('Refund'));
const refunds = () => world.gateway.calls.filter((call) => call.startsWith('refund'));

describe('a refund that a person tries again', () => {
  test('takes the key that all attempts share, so that an answer that was lost is found', async () => {
    world.gateway.say('refund', { ...timeOut, too: true });
    await world.as(mina).cancelOrder(order, 'CHANGED_MIND');
    await world.drainNow('payment', 'views');
    expect(await types()).toEqual(['RefundRequested', 'RefundFailed']);
    expect(await world.as(operator).retryRefund(payment)).toEqual({ ok: true, value: { outcome: 'refunded' } });
    expect(new Set(refunds()).size).toBe(1);
    expect(world.gateway.kept()).toBe(0);
    await world.live(60 * second);
    expect(await types()).toEqual(['RefundRequested', 'RefundFailed', 'Refunded']);
  });

  test('and that fails again is told with its cause, and stays on the list', async () => {
    world.gateway.always('refund', { kind: 'refused', reason: 'closed' });
    await world.as(mina).cancelOrder(order, 'CHANGED_MIND');
    await world.drainNow('payment', 'views');
    expect(await world.as(operator).retryRefund(payment)).toEqual({ ok: true, value: { outcome: 'failed', cause: 'refused: closed' } });
    expect(await world.as(operator).openRefunds(10)).toMatchObject({ value: [{ payment }] });
  });
});

test('a refund that was settled by hand is off the list at once, and never tried by anybody again', async () => {
  world.gateway.always('refund', { kind: 'refused', reason: 'closed' });
  await world.as(mina).cancelOrder(order, 'CHANGED_MIND');
  await world.drainNow('payment', 'views');
  expect(await world.as(operator).settleRefund(payment, 'by transfer')).toEqual({ ok: true, value: undefined });
  expect(await world.as(operator).openRefunds(10)).toEqual({ ok: true, value: [] });
  world.gateway.heal();
  const before = refunds().length;
  await world.live(24 * story.hour);
  expect(refunds()).toHaveLength(before);
  expect(world.gateway.kept()).toBe(20_000);
});

describe('what the bank and the books of a restored house disagree on', () => {
  const bank = (charges: readonly string[], refunded: readonly string[] = []) => ({
    charges: async () => charges.map((key) => ({ key, order, amount: 20_000, state: 'approved' as const })),
    refunds: async () => refunded.map((key) => ({ key, chargeKey, amount: 20_000 })),
  });
  const found = async (statement: ReturnType<typeof bank>) => {
    const result = await world.as(operator).reconcileBooks(statement);
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };

  test('a charge that no book claims is reversed at the gateway', async () => {
    world.gateway.charge('pay_lost-1', won(20_000));
    const [lost] = await found(bank([chargeKey, 'pay_lost-1']));
    if (!lost) throw new Error('it was not found');
    expect(await world.as(operator).remedy(lost)).toEqual({ ok: true, value: 'done' });
    expect(world.gateway.calls).toEqual(['void pay_lost-1']);
    expect(world.gateway.kept()).toBe(20_000);
  });

  test('one that was claimed meanwhile is left alone', async () => {
    const charge = { kind: 'unknown-charge', key: chargeKey, order, amount: 20_000, remedy: 'void' } as const;
    expect(await world.as(operator).remedy(charge)).toEqual({ ok: true, value: 'left' });
    expect(world.gateway.calls).toEqual([]);
  });

  test('an order whose money is back falls, and its refund is found, not made again', async () => {
    await world.gateway.refund({ key: story.refundKey, chargeKey, amount: won(20_000) });
    const [fallen] = await found(bank([chargeKey], [story.refundKey]));
    if (!fallen) throw new Error('it was not found');
    world.env.moveTo(after(20 * second));
    expect(await world.as(operator).remedy(fallen)).toEqual({ ok: true, value: 'done' });
    await world.live(second);
    expect(await types()).toEqual(['RefundRequested', 'Refunded']);
    expect(world.gateway.kept()).toBe(0);
  });

  test('what only a person can tell is left to one', async () => {
    const [missing] = await found(bank([]));
    expect(missing).toMatchObject({ kind: 'charge-missing', remedy: 'person' });
    expect(missing && (await world.as(operator).remedy(missing))).toEqual({ ok: true, value: 'left' });
  });
});
