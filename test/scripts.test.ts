import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const home = join(import.meta.dirname, '..');
const load = async <T>(name: string): Promise<T> => (await import(pathToFileURL(join(home, 'scripts', name)).href)) as T;

type Packages = Readonly<Record<string, { readonly version?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
const { build } = await load<{ build: (options: { root: string; force?: boolean }) => Promise<string> }>('build.mjs');
const { countTests } = await load<{ countTests: (report: unknown) => unknown }>('count-tests.mjs');
const { missingEntries, platformOf } = await load<{
  missingEntries: (packages: Packages) => readonly { readonly name: string }[];
  platformOf: (name: string) => unknown;
}>('lock.mjs');

describe('the build', () => {
  let root = '';
  const put = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  const age = (name: string, seconds: number) => {
    const then = new Date(Date.now() - seconds * 1000);
    utimesSync(join(root, name), then, then);
  };
  const runs = (bundle: string, ...args: readonly string[]) => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist', bundle), ...args], { encoding: 'utf8' });
    return stdout + stderr;
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'baedal-build-'));
    symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'));
    put('src/cli/main.ts', "import sql from '../store/a.sql';\nconsole.log(sql);");
    put('src/store/a.sql', 'create table `a` (b text) strict; -- $x \\ 가\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('embeds SQL as text, byte for byte', async () => {
    expect(await build({ root })).toMatch(/^dist\/cli\.cjs \d+ kB$/);
    expect(runs('cli.cjs')).toBe('create table `a` (b text) strict; -- $x \\ 가\n\n');
  });

  test('keeps every letter, though a bundle has only those of ASCII', async () => {
    put('src/cli/main.ts', "console.log(/^(오전|오후) 😀?$/u.test('오후 😀'), /[가-힣]/.test('한'), '배달');");
    await build({ root });
    expect(readFileSync(join(root, 'dist/cli.cjs'), 'utf8')).toMatch(/^[\0-\x7f]*$/);
    expect(runs('cli.cjs')).toBe('true true 배달\n');
    put('src/cli/main.ts', 'console.log(String.raw`배달`);');
    await expect(build({ root, force: true })).rejects.toThrow('src/cli/main.ts: no letters beyond ASCII in String.raw');
  });

  test('does nothing when nothing changed, and builds again when a source changed or went away', async () => {
    for (const name of ['src/store/a.sql', 'src/store', 'src/cli/main.ts', 'src/cli', 'src']) age(name, 60);
    await build({ root });
    const before = statSync(join(root, 'dist/cli.cjs')).mtimeMs;
    expect(await build({ root })).toBe('fresh');
    expect(statSync(join(root, 'dist/cli.cjs')).mtimeMs).toBe(before);
    expect(await build({ root, force: true })).not.toBe('fresh');
    put('src/cli/hot/status.ts', 'export const run = () => true;');
    expect(await build({ root })).toContain('dist/status.cjs');
    rmSync(join(root, 'src/cli/hot/status.ts'));
    expect(await build({ root })).not.toContain('status');
    expect(() => statSync(join(root, 'dist/status.cjs'))).toThrow('ENOENT');
  });

  test.each([
    [
      'the command line loads no screens, not even lazily',
      'src/cli/main.ts',
      "void import('ink');",
      'dist/cli.cjs must not hold "ink", which src/cli/main.ts',
    ],
    ['nor react through another file', 'src/cli/main.ts', "import './b.ts';", 'dist/cli.cjs must not hold "react", which src/cli/b.ts'],
    [
      'a hot command loads no commander',
      'src/cli/hot/status.ts',
      "import { Command } from 'commander'; console.log(Command);",
      'must not hold "commander"',
    ],
    ['a hot command keeps off the names of bundles', 'src/cli/hot/tui.ts', 'export const run = () => true;', 'this name is taken'],
  ])('refuses: %s', async (_rule, file, text, complaint) => {
    await build({ root });
    put('src/cli/b.ts', "import { useState } from 'react'; console.log(useState);");
    put(file, text);
    await expect(build({ root, force: true })).rejects.toThrow(complaint);
    expect(runs('cli.cjs')).toContain('create table');
  });

  test('the screens are a bundle of their own, loaded when they are opened', async () => {
    put('src/tui/open.tsx', "import { useState } from 'react';\nexport const open = () => console.log('screen', typeof useState);");
    put('src/cli/main.ts', "if (process.argv[2] === 'go') void import('../tui/open.tsx').then(({ open }) => open());");
    await build({ root });
    expect(runs('cli.cjs', 'go')).toBe('screen function\n');
    expect(runs('cli.cjs')).toBe('');
  });

  test('says where a module asks for its address, which a bundle has not', async () => {
    put('src/cli/main.ts', 'console.log(import.meta.dirname.length > 0, import.meta.filename.length > 0);');
    await build({ root });
    expect(runs('cli.cjs')).toBe('true true\n');
    put('src/cli/main.ts', 'console.log(import.meta.url);');
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { build } from ${JSON.stringify(pathToFileURL(join(home, 'scripts/build.mjs')).href)}; await build({ root: ${JSON.stringify(root)}, force: true });`,
      ],
      { encoding: 'utf8' },
    );
    expect(status).not.toBe(0);
    expect(stderr).toContain('src/cli/main.ts');
  });
});

describe('counting tests for CI', () => {
  const file = (status: string, ...tests: readonly string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) });
  test.each([
    ['all green', { success: true, testResults: [file('passed', 'passed', 'passed')] }, { passed: 2, failed: 0, skipped: 0 }],
    [
      'one red, one skipped',
      { success: false, testResults: [file('failed', 'passed', 'failed', 'pending')] },
      { passed: 1, failed: 1, skipped: 1 },
    ],
    [
      'a file that does not load',
      { success: false, testResults: [file('passed', 'passed'), file('failed')] },
      { passed: 1, failed: 1, skipped: 0 },
    ],
    ['an error outside the tests', { success: false, testResults: [file('passed', 'passed')] }, { passed: 1, failed: 1, skipped: 0 }],
    ['no test at all', { success: true, testResults: [] }, { passed: 0, failed: 1, skipped: 0 }],
    ['no report', undefined, { passed: 0, failed: 1, skipped: 0 }],
  ])('%s', (_name, report, count) => {
    expect(countTests(report)).toEqual(count);
  });
});

describe('package-lock.json', () => {
  const lock = readFileSync(join(home, 'package-lock.json'), 'utf8');

  test('names every optional package of every platform, or npm ci refuses it', () => {
    expect(missingEntries((JSON.parse(lock) as { packages: Packages }).packages).map(({ name }) => name)).toEqual([]);
  });
  test('names no registry', () => {
    expect(lock).not.toContain('"resolved"');
  });
  test('a missing one is found beside its parent and above it', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { b: '1.0.0', c: '1.0.0', d: '1.0.0' } },
      'node_modules/b': {},
      'node_modules/a/node_modules/c': {},
    };
    expect(missingEntries(packages).map(({ name }) => name)).toEqual(['d']);
  });
  test.each([
    ['@biomejs/cli-darwin-arm64', { os: ['darwin'], cpu: ['arm64'] }],
    ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
    ['@oxc-parser/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'] }],
    ['@oxc-parser/binding-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
    ['left-pad', undefined],
  ])('%s is for its platform', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});

describe('commands for those who work on baedal', () => {
  const said = (file: string, option: string) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', './scripts/load-sql.mjs', file, option], {
      cwd: home,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

  test.each([
    ['simulate', 'simulation/main.ts'],
    ['crash-points', 'crash/points.ts'],
    ['soak', 'crash/soak.ts'],
    ['bench', 'bench/main.ts'],
    ['rush', 'bench/rush/main.ts'],
  ])('%s explains itself, and wrong options', (name, file) => {
    const help = said(file, '--help');
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toContain(`npm run ${name} -- [options]\n  --`);
    expect(said(file, '--nonsense')).toEqual({ status: 2, stdout: '', stderr: `Unknown option '--nonsense'\n${help.stdout}` });
  });
});
