import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const home = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** Outside the test runner, whose way of linking modules takes half of the speed. */
const simulated = async (orders: number, seed: number): Promise<string> => {
  const node = ['--min-semi-space-size=64', '--max-semi-space-size=64', '--import', './scripts/load-sql.mjs', 'simulation/main.ts'];
  const options = ['--orders', String(orders), '--seed', String(seed), '--full'];
  try {
    return (await run(process.execPath, [...node, ...options], { cwd: home, encoding: 'utf8' })).stdout;
  } catch (error) {
    // The report of a failure, with the line that replays it, is what a person wants to read here.
    return error instanceof Error && 'stdout' in error ? `failed\n${String(error.stdout)}` : String(error);
  }
};

test('twenty thousand orders, with every fault there is, break no promise', { timeout: 180_000 }, async () => {
  const halves = await Promise.all([simulated(10_000, 101), simulated(10_000, 102)]);
  for (const half of halves) {
    expect(half).not.toMatch(/failed|BROKEN|never hit/);
    expect(half).toMatch(/^10,000 orders in \d+ worlds/);
  }
});
