import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { afterAll, describe, expect, test } from 'vitest';

const home = join(import.meta.dirname, '..');
const bin = join(home, 'bin/baedal.js');
const { isFit } = createRequire(import.meta.url)(bin) as { readonly isFit: (version: string) => boolean };
const version = (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { readonly version: string }).version;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A checkout with our bin and these bundles; `pinned` says whether the project's own Node is installed in it. */
const checkout = (bundles: Readonly<Record<string, string>>, pinned: boolean): string => {
  const folder = mkdtempSync(join(tmpdir(), 'baedal-bin-'));
  made.push(folder);
  for (const name of ['bin', 'dist', 'node_modules/node/bin']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['baedal.js', 'rerun.js', 'package.json']) copyFileSync(join(home, 'bin', name), join(folder, 'bin', name));
  for (const [name, text] of Object.entries(bundles)) writeFileSync(join(folder, 'dist', name), text);
  if (pinned) symlinkSync(process.execPath, join(folder, 'node_modules/node/bin/node'));
  writeFileSync(
    join(folder, 'old.cjs'),
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });",
  );
  return folder;
};

type Options = { readonly old?: boolean; readonly env?: Readonly<Record<string, string>>; readonly node?: string };
const argumentsOf = (folder: string, args: readonly string[], { old = false }: Options) => [
  ...(old ? ['--require', join(folder, 'old.cjs')] : []),
  join(folder, 'bin/baedal.js'),
  ...args,
];
const run = (folder: string, args: readonly string[], options: Options = {}) => {
  const node = options.node ?? process.execPath;
  const { status, stdout, stderr } = spawnSync(node, argumentsOf(folder, args, options), {
    encoding: 'utf8',
    env: { ...process.env, ...options.env },
  });
  return { status, stdout, stderr };
};

const tell = "console.log(JSON.stringify([process.versions.node, ...process.argv.slice(2), process.env.BAEDAL_RERUN ?? 'clean']));";
const oneSentence = /^baedal: [^\n]+\n$/;

describe('which Node is fit', () => {
  test.each(['22.13.0', '22.22.1', '24.0.0', '24.21.0', '25.1.0', '26.0.0', '100.0.0'])('%s is', (one) => {
    expect(isFit(one)).toBe(true);
  });
  test.each(['0.12.18', '4.9.1', '18.20.8', '20.20.2', '22.12.0', '22.2.0', '23.11.1', 'nonsense'])('%s is not', (one) => {
    expect(isFit(one)).toBe(false);
  });
  test('package.json says the same', () => {
    expect(readFileSync(join(home, 'package.json'), 'utf8')).toContain('"node": "^22.13 || >=24"');
  });
});

describe('on a fit Node', () => {
  test('baedal --version prints the version', () => {
    expect(run(home, ['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('without bundles it says how to build, and exits 10', () => {
    const { status, stdout, stderr } = run(checkout({}, true), ['status']);
    expect({ status, stdout }).toEqual({ status: 10, stdout: '' });
    expect(stderr).toMatch(oneSentence);
    expect(stderr).toContain('npm run build');
  });

  test('a command with its own bundle runs without the whole command line', () => {
    const folder = checkout(
      { 'cli.cjs': "console.log('all');", 'status.cjs': 'exports.run = (args) => { console.log("hot", ...args); };' },
      false,
    );
    expect(run(folder, ['status', 'ord_1', '--json']).stdout).toBe('hot ord_1 --json\n');
    expect(run(folder, ['order']).stdout).toBe('all\n');
    expect(run(folder, []).stdout).toBe('all\n');
  });

  test('a bundle that says false hands the call over', () => {
    const folder = checkout(
      { 'cli.cjs': "console.log('all', ...process.argv.slice(2));", 'status.cjs': 'exports.run = () => false;' },
      false,
    );
    expect(run(folder, ['status', '--help']).stdout).toBe('all status --help\n');
  });

  test.each(['cli', 'tui', 'attach', '../status', 'dist', '', '--help', 'constructor'])(
    'the word "%s" never loads a bundle by its name',
    (word) => {
      const folder = checkout({ 'cli.cjs': "console.log('all');", 'tui.cjs': "console.log('screen');", 'status.cjs': '' }, false);
      expect(run(folder, [word])).toEqual({ status: 0, stdout: 'all\n', stderr: '' });
    },
  );

  test.each([
    [[], true],
    [['--theme', 'light'], true],
    [['owner', 'shop_hanki'], true],
    [['order'], false],
    [['attach'], false],
  ] as const)(
    '%j asks for screens that are kept ready: %s; else, and where there are none, the whole command line answers',
    (args, asks) => {
      const attach = (answer: string) => `exports.run = (args, otherwise) => { console.log('attach', ...args); ${answer} };`;
      const all = "console.log('all', ...process.argv.slice(2));";
      const asked = asks ? `${['attach', ...args].join(' ')}\n` : '';
      const whole = `${['all', ...args].join(' ')}\n`;
      const ran = (answer: string) => run(checkout({ 'cli.cjs': all, 'attach.cjs': attach(answer) }, false), args).stdout;
      expect(ran('return true;')).toBe(asks ? asked : whole);
      expect(ran('return false;')).toBe(asked + whole);
      expect(ran('setImmediate(otherwise); return true;')).toBe(asked + whole);
    },
  );

  test('it is found through a link, as npm installs it', () => {
    const folder = checkout({ 'cli.cjs': tell }, false);
    chmodSync(join(folder, 'bin/baedal.js'), 0o755);
    symlinkSync(join(folder, 'bin/baedal.js'), join(folder, 'baedal'));
    const { stdout } = spawnSync(process.execPath, [join(folder, 'baedal'), 'x'], { encoding: 'utf8' });
    expect(JSON.parse(stdout)).toEqual([process.versions.node, 'x', 'clean']);
  });
});

describe('the code that is kept of a bundle', () => {
  const keptIn = (folder: string) => readdirSync(join(folder, 'dist/.cache')).map((name) => join(folder, 'dist/.cache', name));
  const twice = (one: string) => `const say = () => console.log('${one}'); say(); say();`;

  test('is made by the first run of each command that goes well, and taken by the next', () => {
    const folder = checkout({ 'cli.cjs': `${twice('one')} process.exitCode = process.argv[3] ? 3 : 0;` }, false);
    run(folder, ['order', 'x']);
    expect(existsSync(join(folder, 'dist/.cache'))).toBe(false);
    for (const command of ['order', 'order', 'pay', '--help', '-V']) expect(run(folder, [command]).stdout).toBe('one\none\n');
    expect(keptIn(folder)).toHaveLength(3);
  });

  test('is never taken for a bundle that was built anew, even of the same length', () => {
    const folder = checkout({ 'cli.cjs': twice('one') }, false);
    expect(run(folder, ['order']).stdout).toBe('one\none\n');
    writeFileSync(join(folder, 'dist/cli.cjs'), twice('two'));
    expect(run(folder, ['order']).stdout).toBe('two\ntwo\n');
  });

  test.each([
    ['empty', () => Buffer.alloc(0)],
    ['cut in half', (code: Buffer) => code.subarray(0, code.length / 2)],
    ['not code at all', (code: Buffer) => Buffer.alloc(code.length, 'x')],
  ])('is made anew where it is %s', (_what, spoil) => {
    const folder = checkout({ 'cli.cjs': twice('one') }, false);
    run(folder, ['order']);
    const [file = ''] = keptIn(folder);
    const good = readFileSync(file);
    writeFileSync(file, spoil(good));
    expect(run(folder, ['order'])).toEqual({ status: 0, stdout: 'one\none\n', stderr: '' });
    expect(readFileSync(file)).toHaveLength(good.length);
  });

  test('is not missed where it cannot be written', () => {
    const folder = checkout({ 'cli.cjs': twice('one') }, false);
    writeFileSync(join(folder, 'dist/.cache'), 'in the way');
    expect(run(folder, ['order'])).toEqual({ status: 0, stdout: 'one\none\n', stderr: '' });
  });
});

describe('on an unfit Node', () => {
  test('it runs again under the pinned one, with the same arguments', () => {
    const { status, stdout, stderr } = run(checkout({ 'cli.cjs': tell }, true), ['order', '--note', '문 앞에 "놓아" 주세요'], {
      old: true,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual([process.versions.node, 'order', '--note', '문 앞에 "놓아" 주세요', 'clean']);
  });

  test('the exit code passes through', () => {
    expect(run(checkout({ 'cli.cjs': 'process.exitCode = 7;' }, true), [], { old: true }).status).toBe(7);
  });

  test('without the pinned one it says so in one sentence, and exits 10', () => {
    const { status, stdout, stderr } = run(checkout({ 'cli.cjs': tell }, false), ['order'], { old: true });
    expect({ status, stdout }).toEqual({ status: 10, stdout: '' });
    expect(stderr).toMatch(oneSentence);
    expect(stderr).toContain('20.20.2');
  });

  test('it never runs again twice', () => {
    const { status, stderr } = run(checkout({ 'cli.cjs': tell }, true), ['order'], { old: true, env: { BAEDAL_RERUN: '1' } });
    expect(status).toBe(10);
    expect(stderr).toMatch(oneSentence);
  });

  const waiting = (then: string) => `${then} setInterval(() => {}, 1000); console.log(process.pid);`;
  const started = async (bundle: string) => {
    const folder = checkout({ 'cli.cjs': bundle }, true);
    const child = spawn(process.execPath, argumentsOf(folder, [], { old: true }), { stdio: ['ignore', 'pipe', 'inherit'] });
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, inner: Number(first.toString()) };
  };

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s sent to us alone reaches the command', async (signal) => {
    const { child } = await started(waiting(`process.on('${signal}', () => process.exit(42));`));
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([42, null]);
  });

  test('a command that is killed takes us with it by the same signal', async () => {
    const { child, inner } = await started(waiting(''));
    process.kill(inner, 'SIGKILL');
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  });

  const versionOf = (node: string) => spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  const unfit = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'node'))
    .find((node) => existsSync(node) && /^\d+\./.test(versionOf(node)) && !isFit(versionOf(node)));

  test.skipIf(unfit === undefined)(`a really old one does the same (${unfit === undefined ? 'none here' : versionOf(unfit)})`, () => {
    const node = unfit ?? '';
    expect(JSON.parse(run(checkout({ 'cli.cjs': tell }, true), ['a'], { node }).stdout)).toEqual([process.versions.node, 'a', 'clean']);
    expect(run(checkout({}, false), [], { node })).toMatchObject({ status: 10, stderr: expect.stringMatching(oneSentence) });
  });

  test.each(['baedal.js', 'rerun.js'])('%s needs no syntax newer than 2015', (name) => {
    const text = readFileSync(join(dirname(bin), name), 'utf8');
    const at = (target: string) => transformSync(text, { target, legalComments: 'none' }).code;
    expect(at('es2015')).toBe(at('esnext'));
  });
});
