import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everywhere } from './everywhere.ts';
import { readProgram } from './program.ts';
import { readPlain } from './read-plain.ts';
import { nameOf, type Verb } from './verb.ts';
import { loadRoot } from './verbs.ts';
import type { Wanted } from './wanted.ts';

const root = await loadRoot();

const verbs = (verb: Verb): readonly Verb[] => [verb, ...(verb.verbs ?? []).flatMap(verbs)];
const options = [...new Set(verbs(root).flatMap(({ options: own = [] }) => [...own, ...everywhere]))];
const optionNames = options.map(({ flags }) => flags.split(' ')[0] ?? '');
const names = verbs(root).slice(1).map(nameOf);

const told = (wanted: Wanted | undefined) =>
  wanted && {
    run: wanted.run,
    args: wanted.args,
    values: optionNames
      .map((one) => one.slice(2))
      .map((name) => [name, wanted.values.text(name), wanted.values.all(name), wanted.values.flag(name)]),
  };
const whole = (argv: readonly string[]) => {
  try {
    return told(readProgram(argv, 'en', root));
  } catch {
    return 'refused';
  }
};

test.each([
  ['shops'],
  ['shops --json'],
  ['orders --limit 3 --active'],
  ['order --shop s --item a --item b --address x --dry-run'],
  ['kitchen delay o 5 --as owner:shop_hanki'],
  ['outbox'],
  ['outbox redrive'],
  ['faults set a b c'],
])('%s is plain, and read as commander reads it', (line) => {
  const argv = line.split(' ');
  expect(told(readPlain(argv, root))).toEqual(whole(argv));
});

test.each([
  '',
  'shops x',
  'menu',
  'menu a b',
  'menu a -h',
  'shops --help',
  '--json shops',
  'orders --limit',
  'orders --limit -1',
  'orders --limit=3',
])("'%s' is left to commander", (line) => expect(readPlain(line.split(' '), root)).toBeUndefined());
test.each([
  'kitchen',
  'kitchen x',
  'faults x',
  'help',
  'shops --',
  'shops -- x',
  'shops --jsn',
  'shops -j',
  'kitchen --json board',
  'shop help',
])("'%s' is left to commander", (line) => expect(readPlain(line.split(' '), root)).toBeUndefined());

const word = fc.oneof(
  fc.constantFrom(...names),
  fc.constantFrom(...optionNames),
  fc.constantFrom('', 'x', 'ord_a', '-', '--', '-h', '-1', '--no-json', '--lang=ko', '한글', ' '),
);
test('whatever is read here, commander reads the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(...verbs(root).slice(1)), fc.array(word, { maxLength: 6 }), (verb, rest) => {
      const above = root.verbs?.includes(verb)
        ? []
        : [root.verbs?.find((one) => one.verbs?.includes(verb))].map((one) => one && nameOf(one));
      const argv = [...above.filter((one) => one !== undefined), nameOf(verb), ...rest];
      const plain = told(readPlain(argv, root));
      if (plain) expect(plain).toEqual(whole(argv));
    }),
    { numRuns: 1000 },
  );
});
