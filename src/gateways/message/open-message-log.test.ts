import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepMessages } from './open-message-log.ts';

const line = (id: string, at: number, to = 'customer:cus_mina') => `${JSON.stringify({ id, at, channel: 'kakao', to, text: '…' })}\n`;
const logOf = (...lines: readonly string[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'baedal-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'b.kakao.log');
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  return { file, folder };
};

test('only what is to be kept stays, in its order, for its owner alone', () => {
  const { file, folder } = logOf(line('a', 1), line('b', 2), line('c', 3), '{"half a li');
  expect(keepMessages(file, ({ at }) => at !== 2)).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe(line('a', 1) + line('c', 3));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['b.kakao.log']);
});

test('nothing to take out, nothing touched; no log is no trouble', () => {
  const { file, folder } = logOf(line('a', 1));
  const before = statSync(file).ino;
  expect([keepMessages(file, () => true), statSync(file).ino]).toEqual([0, before]);
  expect(keepMessages(join(folder, 'none'), () => false)).toBe(0);
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

test('a line that a daemon writes meanwhile is not lost', () => {
  const { file } = logOf(line('a', 1), line('b', 2));
  let isFirst = true;
  const kept = keepMessages(file, ({ id }) => {
    if (isFirst) appendFileSync(file, line('late', 3));
    isFirst = false;
    return id !== 'a';
  });
  expect(kept).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(line('b', 2) + line('late', 3));
});
