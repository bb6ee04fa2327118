import type { Lang, Surroundings } from '../../words/lang.ts';
import { createCall } from '../call.ts';
import { everywhere } from '../everywhere.ts';
import { valuesOf } from '../values.ts';
import { nameOf, type Verb } from '../verb.ts';
import type { Candidate } from './asking.ts';
import { fixedCandidates, isFile } from './fixed-values.ts';
import { keyOf, type Place, placeOf } from './place-of.ts';
import { wordsOfLine } from './words-of-line.ts';

export type Completion = { readonly candidates: readonly Candidate[]; readonly files: boolean };
type Asked = { readonly root: Verb; readonly env: Surroundings; readonly lang: Lang };

const optionCandidates = ({ verb, options }: Place, lang: Lang): readonly Candidate[] => [
  ...[...(verb.options ?? []), ...everywhere]
    .filter((spec) => spec.many || !Object.hasOwn(options, keyOf(spec)))
    .map(({ flags, about }) => ({ value: flags.split(' ')[0] ?? '', about: about[lang] })),
  { value: '--help', about: lang === 'ko' ? '이 도움말' : 'this help' },
];

const verbCandidates = ({ verb, operands }: Place, lang: Lang): readonly Candidate[] =>
  operands.length > 0 ? [] : (verb.verbs ?? []).map((one) => ({ value: nameOf(one), about: one.about[lang] }));

/** A key press must never fail, nor say anything: what cannot be asked for is simply not offered. */
const liveCandidates = async (named: string, place: Place, { env, lang }: Asked): Promise<readonly Candidate[]> => {
  const call = createCall({ args: place.operands, values: valuesOf([place.options]), env, lang, json: false });
  try {
    const { live } = await import('./live-values.ts');
    return (await live.get(named)?.({ call, verb: place.verb, word: place.word })) ?? [];
  } catch {
    return [];
  } finally {
    await call.close();
  }
};

/** The words of a command that is named as a value. */
const commandCandidates = ({ operands }: Place, { root, lang }: Asked): readonly Candidate[] => {
  const under = operands.reduce<Verb | undefined>((verb, name) => verb?.verbs?.find((one) => nameOf(one) === name), root);
  return (under?.verbs ?? []).map((one) => ({ value: nameOf(one), about: one.about[lang] }));
};

const valueCandidates = async (named: string, place: Place, asked: Asked): Promise<readonly Candidate[]> => {
  if (named === 'command' && place.wants.kind === 'word') return commandCandidates(place, asked);
  const fixed = fixedCandidates(named, place.word, 'values' in place.wants ? place.wants.values : undefined);
  // `--key` is anybody's own word; the operand of that name is a setting.
  const source = named === 'key' && place.wants.kind === 'word' ? 'setting' : named;
  return fixed.length > 0 ? fixed : liveCandidates(source, place, asked);
};

const wantedAt = async (place: Place, asked: Asked): Promise<Completion> => {
  const { wants } = place;
  if (wants.kind === 'option') return { candidates: optionCandidates(place, asked.lang), files: false };
  const values = wants.named === undefined ? [] : await valueCandidates(wants.named, place, asked);
  const verbs = wants.kind === 'word' ? verbCandidates(place, asked.lang) : [];
  return { candidates: [...verbs, ...values], files: wants.named !== undefined && isFile(wants.named) };
};

/** What may stand where the cursor is, given what is typed of it. */
export const candidatesFor = async (line: string, asked: Asked): Promise<Completion> => {
  const place = placeOf(wordsOfLine(line), asked.root);
  const { candidates, files } = await wantedAt(place, asked);
  return {
    candidates: candidates
      .filter(({ value }) => value.startsWith(place.word))
      .map((one) => ({ ...one, value: `${place.head}${one.value}` })),
    files,
  };
};
