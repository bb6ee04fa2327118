// Makes a clone ready: packages as the lock says, the pinned Node, bundles up to date. Any Node from 18 on, and nothing installed.
//   node scripts/ready.mjs [--rebuild] [argument of the pinned Node …]
// A command after it belongs here as an argument, not behind `&&`: a shell remembers where it found `node` before there was a pinned one.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const { pinnedNode, runWith } = createRequire(import.meta.url)('../bin/rerun.js');
const say = (sentence) => process.stderr.write(`baedal: ${sentence}\n`);
const json = (name) => JSON.parse(readFileSync(join(home, name), 'utf8'));

const installed = 'node_modules/.package-lock.json';

/** npm's own record against the lock, package by package: a fresh checkout has new times and the same packages. */
const isAsLocked = () => {
  const have = json(installed).packages;
  return Object.entries(json('package-lock.json').packages).every(
    ([path, wanted]) => path === '' || (have[path] === undefined ? wanted.optional === true : have[path].version === wanted.version),
  );
};

const isInstalled = () => {
  if (!existsSync(join(home, installed)) || pinnedNode() === undefined) return false;
  return statSync(join(home, 'package-lock.json')).mtimeMs <= statSync(join(home, installed)).mtimeMs || isAsLocked();
};

/** The npm that runs us, else the one on PATH. */
const npm = (args) => {
  const self = process.env.npm_execpath ?? '';
  const options = { cwd: home, encoding: 'utf8', maxBuffer: 64 << 20 };
  if (self.endsWith('npm-cli.js')) return spawnSync(process.execPath, [self, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
};

const fail = (sentence) => {
  say(sentence);
  process.exit(10);
};

const install = () => {
  say('installing the packages, once; this takes about half a minute');
  // A NODE_ENV of production would leave the pinned Node out.
  const { status, error, stdout, stderr } = npm(['ci', '--include=dev', '--loglevel=error']);
  if (status !== 0) {
    process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
    fail(`"npm ci" failed${error === undefined ? '' : ` (${error.message})`}; see above, then try again`);
  }
  const major = /\d+/.exec(json('package.json').devDependencies.node)[0];
  const node = pinnedNode();
  const version = node === undefined ? 'missing' : (spawnSync(node, ['-v'], { encoding: 'utf8' }).stdout ?? '').trim() || 'not starting';
  if (!version.startsWith(`v${major}.`))
    fail(`the pinned Node ${major} is ${version}; its install script must run: "npm rebuild node --ignore-scripts=false"`);
};

const own = process.argv[2] === '--rebuild' ? ['--force'] : [];
const command = process.argv.slice(2 + own.length);
if (!isInstalled()) install();
const node = pinnedNode();
const built = spawnSync(node, [join(home, 'scripts/build.mjs'), ...own], { cwd: home, stdio: ['ignore', 'inherit', 'inherit'] });
if (built.status !== 0) process.exit(built.status ?? 1);
// Programs that say `env node` get the pinned one too.
if (command.length > 0) runWith(node, command, { PATH: `${join(home, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}` });
