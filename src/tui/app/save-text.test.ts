import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveText } from './save-text.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baedal-save-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what is saved is for its owner alone', async () => {
  const file = join(folder, 'day.txt');
  expect(await saveText(file, '매출 20,000원\n')).toEqual({ ok: true, value: file });
  expect(readFileSync(file, 'utf8')).toBe('매출 20,000원\n');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a file that is there is not written over', async () => {
  const file = join(folder, 'day.txt');
  await saveText(file, 'yesterday');
  expect(await saveText(file, 'today')).toEqual({ ok: false, error: 'exists' });
  expect(readFileSync(file, 'utf8')).toBe('yesterday');
});

test('a folder that is not there is told from one that is closed', async () => {
  expect(await saveText(join(folder, 'nowhere', 'day.txt'), '')).toEqual({ ok: false, error: 'no-folder' });
});
