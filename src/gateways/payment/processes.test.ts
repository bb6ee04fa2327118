import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openSandbox } from './open-sandbox.ts';

const directory = mkdtempSync(join(tmpdir(), 'baedal-banks-'));
afterAll(() => rmSync(directory, { recursive: true }));

// A process of its own; it starts on an empty file, as the others do at the same time.
const script = (file: string) => `
  import { openSandbox } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'open-sandbox.ts')).href)};
  const bank = openSandbox({ file: ${JSON.stringify(file)}, now: Date.now });
  const answers = [];
  for (let i = 0; i < 20; i++) {
    const ask = { key: 'pay_' + i, amount: 1000, method: 'card_ok', order: 'ord_' + i, timeoutMs: 5000 };
    answers.push((await bank.gateway.approve(ask)).kind);
    await bank.gateway.refund({ key: 'back_' + i, chargeKey: 'pay_' + i, amount: 400 });
  }
  await bank.close();
  console.log(JSON.stringify(answers));
`;

const run = (file: string): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script(file)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(out)) : reject(new Error(`exit ${code}: ${out}`))));
  });

test('processes that charge the same keys at once charge each once, and a counted fault hits exactly so often', async () => {
  const file = join(directory, 'bank.db');
  const answers = (await Promise.all([run(file), run(file), run(file)])).flat();
  expect(answers).toEqual(Array.from({ length: 60 }, () => 'approved'));
  const bank = openSandbox({ file, now: Date.now });
  expect(await bank.ledger.charges()).toHaveLength(20);
  expect(await bank.ledger.balance()).toEqual({ taken: 20_000, refunded: 8000, balance: 12_000 });

  await bank.faults.set({ payment: 'error-after*7' });
  const faulty = (await Promise.all([run(file), run(file)])).flat();
  expect(faulty.filter((kind) => kind === 'uncertain')).toHaveLength(7);
  expect(await bank.faults.get()).toMatchObject({ payment: 'ok' });
  expect(await bank.ledger.balance()).toEqual({ taken: 20_000, refunded: 8000, balance: 12_000 });
  await bank.close();
});
