import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { settingNames, variableOf } from '../../src/cli/settings.ts';
import { runnable } from './all-verbs.ts';
import { damage, garbage } from './damage.ts';
import type { Ran } from './house.ts';
import { openScene } from './scene.ts';

const { run, home, lineOf } = await openScene();
afterAll(home.close);

const oneLine = /^baedal: [^\n]+\n$/;
const patient = { timeout: 240_000 };

/** What anybody gets who asks for what cannot be: one line, an exit code, and nothing else. */
const isToldInOneLine = (ran: Ran, isJson: boolean): boolean => {
  const told = isJson ? ran.out : ran.err;
  const silent = isJson ? ran.err : ran.out;
  if (silent !== '' || ran.exit === 0 || ran.exit === 1 || /\[object (?!Object\])|\n {4}at /.test(told)) return false;
  if (!isJson) return oneLine.test(told) && ![...told.slice(0, -1)].some((sign) => /\p{Cc}/u.test(sign));
  const { error } = JSON.parse(told);
  return told.endsWith('}\n') && told.indexOf('\n') === told.length - 1 && typeof error.code === 'string' && error.message !== '';
};

const before = home.contents();
const isUnchanged = (): void => expect(home.contents()).toEqual(before);

const check = async (runs: number, made: fc.Arbitrary<{ readonly args: readonly string[]; readonly env?: Record<string, string> }>) => {
  await fc.assert(
    fc.asyncProperty(made, fc.boolean(), async ({ args, env = {} }, isJson) => {
      const ran = await run(isJson ? ['--json', ...args] : args, { ...home.env, ...env });
      if (!isToldInOneLine(ran, isJson || args.includes('--json'))) throw new Error(JSON.stringify({ args, env, isJson, ...ran }));
    }),
    { numRuns: runs, verbose: 0 },
  );
  isUnchanged();
};

describe('ten thousand malformed inputs: one line each, and nothing changes', () => {
  const lines = runnable.map((one) => ({ one, words: lineOf(one) }));

  test('7,500 command lines, each with one thing in it that cannot be', patient, async () => {
    const made = fc
      .record({ line: fc.constantFrom(...lines), word: garbage, pick: fc.nat(10_000) })
      .map(({ line: { one, words }, word, pick }) => damage(words, one, word, pick));
    await check(7500, made);
  });

  test('and whatever is typed before Tab: nothing is said, nothing fails', patient, async () => {
    const made = fc
      .record({ line: fc.constantFrom(...lines), word: garbage, cut: fc.nat(80), more: garbage })
      .map(({ line: { words }, word, cut, more }) => `baedal ${[...words, word].join(' ').slice(0, cut)}${more}`);
    await fc.assert(
      fc.asyncProperty(made, async (line) => {
        const { exit, err, out } = await run(['completion', 'next', '--line', line, '--json'], home.env);
        expect({ line, exit, err, list: Array.isArray(JSON.parse(out).candidates) }).toEqual({ line, exit: 0, err: '', list: true });
      }),
      { numRuns: 500 },
    );
    isUnchanged();
  });

  test('1,000 environments with a setting that cannot be', patient, async () => {
    const made = fc.record({ name: fc.constantFrom(...settingNames), word: garbage }).map(({ name, word }) => ({
      args: ['shops'],
      env: { [variableOf(name)]: `${word.replaceAll('\0', '0')}%` },
    }));
    await check(1000, made);
  });

  test('500 paths of a database that is none', patient, async () => {
    const made = garbage.map((word) => ({ args: ['shops'], env: { BAEDAL_DB: `/dev/null/${word}` } }));
    await check(500, made);
  });

  /** A file as a broken disk, an editor or a stranger leaves it, which no reader may take for right. */
  const brokenJson = fc.oneof(
    garbage.filter((text) => !/^\s*\{/.test(text)),
    fc.json().filter((text) => !text.trimStart().startsWith('{')),
    garbage.map((word) => JSON.stringify({ customer: `%${word}`, lang: 'ko' })),
    garbage.map((word) => JSON.stringify({ customer: 'cus_2345678923', lang: `%${word}` })),
    garbage.map((word) => `{"customer":"cus_2345678923","lang":"ko",${JSON.stringify(word)}`),
  );

  test('300 broken profiles, none of which is overwritten', patient, async () => {
    const profile = join(home.env.XDG_CONFIG_HOME, 'baedal/profile.json');
    const whole = readFileSync(profile);
    await fc.assert(
      fc.asyncProperty(brokenJson, async (text) => {
        writeFileSync(profile, text);
        const ran = await run(['orders'], home.env);
        expect({ text, told: isToldInOneLine(ran, false), exit: ran.exit }).toEqual({ text, told: true, exit: 10 });
        expect(readFileSync(profile, 'utf8')).toBe(Buffer.from(text).toString('utf8'));
      }),
      { numRuns: 300 },
    );
    writeFileSync(profile, whole);
    isUnchanged();
  });

  test('300 broken configurations', patient, async () => {
    const folder = join(home.env.XDG_CONFIG_HOME, 'baedal');
    const file = join(folder, 'config.json');
    mkdirSync(folder, { recursive: true });
    const made = fc.oneof(
      brokenJson,
      fc.record({ name: fc.constantFrom(...settingNames), word: garbage }).map(({ name, word }) => JSON.stringify({ [name]: `%${word}` })),
      garbage.map((word) => JSON.stringify({ [`%${word}`]: 1 })),
    );
    await fc.assert(
      fc.asyncProperty(made, async (text) => {
        writeFileSync(file, text);
        const ran = await run(['shops'], home.env);
        expect({ text, told: isToldInOneLine(ran, false), exit: ran.exit }).toEqual({ text, told: true, exit: 10 });
      }),
      { numRuns: 300 },
    );
    rmSync(file);
    isUnchanged();
  });

  test('400 broken menu files: every complaint has its line, and the shop stays as it is', patient, async () => {
    const menu = readFileSync(join(home.folder, 'menu.yaml'), 'utf8');
    const rows = menu.split('\n');
    const file = join(home.folder, 'broken.yaml');
    const made = fc
      .record({ at: fc.nat(rows.length - 1), word: garbage.map((word) => JSON.stringify(word)) })
      .chain(({ at, word }) =>
        fc.constantFrom(
          rows.with(at, `${rows[at]}\n\t- : ${word}`).join('\n'),
          rows.toSpliced(at, 0, `no-such-key-${at}: ${word}`).join('\n').concat(`\nno-such-key: ${word}`),
          menu.replace(/^minimum: .*$/m, `minimum: ${word}`),
          menu.replace(/price: \d+/, `price: ${word}`),
          menu.replace(/^hours:$/m, `hours: [${word}]`),
          `${menu}\n${menu}`,
          word,
        ),
      );
    await fc.assert(
      fc.asyncProperty(made, async (text) => {
        writeFileSync(file, text);
        const ran = await run(['shop', 'import', 'shop_hanki', 'broken.yaml', '--apply', '--as', 'owner:shop_hanki', '--json'], home.env);
        expect({ text, ...ran, told: isToldInOneLine(ran, true) }).toMatchObject({ exit: 2, told: true });
        expect({ text, out: ran.out }).toEqual({ text, out: expect.stringMatching(/broken\.yaml:\d+|"line":\d+/) });
      }),
      { numRuns: 400 },
    );
    rmSync(file);
    isUnchanged();
  });
});
