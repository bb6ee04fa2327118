import fc from 'fast-check';
import { everywhere } from '../../src/cli/everywhere.ts';
import { nameOf, type OptionSpec } from '../../src/cli/verb.ts';
import { loadRoot } from '../../src/cli/verbs.ts';
import type { Placed } from './all-verbs.ts';

const root = await loadRoot();

export type Damaged = { readonly how: string; readonly args: readonly string[] };
type Words = readonly string[];

const isHarmless = (word: string): boolean => /^-|^\s*$|^(help|version)$/.test(word);

/** Words as nobody means them: any signs at all, and what has fooled programs before. */
export const garbage = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'null',
      'undefined',
      '[object Object]',
      '../../etc/passwd',
      '$(reboot)',
      '%s%n',
      '𝟘',
      '١٢',
      'ord_',
    ),
    fc.constantFrom(
      '\u001b[2J',
      '\u202eabc',
      '\u0000',
      '\ud800',
      'a\nb',
      `${'9'.repeat(400)}`,
      'ㅋ'.repeat(300),
      '1e999',
      'NaN',
      '-0',
      '0x10',
    ),
  )
  .filter((word) => !isHarmless(word));

/** Placeholders behind which not every word can stand. */
const strict = /^(actor|ko\|en|order|payment|quote|shop|step|length|reason|n|minutes|types|consumers?|lat,lng|number|card|key|time)$/;
const placeholder = (flags: string): string => (flags.split(' ')[1] ?? '').replace(/[<>[\].]/g, '');
/** No word of those stands there: it neither is an id nor a number, and no list names it. */
const neverRight = (word: string): string => `%${word}`;

const optionsOf = ({ verb }: Placed): readonly OptionSpec[] => [...(verb.options ?? []), ...everywhere];
const pathLength = ({ path }: Placed): number => path.split(' ').length;

/** Commands that touch nobody's things look neither at who asks nor at a database. */
const isLooking = ({ flags }: OptionSpec, { verb }: Placed): boolean =>
  !flags.startsWith('--as') || (verb.needs !== undefined && verb.needs !== 'none');

const withBadOption = (words: Words, one: Placed, word: string, pick: number): Words | undefined => {
  const bad = optionsOf(one).filter(
    (spec) => strict.test(placeholder(spec.flags)) && isLooking(spec, one) && !spec.flags.startsWith('--set'),
  );
  const flag = bad[pick % bad.length]?.flags.split(' ')[0];
  return flag === undefined ? undefined : [...words, flag, neverRight(word)];
};

const withBadId = (words: Words, word: string): Words | undefined => {
  const at = words.findIndex((one, index) => /^(ord|pay|shop)_/.test(one) && !words[index - 1]?.startsWith('--'));
  return at < 0 ? undefined : words.with(at, neverRight(word));
};

const withoutOperand = (words: Words, one: Placed): Words | undefined =>
  one.verb.usage.includes('<') ? words.slice(0, pathLength(one)) : undefined;

const withTooMany = (words: Words, one: Placed, word: string): Words | undefined =>
  one.verb.usage.includes('...') ? undefined : [...words, word, word, word, word, word];

const withWrongName = (words: Words, one: Placed, word: string): Words | undefined => {
  const last = pathLength(one) - 1;
  const among = last === 0 ? root.verbs : undefined;
  const name = `${words[last] ?? ''}${word}`;
  return among === undefined || among.some((verb) => nameOf(verb) === name) ? undefined : words.with(last, name);
};

const withUnknownOption = (words: Words, word: string): Words => [...words, `--no-such-${word}`];
const withoutValue = (words: Words, one: Placed, pick: number): Words => {
  const valued = optionsOf(one).filter(({ flags }) => flags.includes('<'));
  return [...words, valued[pick % valued.length]?.flags.split(' ')[0] ?? '--db'];
};

/** A line that was right, and one thing in it that cannot be. */
export const damage = (words: Words, one: Placed, word: string, pick: number): Damaged => {
  const ways: readonly (readonly [how: string, args: Words | undefined])[] = [
    ['a bad option', withBadOption(words, one, word, pick >> 3)],
    ['a bad id', withBadId(words, word)],
    ['a missing operand', withoutOperand(words, one)],
    ['too many operands', withTooMany(words, one, word)],
    ['a wrong name', withWrongName(words, one, word)],
    ['a missing value', withoutValue(words, one, pick >> 3)],
    ['an unknown option', withUnknownOption(words, word)],
  ];
  const [how, args] = ways[pick % ways.length] ?? ['', undefined];
  return args === undefined ? { how: 'an unknown option', args: withUnknownOption(words, word) } : { how, args };
};
