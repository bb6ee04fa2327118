import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../store/memory/memory-store.ts';
import { breakerDocument } from '../kinds.ts';
import { won } from '../money.ts';
import { goesToViews } from '../route.ts';
import { timeOut, unreachable } from '../testing/fake-gateway.ts';
import { after, order, second } from '../testing/story.ts';
import { createWorld, type World } from '../testing/world.ts';
import type { ApproveResult } from './gateway.ts';
import { guarded, type Operation } from './guarded.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld(createMemoryStore({ routesToViews: goesToViews }));
});

let counted = 0;
const approve = () => {
  const key = `pay_${counted++}-1`;
  const ask = { key, amount: won(1000), method: 'card-ok', order, timeoutMs: 5 * second };
  return guarded(world.tools, 'approve', () => world.gateway.approve(ask));
};
const lookUp = () => guarded(world.tools, 'look-up', () => world.gateway.lookUp('pay_1-1'));
const breaker = async (operation: Operation) => (await world.store.document(breakerDocument('fake', operation)))?.body;
const failFiveTimes = async () => {
  for (let call = 0; call < 5; call++) {
    world.gateway.say('approve', timeOut);
    await approve();
  }
};

describe('while the gateway is well', () => {
  test('calls go out and nothing is written', async () => {
    expect((await approve()).kind).toBe('approved');
    expect(await breaker('approve')).toBeUndefined();
  });

  test.each<ApproveResult>([
    { kind: 'declined', reason: 'insufficient-funds' },
    { kind: 'pending' },
    { kind: 'misconfigured', what: 'no key' },
  ])('$kind says nothing against its health, however often', async (answer) => {
    world.gateway.always('approve', answer);
    for (let call = 0; call < 12; call++) expect((await approve()).kind).toBe(answer.kind);
  });
});

describe('when five calls in a row have failed', () => {
  beforeEach(failFiveTimes);

  test('the next is held without a call, and says until when', async () => {
    const calls = world.gateway.calls.length;
    expect(await approve()).toEqual({ kind: 'held', retryAt: after(30 * second) });
    expect(world.gateway.calls).toHaveLength(calls);
  });

  test('look-ups go on: doubt must end while approvals are held', async () => {
    expect((await lookUp()).kind).toBe('none');
    expect((await guarded(world.tools, 'void', () => world.gateway.void('pay_1-1'))).kind).toBe('voided');
  });

  test('another program sees the same: it is stored, not remembered', async () => {
    const other = { ...world.tools, settings: { ...world.settings } };
    const ask = { key: 'pay_other-1', amount: won(1000), method: 'card-ok', order, timeoutMs: 5 * second };
    expect((await guarded(other, 'approve', () => world.gateway.approve(ask))).kind).toBe('held');
  });

  test('after half a minute exactly one of many tries, the others are held', async () => {
    world.env.tick(30 * second);
    const results = await Promise.all(Array.from({ length: 8 }, approve));
    expect(results.filter(({ kind }) => kind === 'approved')).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'held')).toHaveLength(7);
  });

  test('a trial that went well opens the way for all', async () => {
    world.env.tick(30 * second);
    await approve();
    const results = await Promise.all(Array.from({ length: 4 }, approve));
    expect(results.map(({ kind }) => kind)).toEqual(['approved', 'approved', 'approved', 'approved']);
  });

  test('a trial that failed holds them twice as long', async () => {
    world.env.tick(30 * second);
    world.gateway.say('approve', unreachable);
    await approve();
    expect(await approve()).toEqual({ kind: 'held', retryAt: after(90 * second) });
  });

  test('a trial whose program died gives way to another when its lease is over', async () => {
    world.env.tick(30 * second);
    world.gateway.meanwhile('approve', () => Promise.reject(new Error('killed')));
    await expect(approve()).rejects.toThrow('killed');
    const leaseMs = world.settings.breakerTrialMs + world.settings.gatewayTimeoutMs;
    world.env.tick(leaseMs - 1);
    expect((await approve()).kind).toBe('held');
    world.env.tick(1);
    expect((await approve()).kind).toBe('approved');
  });
});

test('a call under way when it opens finishes, and its failure holds nobody longer', async () => {
  world.gateway.say('approve', timeOut);
  world.gateway.meanwhile('approve', async () => {
    await failFiveTimes();
    world.env.tick(second);
  });
  expect((await approve()).kind).toBe('uncertain');
  expect(await breaker('approve')).toMatchObject({ state: 'open', until: after(30 * second) });
});

test('concurrent failures are all counted', async () => {
  world.gateway.always('approve', timeOut);
  await Promise.all(Array.from({ length: 5 }, approve));
  expect((await approve()).kind).toBe('held');
});

describe('when the file fails while the breaker is told', () => {
  const failing = (name: string) => ({
    ...world.tools,
    store: { ...world.store, commit: () => Promise.reject(Object.assign(new Error('the file is the trouble'), { name })) },
  });
  const ask = { key: 'pay_told-1', amount: won(1000), method: 'card-ok', order, timeoutMs: 5 * second };

  test.each(['DatabaseBusy', 'OutcomeUnknown'])('%s hides no answer about money, good or bad', async (name) => {
    world.gateway.say('approve', timeOut);
    expect(await guarded(failing(name), 'approve', () => world.gateway.approve(ask))).toEqual(timeOut);
    expect(await breaker('approve')).toBeUndefined();
    world.gateway.say('approve', timeOut);
    await approve();
    expect((await guarded(failing(name), 'approve', () => world.gateway.approve(ask))).kind).toBe('approved');
    expect(await breaker('approve')).toEqual({ state: 'closed', recent: 'f' });
  });

  test('a bug is not taken for a full disk', async () => {
    world.gateway.say('approve', timeOut);
    await expect(guarded(failing('TypeError'), 'approve', () => world.gateway.approve(ask))).rejects.toThrow('the file is the trouble');
  });
});
