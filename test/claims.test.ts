import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { invariants } from '../src/core/invariants/invariants.ts';

const home = join(import.meta.dirname, '..');
const claims = readFileSync(join(home, 'docs/claims.md'), 'utf8');
const all = (pattern: RegExp): readonly string[] => [...new Set([...claims.matchAll(pattern)].map(([, name = '']) => name))];

test('every promise that is judged is claimed, and nothing is claimed that is not judged', () => {
  const names = invariants.map(({ name }) => name);
  const [promises = ''] = claims.split('\n## ');
  expect(names.filter((name) => !promises.includes(`\`${name}\``))).toEqual([]);
  expect(all(/`([a-z]+(?:-[a-z]+)+)`/g).filter((name) => !names.includes(name))).toEqual([]);
});

test('every command that is to show it is there, and every file', () => {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  expect(all(/`npm run ([a-z-]+)/g).filter((name) => scripts[name] === undefined)).toEqual([]);
  expect(all(/`((?:src|test|simulation|crash)\/[\w./-]*)`/g).filter((path) => !existsSync(join(home, path)))).toEqual([]);
});
