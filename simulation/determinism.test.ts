import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { simulate } from './simulate.ts';

const home = join(import.meta.dirname, '..');
const small = { orders: 120, ordersAWorld: 60, store: 'memory' } as const;

test('the same seed gives the same trace, another seed another one', async () => {
  const [one, same, other] = [
    await simulate({ ...small, seed: 5 }),
    await simulate({ ...small, seed: 5 }),
    await simulate({ ...small, seed: 6 }),
  ];
  expect(one.trace).toBe(same.trace);
  expect([...one.counters.all()]).toEqual([...same.counters.all()]);
  expect(one.trace).not.toBe(other.trace);
});

test('another process gives the same trace', async () => {
  const args = ['--import', './scripts/load-sql.mjs', 'simulation/main.ts', '--orders', '120', '--world', '60', '--seed', '5'];
  const said = execFileSync(process.execPath, args, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  expect(said).toContain(`trace ${(await simulate({ ...small, seed: 5 })).trace}`);
});

test('the real store keeps every promise too, the same way every time', async () => {
  const onDisk = { orders: 80, ordersAWorld: 40, store: 'sqlite', seed: 5 } as const;
  const [one, same] = [await simulate(onDisk), await simulate(onDisk)];
  expect(one.failure).toBeUndefined();
  expect(one.placed).toBeGreaterThan(20);
  expect(one.trace).toBe(same.trace);
});

test('in fair weather nothing goes wrong at all', async () => {
  const fair = await simulate({ ...small, seed: 9, faults: new Set() });
  expect(fair.failure).toBeUndefined();
  for (const name of ['commands died', 'daemons died', 'event PaymentOutcomeUnknown', 'event RefundFailed', 'rows park']) {
    expect([name, fair.counters.of(name)]).toEqual([name, 0]);
  }
});
