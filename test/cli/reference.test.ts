import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const home = join(import.meta.dirname, '../..');
type Made = { readonly generated: (home: string) => readonly { readonly path: string; readonly text: string }[] };
const { generated } = (await import(pathToFileURL(join(home, 'scripts/reference-files.mjs')).href)) as Made;

test.each(generated(home).map(({ path, text }) => [path, text] as const))(
  '%s is what the program says of itself (else: npm run reference)',
  (path, text) => {
    expect(readFileSync(join(home, path), 'utf8')).toBe(text);
  },
);

const formatter = ['mandoc', 'man'].find((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);
if (formatter === undefined) console.log('There is no mandoc and no man on this machine: the manual pages are not formatted');

test.skipIf(formatter === undefined)('the manual pages are formatted without a complaint, in both languages', () => {
  for (const file of ['man/man1/baedal.1', 'man/ko/man1/baedal.1']) {
    const args = formatter === 'mandoc' ? ['-T', 'utf8', '-W', 'error', file] : ['--warnings', '-l', '-Tutf8', file];
    const { stdout, stderr, status } = spawnSync(formatter ?? '', args, {
      cwd: home,
      encoding: 'utf8',
      env: { ...process.env, MANWIDTH: '80' },
    });
    expect({ file, status, stderr: stderr.replace(/.*can't break line.*\n/g, '') }).toEqual({ file, status: 0, stderr: '' });
    // A formatter may strike letters twice, or colour them.
    expect(stdout.split('').filter((sign) => sign >= ' ').length).toBeGreaterThan(10_000);
  }
});
