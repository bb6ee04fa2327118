import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isPossible, makeSpareFolder, socketOf, socketsIn } from './spare-folder.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'baedal-spare-'));
});
afterEach(() => rmSync(home, { recursive: true }));

test('the folder is for its owner alone, whatever the mask', () => {
  const folder = join(home, 'a.db.screens');
  makeSpareFolder(folder);
  makeSpareFolder(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  writeFileSync(socketOf(folder, 7), '');
  writeFileSync(join(folder, 'else'), '');
  expect(socketsIn(folder)).toEqual([join(folder, '7.sock')]);
});

test('who asks for spares trusts no folder that others could have put a socket into', () => {
  const folder = join(home, 'a.db.screens');
  expect(socketsIn(folder)).toEqual([]);
  mkdirSync(folder);
  writeFileSync(socketOf(folder, 7), '');
  for (const mode of [0o755, 0o770, 0o701]) {
    chmodSync(folder, mode);
    expect(socketsIn(folder)).toEqual([]);
  }
  chmodSync(folder, 0o700);
  expect(socketsIn(folder)).toHaveLength(1);
  symlinkSync(folder, join(home, 'b.db.screens'));
  expect(socketsIn(join(home, 'b.db.screens'))).toEqual([]);
  expect(() => makeSpareFolder(join(home, 'b.db.screens'))).toThrow('somebody else');
});

test('a path that no socket can have has no spares', () => {
  expect(isPossible('/srv/shop/baedal.db.screens')).toBe(true);
  expect(isPossible(`/${'가'.repeat(40)}`)).toBe(false);
  expect(socketsIn(join(home, '가'.repeat(40)))).toEqual([]);
});
