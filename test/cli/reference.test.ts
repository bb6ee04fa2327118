import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { exitOfRefusal, exits } from '../../src/cli/exit.ts';

const home = join(import.meta.dirname, '../..');
type Made = { readonly generated: (home: string) => readonly { readonly path: string; readonly text: string }[] };
const { generated } = (await import(pathToFileURL(join(home, 'scripts/reference-files.mjs')).href)) as Made;

test.each(generated(home).map(({ path, text }) => [path, text] as const))(
  '%s is what the program says of itself (else: npm run reference)',
  (path, text) => {
    expect(readFileSync(join(home, path), 'utf8')).toBe(text);
  },
);

/** The codes of the published table, each with its exit code. */
const published = new Map(
  [...readFileSync(join(home, 'docs/cli.md'), 'utf8').matchAll(/^\| (\d+) \|[^|]*\|([^|]*)\|$/gm)].flatMap(([, exit, codes = '']) =>
    [...codes.matchAll(/`([A-Z_]+)`/g)].map(([, code = '']) => [code, Number(exit)] as const),
  ),
);

test('every error code of the program stands in docs/cli.md, beside the exit code it comes with', () => {
  const isExit = (name: string): name is keyof typeof exits => Object.hasOwn(exits, name);
  const sources = globSync('src/cli/**/*.ts', { cwd: home }).map((file) => readFileSync(join(home, file), 'utf8'));
  const stops = sources.flatMap((text) =>
    [...text.matchAll(/new Stop\(\s*'([A-Z_]+)',\s*(?:exits\.(\w+)|(\d+))/g)].map(
      ([, code = '', name = '', number]) => [code, number === undefined && isExit(name) ? exits[name] : Number(number)] as const,
    ),
  );
  expect(stops.length).toBeGreaterThan(5);
  const known = [...Object.entries(exitOfRefusal), ...stops];
  expect(Object.fromEntries(known.map(([code]) => [code, published.get(code)]))).toEqual(Object.fromEntries(known));
});

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
