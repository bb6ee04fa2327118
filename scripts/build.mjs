// Bundles src into dist, one CommonJS file for each way in. A build that is up to date costs a few stat calls.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtinsLater } from './builtins-later.mjs';
import { screenSettings } from './screens/patches.mjs';

const home = fileURLToPath(new URL('..', import.meta.url));
const screens = ['ink', 'react', 'react-reconciler', 'yoga-layout'];
/** The names that bin/baedal.js never takes for a hot command; of these, `attach` is asked for by those who want screens. */
const reserved = ['cli', 'tui'];

const existing = (root, ...names) => names.map((name) => join(root, 'src', name)).filter((file) => existsSync(file));

/** Bundle name → its source, and the packages that may never be in it, not even lazily. */
export const entriesOf = (root) => {
  const hot = join(root, 'src/cli/hot');
  const files = existsSync(hot) ? readdirSync(hot).filter((name) => name.endsWith('.ts') && !/\.(test|d)\.ts$/.test(name)) : [];
  const clash = files.find((name) => reserved.includes(basename(name, '.ts')));
  if (clash !== undefined) throw new Error(`src/cli/hot/${clash}: this name is taken by a bundle of its own`);
  return [
    ...existing(root, 'cli/main.ts').map((source) => ({ name: 'cli', source, never: screens })),
    ...existing(root, 'tui/open.tsx', 'tui/open.ts').map((source) => ({ name: 'tui', source, never: [] })),
    ...files.map((name) => ({
      name: basename(name, '.ts'),
      source: join(hot, name),
      never: [...screens, 'commander', 'node-cron', 'yaml'],
    })),
  ];
};

/** Screens are a bundle of their own: whoever opens them loads it then, by the `require` that bin/baedal.js keeps compiled code for. */
const tuiApart = {
  name: 'tui-apart',
  setup(build) {
    build.onResolve({ filter: /\/tui\/open\.tsx?$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './tui.cjs', namespace: 'tui-apart' },
    );
    build.onResolve({ filter: /./, namespace: 'tui-apart' }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /./, namespace: 'tui-apart' }, ({ path }) => ({ contents: `module.exports = require('${path}');` }));
  },
};

/** The driver's JavaScript is part of the bundles: to find and read its twelve files takes longer than to open a database. */
const driverWithin = (root) => ({
  name: 'driver-within',
  setup(build) {
    build.onResolve({ filter: /^\.\/binding$/ }, ({ importer }) =>
      /[/\\]better-sqlite3[/\\]lib[/\\]index\.js$/.test(importer) ? { path: join(root, 'src/sqlite/native-binding.ts') } : undefined,
    );
  },
});

/** One sentence for each bundle that wants a package it must not hold, with the file that asked for it. */
export const intruders = (entries, outputs, inputs) =>
  entries.flatMap(({ name, never }) =>
    never.flatMap((unwanted) => {
      const isIt = (path) => path === unwanted || path.startsWith(`${unwanted}/`) || path.includes(`node_modules/${unwanted}/`);
      const asker = Object.keys(outputs[name] ?? {}).find((file) => !isIt(file) && inputs[file]?.imports.some(({ path }) => isIt(path)));
      return asker === undefined ? [] : [`dist/${name}.cjs must not hold "${unwanted}", which ${asker} imports`];
    }),
  );

const settingsOf = (root, entries, external) => ({
  absWorkingDir: root,
  entryPoints: Object.fromEntries(entries.map(({ name, source }) => [name, source])),
  outdir: join(root, 'dist'),
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  // Not a Node version: esbuild would turn a pattern that Node knows into an eager `new RegExp`. `using` is too new for Node 22.
  target: 'esnext',
  supported: { using: false },
  minifySyntax: true,
  // A quarter less to read at every start; the names stay, for traces.
  minifyWhitespace: true,
  legalComments: 'none',
  // A scheduler that looks for files beside itself, and a reader of YAML. Only a command that needs one loads it.
  external: ['node-cron', 'yaml', ...external],
  loader: { '.sql': 'text' },
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    'import.meta.dirname': '__dirname',
    'import.meta.filename': '__filename',
  },
  logOverride: { 'empty-import-meta': 'error' },
  logLevel: 'warning',
  plugins: [tuiApart, builtinsLater, driverWithin(root)],
  metafile: true,
  write: false,
});

/** The same for what draws: Ink patched, see scripts/screens/patches.mjs. */
const withScreens = (settings, how = {}) => {
  const { plugins, define, ...more } = screenSettings(how);
  return { ...settings, ...more, plugins: [...settings.plugins, ...plugins], define: { ...settings.define, ...define } };
};

/** One program that draws, by itself: with what makes Ink quick, or as Ink comes. For comparing the two, and for measuring. */
export const bundleScreens = async ({ entry, outfile, ...how }) => {
  const { build: esbuild } = await import('esbuild');
  const { outdir, outExtension, entryPoints, metafile, ...settings } = withScreens(settingsOf(home, [], []), how);
  await esbuild({ ...settings, entryPoints: [entry], outfile, write: true });
};

const newest = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  return stat.isDirectory() ? Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name)))) : stat.mtimeMs;
};

/** A folder's own time tells of deleted files, the lock's of changed packages. */
export const isFresh = (root) => {
  const built = statSync(join(root, 'dist/meta.json'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return ['src', 'scripts/build.mjs', 'scripts/screens', 'package.json', 'package-lock.json'].every(
    (name) => newest(join(root, name)) < built,
  );
};

/** Bundles appear whole or not at all, for a command may start in the middle of a build. */
const put = (file, content) => {
  writeFileSync(`${file}.${process.pid}`, content);
  renameSync(`${file}.${process.pid}`, file);
};

/** One letter beyond Latin-1 makes V8 keep twice the bytes. esbuild escapes all of them but those in patterns, where the same escape holds. */
export const narrow = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The one other place that esbuild leaves as it is; there an escape would be six signs. */
const hasWideRaw = (file) =>
  /\.[cm]?[jt]sx?$/.test(file) && existsSync(file) && /String\.raw`[^`]*[^\0-\x7f`][^`]*`/.test(readFileSync(file, 'utf8'));

const bundle = async (root, entries) => {
  const { build: esbuild } = await import('esbuild');
  // Left outside, the screens' packages are found and named at once instead of failing in their own ways.
  const plain = await esbuild(
    settingsOf(
      root,
      entries.filter(({ never }) => never.length > 0),
      screens,
    ),
  );
  const apart = entries.filter(({ never }) => never.length === 0);
  const results = apart.length === 0 ? [plain] : [plain, await esbuild(withScreens(settingsOf(root, apart, [])))];
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile.outputs));
  const inputs = Object.assign({}, ...results.map(({ metafile }) => metafile.inputs));
  return { outputs, inputs, files: results.flatMap(({ outputFiles }) => outputFiles) };
};

/** 'fresh' when there was nothing to do. A failed build leaves the old bundles as they were. */
export const build = async ({ root = home, force = false } = {}) => {
  if (!force && isFresh(root)) return 'fresh';
  const started = new Date();
  const entries = entriesOf(root);
  if (!entries.some(({ name }) => name === 'cli')) throw new Error('src/cli/main.ts is missing');
  const { outputs, inputs, files } = await bundle(root, entries);
  const held = Object.fromEntries(Object.entries(outputs).map(([file, one]) => [basename(file, '.cjs'), one.inputs]));
  const wrong = intruders(entries, held, inputs);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const raw = Object.keys(inputs).find((file) => hasWideRaw(join(root, file)));
  if (raw !== undefined) throw new Error(`${raw}: no letters beyond ASCII in String.raw`);
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  for (const { path, text } of files) put(path, narrow(text));
  const names = files.map(({ path }) => basename(path));
  for (const name of readdirSync(dist)) if (name.endsWith('.cjs') && !names.includes(name)) rmSync(join(dist, name));
  // What bin/baedal.js keeps of the bundles before.
  rmSync(join(dist, '.cache'), { recursive: true, force: true });
  put(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
  put(join(dist, 'meta.json'), JSON.stringify({ inputs, outputs }));
  // The start, not the end: what was saved meanwhile is built next time.
  utimesSync(join(dist, 'meta.json'), started, started);
  return files.map(({ path, contents }) => `${relative(root, path)} ${Math.ceil(contents.length / 1024)} kB`).join(', ');
};

if (process.argv[1] !== undefined && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  try {
    const done = await build({ force: process.argv.includes('--force') });
    if (done !== 'fresh') process.stderr.write(`built ${done}\n`);
  } catch (error) {
    process.stderr.write(`baedal: the build failed\n${error.errors === undefined ? `${error.message}\n` : ''}`);
    process.exitCode = 1;
  }
}
