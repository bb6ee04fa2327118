import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, type SourceFile, violations } from './architecture.ts';

const home = join(import.meta.dirname, '..');

const sourcesIn = (folder: string): readonly SourceFile[] =>
  readdirSync(join(home, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(home, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }));

const foldersOf = (names: readonly string[]) =>
  names.filter((name) => readdirSync(home).includes(name)).flatMap((name) => [...sourcesIn(name)]);

describe('our sources keep the import table and the sizes', () => {
  const files = foldersOf(['src', 'test', 'bench', 'scripts', 'bin']);

  test('there is something to check', () => {
    expect(files.filter(({ path }) => path.startsWith('src/')).length).toBeGreaterThan(5);
  });

  test('nothing breaks a rule', () => {
    expect(violations(files)).toEqual([]);
  });
});

const complaintsAbout = (path: string, text: string) => violations([{ path, text }]).map((line) => line.slice(path.length + 2));

/** [what the rule says, a file that breaks it, its text, a word of the complaint] */
const offences: readonly (readonly [string, string, string, string])[] = [
  [
    'core imports only core',
    'src/core/a.ts',
    "import { open } from '../store/sqlite/open.ts';",
    'core may not import src/store/sqlite/open.ts',
  ],
  ['core imports no store, not even a type', 'src/core/a.ts', "import type { X } from '../store/x.ts';", 'may not import'],
  ['core imports no package', 'src/core/a.ts', "import { nanoid } from 'nanoid';", 'neither packages nor node:'],
  ['core imports no node module', 'src/core/a.ts', "import { readFileSync } from 'node:fs';", 'neither packages nor node:'],
  ['core imports no package in passing', 'src/core/a.ts', "const x = await import('nanoid');", 'neither packages nor node:'],
  ['core re-exports no package', 'src/core/a.ts', "export * from 'nanoid';", 'neither packages nor node:'],
  ['core has no clock', 'src/core/a.ts', 'const now = Date.now();', 'Date.now'],
  ['core has no clock by constructor', 'src/core/a.ts', 'const now = new Date();', 'new Date()'],
  ['core has no chance', 'src/core/a.ts', 'const x = Math.random();', 'Math.random'],
  ['core knows no process', 'src/core/a.ts', 'const home = process.env;', 'process.'],
  ['core does not log', 'src/core/a.ts', "console.log('x');", 'console.'],
  ['core has no random bytes', 'src/core/a.ts', 'const id = crypto.randomUUID();', 'crypto'],
  ['core has no timers', 'src/core/a.ts', 'setTimeout(go, 10);', 'timers'],
  ['samples are data only', 'src/samples/a.ts', "import { x } from 'node:fs';", 'neither packages nor node:'],
  ['store imports no gateway', 'src/store/memory/a.ts', "import { x } from '../../gateways/payment/x.ts';", 'may not import'],
  ['store imports no command line', 'src/store/a.ts', "import { x } from '../cli/x.ts';", 'may not import'],
  ['store opens no file by itself', 'src/store/a.ts', "import Database from 'better-sqlite3';", 'only src/sqlite opens'],
  ['gateways import no store', 'src/gateways/payment/a.ts', "import { x } from '../../store/sqlite/x.ts';", 'may not import'],
  ['sqlite imports nothing of ours', 'src/sqlite/open.ts', "import { instant } from '../core/kinds.ts';", 'may not import'],
  ['sqlite imports no other package', 'src/sqlite/open.ts', "import { nanoid } from 'nanoid';", 'nothing but better-sqlite3'],
  ['daemon imports only openers of the store', 'src/daemon/a.ts', "import { x } from '../store/sqlite/reads.ts';", 'may not import'],
  ['daemon imports no command line', 'src/daemon/a.ts', "import { x } from '../cli/x.ts';", 'may not import'],
  ['cli imports only openers of gateways', 'src/cli/a.ts', "import { x } from '../gateways/payment/ledger.ts';", 'may not import'],
  ['cli imports no widgets', 'src/cli/a.ts', "import { x } from '../tui/kit/list.tsx';", 'may not import'],
  ['cli opens no SQLite file', 'src/cli/a.ts', "import { open } from '../sqlite/open.ts';", 'may not import'],
  [
    'kit knows no rules of the core',
    'src/tui/kit/a.tsx',
    "import { decide } from '../../core/ordering/decide-order.ts';",
    'may not import',
  ],
  ['kit knows no screens', 'src/tui/kit/a.tsx', "import { x } from '../customer/x.tsx';", 'may not import'],
  ['customer screens run no rules', 'src/tui/customer/a.tsx', "import { placeOrder } from '../../core/app.ts';", 'may not import'],
  ['customer screens know no owner screens', 'src/tui/customer/a.tsx', "import { x } from '../owner/x.tsx';", 'may not import'],
  ['owner screens know no store', 'src/tui/owner/a.tsx', "import type { x } from '../../store/x.ts';", 'may not import'],
  ['ink stays in the screens', 'src/cli/a.ts', "import { render } from 'ink';", 'only src/tui may import "ink"'],
  ['react stays in the screens', 'src/daemon/a.ts', "import { jsx } from 'react/jsx-runtime';", 'only src/tui may import'],
  ['one place opens databases', 'src/store/sqlite/a.ts', 'const db = new Database(path);', 'only src/sqlite/open.ts'],
  ['one place writes to terminals', 'src/daemon/a.ts', "process.stdout.write('x');", 'only src/cli/terminal.ts writes'],
  ['one place writes to terminals, by number too', 'src/cli/hot/a.ts', 'writeSync(1, text);', 'only src/cli/terminal.ts writes'],
  ['no console anywhere', 'src/cli/a.ts', "console.error('x');", 'only src/cli/terminal.ts writes'],
  ['no barrels', 'src/store/index.ts', '', 'no index files'],
  ['imports carry their extension', 'src/core/a.ts', "import { x } from './b';", '"./b" lacks its extension'],
  ['sources stop at 200 lines', 'src/core/a.ts', 'x;\n'.repeat(201), '201 lines, stop at 200'],
  ['tests stop at 400 lines', 'src/core/a.test.ts', 'x;\n'.repeat(401), '401 lines, stop at 400'],
  ['every file has a layer', 'src/utils/a.ts', '', 'belongs to no layer'],
];

describe('the checker finds', () => {
  test.each(offences)('%s', (_rule, path, text, word) => {
    expect(complaintsAbout(path, text).filter((line) => line.includes(word))).toHaveLength(1);
  });
});

/** What looks like an offence and is none. */
const fine: readonly (readonly [string, string, string])[] = [
  ['core folds over core', 'src/core/views/a.ts', "import { instant, type Instant } from '../kinds.ts';"],
  ['core reads a given date', 'src/core/a.ts', 'const day = new Date(at).getUTCDay(); const ms = Date.UTC(2026, 1);'],
  ['comments and texts are no code', 'src/core/a.ts', "// Date.now() comes with the command\n/* Math.random */ const x = 'process.env';"],
  ['names that only sound alike', 'src/core/a.ts', 'const subprocess = { run: 1 }; subprocess.run; order.process(1); reprocess.all;'],
  [
    'store uses the core and opens through sqlite',
    'src/store/sqlite/a.ts',
    "import { ok } from '../../core/result.ts'; import { open } from '../../sqlite/open.ts';",
  ],
  ['store names types of the driver', 'src/store/sqlite/a.ts', "import type { Statement } from 'better-sqlite3';"],
  ['store reads its migrations', 'src/store/sqlite/a.ts', "import first from './migrations/0001-first.sqlite.sql';"],
  ['daemon opens the store', 'src/daemon/a.ts', "import { openStore } from '../store/sqlite/open-store.ts'; import cron from 'node-cron';"],
  [
    'cli starts the daemon',
    'src/cli/a.ts',
    "import { run } from '../daemon/run.ts'; import manifest from '../../package.json' with { type: 'json' };",
  ],
  ['cli seeds sample shops', 'src/cli/a.ts', "import { shops } from '../samples/shops.ts';"],
  ['cli opens the screens', 'src/cli/a.ts', "const { open } = await import('../tui/open.tsx');"],
  [
    'screens speak words and types',
    'src/tui/owner/a.tsx',
    "import { Box } from 'ink'; import type { App } from '../../core/app.ts'; import { won } from '../../core/money.ts';",
  ],
  ['the terminal writes', 'src/cli/terminal.ts', 'process.stdout.write(text); writeSync(1, text);'],
  [
    'tests use what they like',
    'src/core/a.test.ts',
    "import { test } from 'vitest'; import { openStore } from '../store/sqlite/open.ts'; Date.now();",
  ],
  ['200 lines are not too many', 'src/core/a.ts', 'x;\n'.repeat(200)],
];

describe('the checker lets pass', () => {
  test.each(fine)('%s', (_rule, path, text) => {
    expect(complaintsAbout(path, text)).toEqual([]);
  });
});

test('every way of importing is read, with types told from values', () => {
  const text = `
    import a from 'a'; import * as b from "b"; import { type C, type D } from './c.ts';
    import { type E, f } from './e.ts'; import type { G } from './g.ts';
    import 'side'; export { h } from './h.ts'; export type { I } from './i.ts';
    import {
      j,
      k,
    } from './jk.ts';
    // import x from 'commented';
    const lazy = () => import('./lazy.ts'); const old = require('old');
    export const from = 'nothing';
  `;
  expect(importsOf(text).map(({ from, typeOnly }) => (typeOnly ? `type ${from}` : from))).toEqual([
    'a',
    'b',
    'type ./c.ts',
    './e.ts',
    'type ./g.ts',
    './h.ts',
    'type ./i.ts',
    './jk.ts',
    'side',
    './lazy.ts',
    'old',
  ]);
});
