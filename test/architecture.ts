/** A source as the checker sees it; `path` is relative to the project, with `/`. */
export type SourceFile = { readonly path: string; readonly text: string };
type Import = { readonly from: string; readonly typeOnly: boolean };
type Layer =
  | 'core'
  | 'words'
  | 'samples'
  | 'sqlite'
  | 'store'
  | 'gateways'
  | 'daemon'
  | 'cli'
  | 'tui'
  | 'tui/kit'
  | 'tui/customer'
  | 'tui/owner';
type Target = { readonly layer: Layer | undefined; readonly path: string; readonly typeOnly: boolean };

const maxLines = 200;
const maxTestLines = 400;
const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** Line comments only after a blank or at the start of a line: `https://` in a string is none. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
const withoutStrings = (text: string) => text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");

const statements = /\b(?:import|export)\b(\s+type\b)?([^'"`;]*?)\bfrom\s*['"]([^'"]+)['"]/g;
const bare = /\bimport\s*['"]([^'"]+)['"]|\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g;

/** `import type …`, or every name between the braces marked `type`. */
const onlyTypes = (type: string | undefined, names: string) =>
  type !== undefined || (/^\s*\{[^}]*\}\s*$/.test(names) && names.split(/[{},]/).every((name) => /^\s*(type\s.*)?$/s.test(name)));

export const importsOf = (text: string): readonly Import[] => {
  const code = withoutComments(text);
  return [
    ...[...code.matchAll(statements)].map(([, type, names = '', from = '']) => ({ from, typeOnly: onlyTypes(type, names) })),
    ...[...code.matchAll(bare)].map(([, side, called]) => ({ from: side ?? called ?? '', typeOnly: false })),
  ];
};

const layers: readonly Layer[] = [
  'core',
  'words',
  'samples',
  'sqlite',
  'store',
  'gateways',
  'daemon',
  'cli',
  'tui/kit',
  'tui/customer',
  'tui/owner',
  'tui',
];
const layerOf = (path: string) => layers.find((layer) => path.startsWith(`src/${layer}/`));

const resolveFrom = (path: string, relative: string): string => {
  const parts = path.split('/').slice(0, -1);
  for (const step of relative.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
};

const opens = ({ path }: Target) => /\/open[^/]*\.tsx?$/.test(path);
const isLayer =
  (...allowed: readonly Layer[]) =>
  ({ layer }: Target) =>
    layer !== undefined && allowed.includes(layer);
const isCore = isLayer('core');
/** What every part of the program may speak of: words for people, and the small pure vocabulary. */
const isVocabulary = ({ path }: Target) => /^src\/(words\/.+|core\/(kinds|money|time|result|reasons|safe-text|text-width))\.ts$/.test(path);
/** Where a person sits down: types only, which every screen is given. */
const isSeat = ({ path, typeOnly }: Target) => path === 'src/tui/seat.ts' && typeOnly;
/** Pure readings of what the use cases answer: what a view means, when a shop opens, what a cart costs. */
const isReading = ({ path }: Target) => /^src\/core\/((views|catalog|cart|profile)\/[^/]+|kitchen\/undo-of)\.ts$/.test(path);
const isTypeOrWord = (target: Target) => (isLayer('core', 'words')(target) && (target.typeOnly || isVocabulary(target))) || isSeat(target);

/** The table of docs/architecture.md: which of our own files a layer may import. */
const mayImport: Record<Layer, (target: Target) => boolean> = {
  core: isCore,
  words: isLayer('core', 'words'),
  samples: isLayer('core', 'samples'),
  sqlite: isLayer('sqlite'),
  store: isLayer('core', 'store', 'sqlite'),
  gateways: isLayer('core', 'gateways', 'sqlite'),
  daemon: (to) => isLayer('core', 'daemon')(to) || (isLayer('store', 'gateways')(to) && (opens(to) || to.typeOnly)),
  cli: (to) =>
    isLayer('core', 'words', 'samples', 'daemon', 'cli')(to) ||
    (isLayer('store', 'gateways', 'tui')(to) && (opens(to) || to.typeOnly)) ||
    to.path === 'package.json',
  tui: isLayer('core', 'words', 'tui', 'tui/kit', 'tui/customer', 'tui/owner'),
  'tui/kit': (to) => isLayer('tui/kit')(to) || isTypeOrWord(to),
  'tui/customer': (to) => isLayer('tui/customer', 'tui/kit')(to) || isTypeOrWord(to) || isReading(to),
  'tui/owner': (to) => isLayer('tui/owner', 'tui/kit')(to) || isTypeOrWord(to) || isReading(to),
};

/** Packages and `node:` modules; undefined when the import is fine. */
const packageProblem = (layer: Layer, { from, typeOnly }: Import): string | undefined => {
  if (/^(ink|react)($|[/-])/.test(from)) return layer.startsWith('tui') ? undefined : `only src/tui may import "${from}"`;
  if (layer === 'core' || layer === 'words' || layer === 'samples') return `${layer} imports neither packages nor node: ("${from}")`;
  if (layer === 'sqlite') {
    const fine = from === 'better-sqlite3' || from.startsWith('node:');
    return fine ? undefined : `sqlite imports nothing but better-sqlite3 and node: ("${from}")`;
  }
  return from === 'better-sqlite3' && !typeOnly ? 'only src/sqlite opens SQLite files (better-sqlite3)' : undefined;
};

const importProblems = (path: string, layer: Layer, one: Import): readonly string[] => {
  if (!one.from.startsWith('.')) return [packageProblem(layer, one) ?? []].flat();
  const target = resolveFrom(path, one.from);
  const fine = mayImport[layer]({ layer: layerOf(target), path: target, typeOnly: one.typeOnly });
  return fine ? [] : [`${layer} may not import ${target}`];
};

/** Clock, chance, input and output: what the core leaves to its callers. */
const impure: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'Date.now'],
  [/\bnew Date\(\s*\)|(?<!new )\bDate\(\s*\)/, 'new Date() without an argument'],
  [/\bMath\.random\b/, 'Math.random'],
  [/\bprocess\s*\??\./, 'process.'],
  [/\bconsole\s*\./, 'console.'],
  [/(?<![.\w])(performance|crypto|globalThis)\s*\??\./, 'performance, crypto or globalThis'],
  [/(?<![.\w])(setTimeout|setInterval|setImmediate|fetch)\s*\(/, 'timers or fetch'],
];

const terminal = 'src/cli/terminal.ts';
const writes = /\bconsole\s*\.|\bprocess\.(stdout|stderr)\.write\b|\bwriteSync\(\s*[12]\b/;

const textProblems = (path: string, layer: Layer | undefined, text: string): readonly string[] => {
  const code = withoutStrings(withoutComments(text));
  const clock = layer === 'core' ? impure.filter(([pattern]) => pattern.test(code)).map(([, name]) => `core must not mention ${name}`) : [];
  const opened = path !== 'src/sqlite/open.ts' && /\bnew Database\(/.test(code) ? ['only src/sqlite/open.ts says new Database('] : [];
  const written = path !== terminal && writes.test(code) ? [`only ${terminal} writes to a terminal`] : [];
  return [...clock, ...opened, ...written];
};

const shapeProblems = ({ path, text }: SourceFile): readonly string[] => {
  const lines = text.replace(/\n$/, '').split('\n').length;
  const limit = isTest(path) ? maxTestLines : maxLines;
  const long = lines > limit ? [`${lines} lines, stop at ${limit}`] : [];
  const barrel = /(^|\/)index\.[a-z]+$/.test(path) ? ['no index files: import the file that owns the name'] : [];
  const naked = importsOf(text)
    .filter(({ from }) => path.startsWith('src/') && from.startsWith('.') && !/\.(ts|tsx|mjs|js|json|sql)$/.test(from))
    .map(({ from }) => `"${from}" lacks its extension`);
  return [...long, ...barrel, ...naked];
};

/** Every broken rule as one line, `path: what`. Tests may import whatever they test with; size and shape hold for all files. */
export const violations = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((file) => {
    const { path, text } = file;
    const layer = layerOf(path);
    const isOurs = path.startsWith('src/') && !isTest(path) && !path.endsWith('.d.ts');
    const homeless = isOurs && layer === undefined ? ['belongs to no layer; give it one in test/architecture.ts'] : [];
    const imported = isOurs && layer !== undefined ? importsOf(text).flatMap((one) => importProblems(path, layer, one)) : [];
    const mentioned = isOurs ? textProblems(path, layer, text) : [];
    return [...homeless, ...imported, ...mentioned, ...shapeProblems(file)].map((problem) => `${path}: ${problem}`);
  });
