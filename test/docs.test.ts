import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { everywhere } from '../src/cli/everywhere.ts';
import { nameOf, type Verb } from '../src/cli/verb.ts';
import { loadRoot } from '../src/cli/verbs.ts';
import { deeds, readBumpBar } from '../src/words/bump-bar.ts';
import { splitLine } from './cli/all-verbs.ts';

const home = join(import.meta.dirname, '..');

/** The lines of a page that are to be typed, in order. */
const linesOf = (page: string): readonly string[] =>
  [...readFileSync(join(home, page), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block = '']) => block.split('\n'))
    .filter((line) => line !== '' && !line.startsWith('#'));

type Told = { readonly line: string; readonly exit: number | null; readonly out: string };

test('the page for beginners can be typed from top to bottom', { timeout: 120_000 }, async () => {
  const person = mkdtempSync(join(tmpdir(), 'baedal-beginner-'));
  const env = { PATH: `${join(person, '.local/bin')}:${process.env['PATH']}`, HOME: person, LC_ALL: 'C.UTF-8' };
  let newest = '';
  const type = async (line: string): Promise<Told> => {
    const child = spawn('bash', ['-c', line.replaceAll('ord_…', newest)], { cwd: home, env });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        out += chunk;
      });
    }
    const [exit] = await once(child, 'close');
    newest = /ord_\w+/.exec(out)?.[0] ?? newest;
    return { line, exit, out };
  };
  // The build is there already, and other tests are running on it.
  const lines = linesOf('docs/getting-started.md').filter((line) => line !== 'npm run build');
  const daemonAt = lines.indexOf('baedal daemon');
  expect(daemonAt).toBeGreaterThan(0);
  const told: Told[] = [];
  for (const line of lines.slice(0, daemonAt)) told.push(await type(line));
  const daemon = spawn(join(person, '.local/bin/baedal'), ['daemon'], { env, stdio: 'ignore' });
  try {
    for (const line of lines.slice(daemonAt + 1)) {
      let done = await type(line);
      // The second terminal is as quick as the machine lets it be; a person types more slowly.
      while (done.exit === 5 && /^baedal rider claim/.test(line)) done = await type(line);
      told.push(done);
    }
  } finally {
    daemon.kill('SIGTERM');
    await once(daemon, 'close');
    rmSync(person, { recursive: true, force: true, maxRetries: 5 });
  }
  expect(told.filter(({ exit }) => exit !== 0)).toEqual([]);
  const said = (start: string) => told.filter(({ line }) => line.startsWith(start)).map(({ out }) => out);
  expect(said('baedal status ord_')).toEqual([expect.stringContaining('delivered'), expect.stringContaining('canceled')]);
  expect(said('baedal payments')).toEqual([expect.stringContaining('baedal pay pay_')]);
});

test.each([
  'README.md',
  'CONTRIBUTING.md',
  'docs/getting-started.md',
  'docs/prompts.md',
  'docs/cli.md',
  'docs/roles.md',
  'docs/architecture.md',
])('%s leads only to what is there', (page) => {
  const text = readFileSync(join(home, page), 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
  const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, file = '']) => file);
  expect(targets.filter((file) => !existsSync(join(home, dirname(page), file)))).toEqual([]);
});

const root = await loadRoot();

/** The command that the words name, and what they say beyond it that it does not know. */
const unknownIn = (words: readonly string[], verb: Verb = root): readonly string[] => {
  const under = verb.verbs?.find((one) => nameOf(one) === words[0]);
  if (under) return unknownIn(words.slice(1), under);
  const known = [...(verb.options ?? []), ...everywhere].flatMap(({ flags }) => flags.split(' ')[0] ?? []);
  const flags = words.filter((word) => word.startsWith('--')).map((word) => word.split('=')[0] ?? word);
  const unknown = flags.filter((flag) => ![...known, '--help', '--version'].includes(flag));
  return verb === root && words[0] !== undefined && !words[0].startsWith('-') ? [words[0], ...unknown] : unknown;
};

test.each(['README.md', ...globSync('docs/*.md', { cwd: home }).sort()])('%s shows only commands and options that there are', (page) => {
  const blocks = [...readFileSync(join(home, page), 'utf8').matchAll(/^```[a-z]*\n([\s\S]*?)^```$/gm)];
  const lines = blocks.flatMap(([, block = '']) => block.split('\n')).flatMap((line) => /^baedal ([^#|<>&;]*)/.exec(line)?.[1] ?? []);
  const wrong = lines.flatMap((line) => unknownIn(splitLine(line)).map((word) => `${word} in: baedal ${line}`));
  expect(wrong).toEqual([]);
});

test("the page of the kitchen's screen names every deed of a bump bar, and its example can be read", () => {
  const page = readFileSync(join(home, 'docs/kitchen-display.md'), 'utf8');
  const rows = page.slice(page.indexOf('| deed | |')).split('\n\n')[0] ?? '';
  expect(deeds.filter((deed) => !rows.includes(`\`${deed}\``))).toEqual([]);
  const [, mapping = ''] = /config set kitchenKeys "([^"]+)"/.exec(page) ?? [];
  expect(readBumpBar(mapping)).toBeInstanceOf(Map);
});
