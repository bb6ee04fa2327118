import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/running-a-shop.md'), 'utf8');
const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);

const home = mkdtempSync(join(tmpdir(), 'baedal-docs-'));
afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

/** A person who has nothing but the page: types every line of it, in order, and stops at the first that fails. */
const typeAll = async (): Promise<string> => {
  symlinkSync(join(root, 'docs'), join(home, 'docs'));
  const start = `baedal() { "${process.execPath}" "${join(root, 'bin/baedal.js')}" "$@"; }\n`;
  writeFileSync(join(home, 'page.sh'), start + blocks.join('\n'));
  const env = { PATH: process.env['PATH'], HOME: home, LC_ALL: 'C.UTF-8' };
  const { stdout } = await promisify(execFile)('bash', ['-eu', 'page.sh'], { cwd: home, env, maxBuffer: 10_000_000 });
  return stdout;
};

test('from nothing to a shop with sixty items that sells, by the page alone', { timeout: 120_000 }, async () => {
  expect(blocks.length).toBeGreaterThan(5);
  const out = await typeAll();
  expect(out).toContain('60 items in 7 categories');
  expect(out).toMatch(/status +delivered/);
  expect(out).toMatch(/~ item 우리김밥 price: ₩3,500 → ₩3,800/);
  expect(out).toMatch(/revenue +₩19,100/);
  expect(out).toMatch(/우리분식 {2}closed/);
  expect(readFileSync(join(home, 'sales.csv'), 'utf8')).toMatch(/^hour,orders,.*\n\d\d,1,1,0,0,19100,/);
});
