import { describe, expect, test } from 'vitest';
import { textWidth } from '../core/text-width.ts';
import { everywhere } from './everywhere.ts';
import { helpText } from './help.ts';
import { nameOf, type Verb } from './verb.ts';
import { loadOnly, loadRoot } from './verbs.ts';

const root = await loadRoot();

type Placed = { readonly path: string; readonly verb: Verb };
const under = (verb: Verb, path: string): readonly Placed[] => [
  { path, verb },
  ...(verb.verbs ?? []).flatMap((one) => under(one, `${path} ${nameOf(one)}`.trim())),
];
const all = under(root, '');

/** As a shell would split it. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const verbOf = (words: readonly string[], verb: Verb = root): Verb => {
  const next = verb.verbs?.find((one) => nameOf(one) === words[0]);
  return next ? verbOf(words.slice(1), next) : verb;
};

describe.each(all.map(({ path, verb }) => [path === '' ? 'baedal' : path, path, verb] as const))('%s', (_name, path, verb) => {
  test('has examples, all of which are real', () => {
    expect(verb.examples.length).toBeGreaterThan(0);
    for (const example of verb.examples) {
      const words = wordsOf(example);
      const named = verbOf(words);
      const known = [...(named.options ?? []), ...everywhere].map(({ flags }) => flags.split(' ')[0]);
      expect({ example, unknown: words.filter((word) => word.startsWith('--') && !known.includes(word)) }).toEqual({
        example,
        unknown: [],
      });
      expect({ example, run: typeof named.run }).toEqual({ example, run: 'function' });
    }
  });

  test('explains itself in both languages, within its width', () => {
    for (const lang of ['ko', 'en'] as const) {
      const help = helpText(verb, path, lang, 60);
      expect(help).toContain(lang === 'ko' ? '\n예:\n' : '\nExamples:\n');
      const wide = help
        .split('\n')
        .filter((line) => textWidth(line) > 60 && !line.startsWith('  baedal ') && !/^(Usage|사용법)/.test(line));
      expect(wide).toEqual([]);
    }
  });
});

test('nothing goes by two names', () => {
  for (const { verb } of all) {
    const names = (verb.verbs ?? []).map(nameOf);
    const flags = [...(verb.options ?? []), ...everywhere].map((option) => option.flags.split(' ')[0]);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(flags).size).toBe(flags.length);
  }
});

test('a command is found alone as among all', async () => {
  for (const verb of root.verbs ?? []) {
    const alone = (await loadOnly(nameOf(verb))).verbs ?? [];
    expect(alone.map(nameOf)).toEqual([nameOf(verb)]);
  }
  expect((await loadOnly('statsu')).verbs).toEqual([]);
});
