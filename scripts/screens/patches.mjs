// What makes Ink start in a tenth of a second, and draw in a third of the time: docs/decisions/0018-the-screens-bundle.md.
// Applied while bundling, never in node_modules. Each says what it expects, so a new Ink or Yoga fails the build and not the person.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const here = import.meta.dirname;

/** The text with one place replaced; there must be exactly one. */
const replaced = (text, from, to) => {
  const parts = typeof from === 'string' ? text.split(from) : text.split(new RegExp(from.source, `${from.flags.replace('g', '')}`));
  if (parts.length !== 2) throw new Error(`expected once, found ${parts.length - 1} times: ${from}`);
  return parts.join(to);
};
const all = (text, changes) => changes.reduce((now, [from, to]) => replaced(now, from, to), text);

const instantiate = `
loadYoga.instantiateWasm = (imports, done) => {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), imports);
  done(instance);
  return instance.exports;
};`;

/** Emscripten fetches its own code as a data URL, which loads the network: 40 ms. */
const yogaAtOnce = (text) => {
  const code = /data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)/.exec(text)?.[1];
  if (code === undefined) throw new Error('Yoga holds no code any more');
  const patched = all(text, [
    [code, ''],
    ['loadYoga = loadYoga || {};', `loadYoga = loadYoga || {};${instantiate}`],
    ['return loadYoga.ready', 'return loadYoga'],
    ['import.meta.url', '""'],
  ]);
  return `import { Buffer as bytes } from 'node:buffer';\nconst wasm = bytes.from('${code}', 'base64');\n${patched}`;
};

/** Needed to be CommonJS at all, which has no `await` outside of functions. */
const needed = [
  [/yoga-wasm-base64-esm\.js$/, yogaAtOnce],
  [/yoga-layout\/dist\/src\/index\.js$/, (text) => replaced(text, 'await loadYoga()', 'loadYoga()')],
  [
    /ink\/build\/reconciler\.js$/,
    (text) =>
      all(text, [
        ["import.meta.resolve('react-devtools-core');", ''],
        ["await import('./devtools.js');", ''],
        ["new URL('../package.json', import.meta.url)", "''"],
        ['await loadPackageJson()', '{}'],
      ]),
  ],
];

const quick = [
  [
    /ink\/build\/output\.js$/,
    (text) =>
      all(text, [
        // One for every frame would measure every line anew. A line takes about 8 kB, and a board stands open all day: a few frames of them are kept.
        ['caches = new OutputCaches();', 'caches = sharedCaches();'],
        [
          'export default class Output {',
          `let shared;
const sharedCaches = () => {
  if (shared === undefined || shared.styledChars.size > 1024 || shared.widths.size > 8192) shared = new OutputCaches();
  return shared;
};
export default class Output {`,
        ],
        [
          '!/^\\p{Default_Ignorable_Code_Point}+$/u.test(character.value)',
          'isOrdinary(character.value) || !/^\\p{Default_Ignorable_Code_Point}+$/u.test(character.value)',
        ],
        [
          "import stringWidth from 'string-width';",
          "import stringWidth from 'string-width';\nimport { isOrdinary } from 'our-ordinary-text';",
        ],
      ]),
  ],
  // Prints the stack in front of whoever sits there. We have an error boundary of our own, and a file for stacks.
  [/ink\/build\/components\/ErrorOverview\.js$/, () => 'export default () => null;'],
];

const patching = (patches) => ({
  name: 'patches',
  setup(build) {
    for (const [filter, patch] of patches)
      build.onLoad({ filter }, ({ path }) => ({
        contents: patch(readFileSync(path, 'utf8')),
        loader: 'js',
        resolveDir: dirname(path),
      }));
  },
});

const withoutTools = {
  name: 'without-tools',
  setup(build) {
    build.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'nothing' }));
    build.onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'export default {};' }));
  },
};

const ours = {
  name: 'ours',
  setup(build) {
    build.onResolve({ filter: /^string-width$/ }, ({ path }) => ({ path, namespace: 'ours' }));
    build.onLoad({ filter: /./, namespace: 'ours' }, () => ({
      contents: "export { stringWidth as default } from './string-width.mjs';",
      resolveDir: here,
    }));
    build.onResolve({ filter: /^our-ordinary-text$/ }, () => ({ path: join(here, '../../src/core/ordinary-text.ts') }));
  },
};

/** React is CommonJS: each file that imports from it would copy all its names, forty times. Here it is done once, for all. */
const namesOnce = {
  name: 'names-once',
  setup(build) {
    const require = createRequire(import.meta.url);
    build.onResolve({ filter: /^react(\/jsx-runtime)?$/ }, ({ path, kind, namespace }) =>
      kind === 'import-statement' && namespace !== 'names-once' ? { path, namespace: 'names-once' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'names-once' }, ({ path }) => {
      const names = Object.keys(require(path)).filter((name) => /^[A-Za-z]\w*$/.test(name));
      const lines = [
        `const all = require('${path}');`,
        ...names.map((name) => `export const ${name} = all.${name};`),
        'export default all;',
      ];
      return { contents: lines.join('\n'), resolveDir: here };
    });
  },
};

/** Of a changed line only the columns that differ are written. Not the same bytes as Ink's, but the same screen. */
const fewerBytes = {
  name: 'fewer-bytes',
  setup(build) {
    build.onResolve({ filter: /^\.\/line-update\.js$/ }, ({ path }) => ({ path, namespace: 'fewer-bytes' }));
    build.onLoad({ filter: /./, namespace: 'fewer-bytes' }, () => ({
      contents: "export { updateLine as default } from './update-line.ts';",
      resolveDir: join(here, '../../src/tui/app'),
    }));
  },
};

/** esbuild's settings for what draws with Ink; without `quick` it is as slow as Ink comes, for comparing. */
export const screenSettings = ({ isQuick = true, isThrifty = isQuick } = {}) => ({
  jsx: 'automatic',
  plugins: [
    withoutTools,
    patching(isQuick ? [...needed, ...quick] : needed),
    ...(isQuick ? [ours, namesOnce] : []),
    ...(isThrifty ? [fewerBytes] : []),
  ],
  ...(isQuick && { inject: [join(here, 'lazy-segmenter.mjs')], define: { 'Intl.Segmenter': 'LazySegmenter' } }),
});
