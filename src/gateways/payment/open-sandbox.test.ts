import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { won } from '../../core/money.ts';
import type { Approval } from '../../core/payment/gateway.ts';
import { inTransaction, openDatabase } from '../../sqlite/open.ts';
import { openSandbox, type Sandbox } from './open-sandbox.ts';

const directory = mkdtempSync(join(tmpdir(), 'baedal-bank-'));
afterAll(() => rmSync(directory, { recursive: true }));

let clock = 1_800_000_000_000;
let slept: number[] = [];
let files = 0;
const open = (file = join(directory, `bank-${++files}.db`), timeoutMs = 5000): Sandbox =>
  openSandbox({
    file,
    timeoutMs,
    now: () => clock,
    sleep: async (ms) => {
      slept.push(ms);
      clock += ms;
    },
  });
let bank: Sandbox;
beforeEach(() => {
  bank = open(':memory:');
  slept = [];
});

const ask = (over: Partial<Approval> = {}): Approval => ({
  key: 'pay_abc-1',
  amount: won(23_000),
  method: 'card_ok',
  order: 'ord_abc' as Approval['order'],
  timeoutMs: 5000,
  ...over,
});
const refund = (over: Partial<Parameters<Sandbox['gateway']['refund']>[0]> = {}) =>
  bank.gateway.refund({ key: 'pay_abc-refund', chargeKey: 'pay_abc-1', amount: won(23_000), ...over });
const taken = async () => (await bank.ledger.balance()).balance;
const timeOut = { kind: 'uncertain', cause: 'time-out' };

describe('approving', () => {
  test('the same key charges once and gets the same answer for ever', async () => {
    const first = await bank.gateway.approve(ask());
    expect(first).toMatchObject({ kind: 'approved', amount: 23_000, reference: expect.stringMatching(/^[2-9A-Z]{12}$/) });
    expect(await bank.gateway.approve(ask())).toEqual(first);
    expect(await bank.gateway.lookUp('pay_abc-1')).toEqual(first);
    expect(await taken()).toBe(23_000);
  });

  test.each([
    ['card_declined', 'insufficient-funds'],
    ['card_expired', 'expired-card'],
    ['card_stolen', 'stolen-card'],
    ['card_of_nobody', 'unknown-card'],
  ])('%s is declined: %s', async (method, reason) => {
    expect(await bank.gateway.approve(ask({ method }))).toEqual({ kind: 'declined', reason });
    expect(await bank.gateway.lookUp('pay_abc-1')).toEqual({ kind: 'declined', reason });
    expect(await taken()).toBe(0);
  });

  test('a key that was used for something else is a mistake of ours, and takes nothing', async () => {
    await bank.gateway.approve(ask());
    for (const other of [{ amount: won(1) }, { method: 'card_kakao' }, { order: 'ord_xyz' as Approval['order'] }])
      expect(await bank.gateway.approve(ask(other))).toMatchObject({ kind: 'misconfigured', what: expect.stringContaining('key-reused') });
    expect(await taken()).toBe(23_000);
  });

  test('nothing can be charged for nothing', async () => {
    expect(await bank.gateway.approve(ask({ amount: won(0) }))).toMatchObject({ kind: 'misconfigured' });
  });
});

describe('voiding', () => {
  test('gives the money back and says so again when asked again', async () => {
    await bank.gateway.approve(ask());
    const voided = { kind: 'voided', tookMoney: true };
    expect(await bank.gateway.void('pay_abc-1')).toEqual(voided);
    expect(await bank.gateway.void('pay_abc-1')).toEqual(voided);
    expect(await bank.gateway.lookUp('pay_abc-1')).toEqual({ kind: 'voided' });
    expect(await taken()).toBe(0);
  });

  test('a voided key can never be charged, whether it was known before or not', async () => {
    expect(await bank.gateway.void('pay_abc-1')).toEqual({ kind: 'voided', tookMoney: false });
    expect(await bank.gateway.approve(ask())).toEqual({ kind: 'declined', reason: 'voided' });
    expect(await taken()).toBe(0);
  });

  test('a charge that was refunded is not voided on top', async () => {
    await bank.gateway.approve(ask());
    await refund({ amount: won(1000) });
    expect(await bank.gateway.void('pay_abc-1')).toMatchObject({ kind: 'misconfigured' });
    expect(await taken()).toBe(22_000);
  });
});

describe('refunding', () => {
  test('the same refund key gives back once', async () => {
    await bank.gateway.approve(ask());
    const first = await refund();
    expect(first).toMatchObject({ kind: 'refunded', amount: 23_000 });
    expect(await refund()).toEqual(first);
    expect(await refund({ amount: won(1) })).toMatchObject({ kind: 'misconfigured' });
    expect(await bank.ledger.balance()).toEqual({ taken: 23_000, refunded: 23_000, balance: 0 });
  });

  test('parts may be given back, but never more than was taken', async () => {
    await bank.gateway.approve(ask());
    expect(await refund({ amount: won(20_000) })).toMatchObject({ kind: 'refunded' });
    expect(await refund({ key: 'second', amount: won(3001) })).toEqual({ kind: 'refused', reason: 'exceeds-charge' });
    expect(await refund({ key: 'second', amount: won(3000) })).toMatchObject({ kind: 'refunded' });
    expect((await bank.ledger.refunds()).map(({ amount }) => amount)).toEqual([20_000, 3000]);
  });

  test('only what stands can be given back', async () => {
    expect(await refund()).toEqual({ kind: 'refused', reason: 'no-such-charge' });
    await bank.gateway.approve(ask({ method: 'card_declined' }));
    expect(await refund()).toEqual({ kind: 'refused', reason: 'charge-not-approved' });
    await bank.gateway.approve(ask({ key: 'two' }));
    await bank.gateway.void('two');
    expect(await refund({ chargeKey: 'two' })).toEqual({ kind: 'refused', reason: 'charge-voided' });
  });
});

describe('faults of payment', () => {
  test.each([
    ['down', { kind: 'unavailable', cause: 'unreachable' }, 0, 0],
    ['overloaded', { kind: 'unavailable', cause: 'overloaded', retryAfterMs: 5000 }, 0, 0],
    ['error-before', { kind: 'uncertain', cause: 'server-error' }, 0, 0],
    ['error-after', { kind: 'uncertain', cause: 'server-error' }, 0, 23_000],
    ['timeout-before', timeOut, 5000, 0],
    ['timeout-after', timeOut, 5000, 23_000],
    ['slow:1000', { kind: 'approved' }, 1000, 23_000],
  ])('%s', async (payment, answer, waitedMs, balance) => {
    await bank.faults.set({ payment });
    expect(await bank.gateway.approve(ask())).toMatchObject(answer);
    expect(slept).toEqual(waitedMs === 0 ? [] : [waitedMs]);
    expect(await taken()).toBe(balance);
    expect(await bank.gateway.lookUp('pay_abc-1')).toMatchObject({ kind: balance === 0 ? 'none' : 'approved' });
  });

  test('late: the look-up finds nothing yet, then the charge lands', async () => {
    await bank.faults.set({ payment: 'late:60000' });
    expect(await bank.gateway.approve(ask())).toEqual(timeOut);
    clock += 59_999;
    expect(await bank.gateway.lookUp('pay_abc-1')).toEqual({ kind: 'none' });
    expect(await bank.ledger.charges()).toMatchObject([{ key: 'pay_abc-1', state: 'coming' }]);
    clock += 1;
    expect(await bank.gateway.lookUp('pay_abc-1')).toMatchObject({ kind: 'approved' });
    expect(await taken()).toBe(23_000);
  });

  test('late: a key that was voided meanwhile is never charged', async () => {
    await bank.faults.set({ payment: 'late*1' });
    await bank.gateway.approve(ask());
    expect(await bank.gateway.void('pay_abc-1')).toEqual({ kind: 'voided', tookMoney: false });
    clock += 3_600_000;
    expect(await bank.gateway.lookUp('pay_abc-1')).toEqual({ kind: 'voided' });
    expect(await taken()).toBe(0);
  });

  test('late: trying again meanwhile charges once', async () => {
    await bank.faults.set({ payment: 'late*1' });
    await bank.gateway.approve(ask());
    expect(await bank.gateway.approve(ask())).toMatchObject({ kind: 'approved' });
    clock += 3_600_000;
    expect(await taken()).toBe(23_000);
    expect(await bank.ledger.charges()).toHaveLength(1);
  });

  test('late: a bad card is still declined when it lands', async () => {
    await bank.faults.set({ payment: 'late:1' });
    await bank.gateway.approve(ask({ method: 'card_stolen' }));
    clock += 1;
    expect(await bank.gateway.lookUp('pay_abc-1')).toEqual({ kind: 'declined', reason: 'stolen-card' });
  });

  test('slower than anybody waits: a time-out now, the charge lands at its time', async () => {
    await bank.faults.set({ payment: 'slow:30000' });
    expect(await bank.gateway.approve(ask())).toEqual(timeOut);
    expect(slept).toEqual([5000]);
    expect(await taken()).toBe(0);
    clock += 25_000;
    expect(await taken()).toBe(23_000);
  });

  test('pending: the bank makes up its mind later', async () => {
    await bank.faults.set({ payment: 'pending:2000*1' });
    expect(await bank.gateway.approve(ask())).toEqual({ kind: 'pending' });
    expect(await bank.gateway.approve(ask())).toEqual({ kind: 'pending' });
    expect(await bank.gateway.lookUp('pay_abc-1')).toEqual({ kind: 'pending' });
    clock += 2000;
    expect(await bank.gateway.lookUp('pay_abc-1')).toMatchObject({ kind: 'approved' });
  });

  test('a decline that nobody heard is found by looking it up', async () => {
    await bank.faults.set({ payment: 'timeout-after' });
    expect(await bank.gateway.approve(ask({ method: 'card_expired' }))).toEqual(timeOut);
    expect(await bank.gateway.lookUp('pay_abc-1')).toEqual({ kind: 'declined', reason: 'expired-card' });
  });
});

describe('faults of the other calls', () => {
  test('look-ups fail on their own, and wait no longer than allowed', async () => {
    await bank.gateway.approve(ask());
    await bank.faults.set({ lookup: 'down' });
    expect(await bank.gateway.lookUp('pay_abc-1')).toEqual({ kind: 'unavailable', cause: 'unreachable' });
    await bank.faults.set({ lookup: 'slow:1000*1' });
    expect(await bank.gateway.lookUp('pay_abc-1')).toMatchObject({ kind: 'approved' });
    await bank.faults.set({ lookup: 'slow:9000' });
    expect(await bank.gateway.lookUp('pay_abc-1')).toEqual(timeOut);
    expect(slept).toEqual([1000, 5000]);
  });

  test('a refund that timed out after refunding is done once', async () => {
    await bank.gateway.approve(ask());
    for (const fault of ['down*1', 'refuse*1', 'timeout-before*1', 'timeout-after*1']) {
      await bank.faults.set({ refund: fault });
      expect((await refund()).kind).not.toBe('refunded');
    }
    expect(await taken()).toBe(0);
    expect(await refund()).toMatchObject({ kind: 'refunded' });
    expect(await bank.ledger.refunds()).toHaveLength(1);
  });

  test('a void that timed out after voiding still tells that it gave money back', async () => {
    await bank.gateway.approve(ask());
    await bank.faults.set({ void: 'timeout-after*1' });
    expect(await bank.gateway.void('pay_abc-1')).toEqual(timeOut);
    expect(await bank.gateway.void('pay_abc-1')).toEqual({ kind: 'voided', tookMoney: true });
  });

  test('faults are counted down, shown, and left alone when others are set', async () => {
    await bank.faults.set({ payment: 'down*2', messenger: 'flaky' });
    await bank.gateway.approve(ask());
    await bank.faults.set({ refund: 'down' });
    expect(await bank.faults.get()).toEqual({ payment: 'down*1', lookup: 'ok', void: 'ok', refund: 'down', messenger: 'flaky' });
    expect(await bank.gateway.approve(ask())).toMatchObject({ kind: 'unavailable' });
    expect(await bank.gateway.approve(ask())).toMatchObject({ kind: 'approved' });
    expect(await bank.faults.get()).toMatchObject({ payment: 'ok' });
  });

  test('a wrong value sets nothing', async () => {
    await expect(bank.faults.set({ messenger: 'down', payment: 'broken' })).rejects.toThrow(/payment=broken: choose one of/);
    expect(await bank.faults.get()).toMatchObject({ messenger: 'ok', payment: 'ok' });
  });
});

describe('the file', () => {
  test('is made for its owner alone, at the first call and not before', async () => {
    const file = join(directory, 'deep', 'bank.db');
    const sandbox = open(file);
    expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
    await sandbox.gateway.lookUp('x');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await sandbox.close();
  });

  test('keeps charges and faults over restarts', async () => {
    const file = join(directory, 'kept.db');
    const before = open(file);
    await before.gateway.approve(ask());
    await before.faults.set({ payment: 'down' });
    await before.close();
    const after = open(file);
    expect(await after.gateway.lookUp('pay_abc-1')).toMatchObject({ kind: 'approved' });
    expect(await after.faults.get()).toMatchObject({ payment: 'down' });
    await after.close();
  });

  test('locked by somebody, broken, or of a newer version: an answer, not a crash', async () => {
    const network = { kind: 'uncertain', cause: 'network' };
    const locked = join(directory, 'locked.db');
    const sandbox = open(locked, 50);
    await sandbox.gateway.lookUp('x');
    const other = openDatabase(locked);
    other.exec('begin immediate');
    expect(await sandbox.gateway.approve(ask())).toEqual(network);
    other.exec('rollback');
    expect(await sandbox.gateway.approve(ask())).toMatchObject({ kind: 'approved' });
    await inTransaction(other, () => other.pragma('user_version = 99'));
    other.close();
    await sandbox.close();
    expect(await open(locked).gateway.approve(ask())).toMatchObject({ kind: 'misconfigured', what: expect.stringContaining('newer') });

    const broken = join(directory, 'broken.db');
    writeFileSync(broken, 'this is no database, whatever its name says, and it is long enough to be looked at'.repeat(20));
    expect(await open(broken).gateway.approve(ask())).toEqual(network);
    expect(await open(join(broken, 'below-a-file.db')).gateway.approve(ask())).toEqual(network);
  });

  test('removed under a running process: the next call has a new bank, and nothing goes to the old one', async () => {
    const file = join(directory, 'removed.db');
    const sandbox = open(file);
    await sandbox.gateway.approve(ask());
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    expect(await sandbox.gateway.lookUp('pay_abc-1')).toEqual({ kind: 'none' });
    const second = open(file);
    await sandbox.gateway.approve(ask());
    expect(await second.gateway.lookUp('pay_abc-1')).toMatchObject({ kind: 'approved' });
    await Promise.all([sandbox.close(), second.close()]);
  });

  test('many calls of one turn are all answered', async () => {
    const keys = Array.from({ length: 300 }, (_, at) => `pay_${at}`);
    const answers = await Promise.all(keys.map((key) => bank.gateway.approve(ask({ key }))));
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['approved']));
    expect(await taken()).toBe(300 * 23_000);
  });
});
