import { everywhere } from './everywhere.ts';
import { camel, valuesOf } from './values.ts';
import { nameOf, type OptionSpec, type Verb } from './verb.ts';
import type { Wanted } from './wanted.ts';

/** `--item <item>` has a value, `--json` has none. */
const optionNamed = (word: string, { options = [] }: Verb): { readonly spec: OptionSpec; readonly hasValue: boolean } | undefined => {
  const spec = [...options, ...everywhere].find(({ flags }) => flags.split(' ')[0] === word);
  return spec && { spec, hasValue: spec.flags !== word };
};

type Found = { readonly operands: string[]; readonly options: Record<string, unknown> };

const readWords = (words: readonly string[], verb: Verb): Found | undefined => {
  const found: Found = { operands: [], options: {} };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('-')) {
      found.operands.push(word);
      continue;
    }
    const option = optionNamed(word, verb);
    const value = option?.hasValue ? rest.shift() : '';
    if (!option || value === undefined || value.startsWith('-')) return undefined;
    const name = camel(word.slice(2));
    const before = found.options[name];
    if (option.spec.many) found.options[name] = [...(Array.isArray(before) ? before : []), value];
    else found.options[name] = option.hasValue ? value : true;
  }
  return found;
};

const isAsMany = (operands: readonly string[], verb: Verb): boolean => {
  const places = verb.usage.split(' ').slice(1);
  const least = places.filter((place) => place.startsWith('<')).length;
  const most = places.some((place) => place.includes('...')) ? Number.POSITIVE_INFINITY : places.length;
  return operands.length >= least && operands.length <= most;
};

/**
 * Reads a command line in which nothing is unusual: names of verbs, then their words and long options. Undefined for whatever else there is,
 * mistakes too; commander reads that, and explains it. To load and fill it takes longer than most commands run.
 */
export const readPlain = (words: readonly string[], verb: Verb): Wanted | undefined => {
  const under = verb.verbs?.find((one) => nameOf(one) === words[0]);
  if (under) return readPlain(words.slice(1), under);
  const found = readWords(words, verb);
  if (!verb.run || !found || !isAsMany(found.operands, verb)) return undefined;
  // A word where a verb could stand is commander's to understand.
  if (verb.verbs && found.operands.length > 0) return undefined;
  return { run: verb.run, args: found.operands, values: valuesOf([found.options]) };
};
