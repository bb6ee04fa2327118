import { everywhere } from '../everywhere.ts';
import { camel } from '../values.ts';
import { nameOf, type OptionSpec, type Verb } from '../verb.ts';
import type { TypedLine } from './words-of-line.ts';

/** What may be typed at the cursor. `named` is the placeholder of the usage, such as `order` or `ko|en`. */
export type Place = {
  readonly verb: Verb;
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  /** The part of the word that is settled: `--shop=`. */
  readonly head: string;
  readonly word: string;
  readonly wants:
    | { readonly kind: 'option' }
    | { readonly kind: 'value'; readonly named: string; readonly values?: readonly string[] }
    | { readonly kind: 'word'; readonly named?: string };
};

const placeholder = (text: string): string => text.replace(/[<>[\].]/g, '');
const optionsOf = (verb: Verb): readonly OptionSpec[] => [...(verb.options ?? []), ...everywhere];
const specNamed = (verb: Verb, flag: string): OptionSpec | undefined => optionsOf(verb).find(({ flags }) => flags.split(' ')[0] === flag);
const valueName = ({ flags }: OptionSpec): string | undefined => {
  const [, value] = flags.split(' ');
  return value === undefined ? undefined : placeholder(value);
};

/** The name under which a value is kept. */
export const keyOf = ({ flags }: OptionSpec): string => camel((flags.split(' ')[0] ?? '').slice(2));

type Walk = { verb: Verb; operands: string[]; options: Record<string, unknown>; pending: OptionSpec | undefined; onlyOperands: boolean };

const keep = (walk: Walk, spec: OptionSpec, value: string | true): void => {
  const name = keyOf(spec);
  const before = walk.options[name];
  walk.options[name] = spec.many ? [...(Array.isArray(before) ? before : []), value] : value;
};

const step = (walk: Walk, word: string): void => {
  if (walk.pending) {
    keep(walk, walk.pending, word);
    walk.pending = undefined;
    return;
  }
  if (!walk.onlyOperands && word === '--') walk.onlyOperands = true;
  else if (!walk.onlyOperands && word.startsWith('-')) {
    const [flag = '', ...rest] = word.split('=');
    const spec = specNamed(walk.verb, flag);
    if (!spec) return;
    if (rest.length > 0) keep(walk, spec, rest.join('='));
    else if (valueName(spec) === undefined) keep(walk, spec, true);
    else walk.pending = spec;
  } else {
    const under = walk.operands.length === 0 ? walk.verb.verbs?.find((one) => nameOf(one) === word) : undefined;
    if (under) walk.verb = under;
    else walk.operands.push(word);
  }
};

const wanted = (spec: OptionSpec): Place['wants'] => ({
  kind: 'value',
  named: valueName(spec) ?? '',
  ...(spec.values && { values: spec.values }),
});

/** The last placeholder may take many words. */
const operandAt = ({ usage, run }: Verb, at: number): string | undefined => {
  const places = run ? usage.split(' ').slice(1) : [];
  const last = places.at(-1);
  const place = places[at] ?? (last?.includes('...') ? last : undefined);
  return place === undefined ? undefined : placeholder(place);
};

/** Where in the table of commands the cursor stands. */
export const placeOf = ({ before, word }: TypedLine, root: Verb): Place => {
  const walk: Walk = { verb: root, operands: [], options: {}, pending: undefined, onlyOperands: false };
  for (const one of before) step(walk, one);
  const { verb, operands, options, pending, onlyOperands } = walk;
  const at = { verb, operands, options };
  if (pending) return { ...at, head: '', word, wants: wanted(pending) };
  if (word.startsWith('-') && !onlyOperands) {
    const equals = word.indexOf('=');
    const spec = equals < 0 ? undefined : specNamed(verb, word.slice(0, equals));
    if (spec) return { ...at, head: word.slice(0, equals + 1), word: word.slice(equals + 1), wants: wanted(spec) };
    return { ...at, head: '', word, wants: { kind: 'option' } };
  }
  const named = operandAt(verb, operands.length);
  return { ...at, head: '', word, wants: { kind: 'word', ...(named !== undefined && { named }) } };
};
