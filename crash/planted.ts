import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { home } from './program.ts';

export type Planted = { readonly program: string; readonly remove: () => void };

/**
 * A copy of the built program in which one thing is other than it should be. What is right is a pattern, because the bundler renames
 * variables as it pleases; what is wrong may speak of its groups.
 */
export const plant = (right: RegExp, wrong: string): Planted => {
  const copy = mkdtempSync(join(tmpdir(), 'baedal-planted-'));
  for (const folder of ['bin', 'dist']) {
    mkdirSync(join(copy, folder));
    for (const file of folder === 'bin' ? ['baedal.js', 'rerun.js', 'package.json'] : ['cli.cjs', 'package.json'])
      cpSync(join(home, folder, file), join(copy, folder, file));
  }
  symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'));
  const bundle = join(copy, 'dist/cli.cjs');
  const text = readFileSync(bundle, 'utf8');
  const places = [...text.matchAll(new RegExp(right, 'g'))].length;
  if (places !== 1) throw new Error(`the bundle has ${places} × ${right}, so nothing was planted`);
  writeFileSync(bundle, text.replace(right, wrong));
  return { program: join(copy, 'bin/baedal.js'), remove: () => rmSync(copy, { recursive: true, force: true }) };
};
