import manifest from '../../../package.json' with { type: 'json' };
import type { Lang } from '../../words/lang.ts';
import { everywhere } from '../everywhere.ts';
import { commandPlace } from '../help.ts';
import { nameOf, type Verb } from '../verb.ts';
import { exitMeanings, files, headings, introduction, manualName, variables } from './manual-words.ts';
import { dense, paragraph, section, subsection, term, titled, typed } from './roff.ts';

type Blocks = readonly string[];

const part = (name: keyof typeof headings, lang: Lang, body: Blocks): Blocks =>
  body.length === 0 ? [] : section(headings[name][lang], body);
const jsonOf = ({ json }: Verb): Blocks => (json === undefined ? [] : dense(json));

const optionsOf = ({ options = [] }: Verb, lang: Lang): Blocks => options.flatMap(({ flags, about }) => term(flags, about[lang]));
const examplesOf = ({ examples }: Verb): Blocks => typed(examples.map((example) => `baedal ${example}`));
const usageOf = (verb: Verb, path: string): string => `baedal ${path}${verb.usage.slice(nameOf(verb).length)}`.trim();

/** A command among others: its usage, what it is, and whatever there is to it. */
const entry = (verb: Verb, path: string, lang: Lang): Blocks => [
  ...(verb.run
    ? subsection(usageOf(verb, path), [
        ...paragraph(verb.about[lang]),
        ...optionsOf(verb, lang),
        ...(verb.json === undefined ? [] : ['.TP', '\\fB\\-\\-json\\fR', ...jsonOf(verb).slice(1)]),
        ...examplesOf(verb),
      ])
    : []),
  ...(verb.verbs ?? []).flatMap((one) => entry(one, `${path} ${nameOf(one)}`, lang)),
];

const pairs = (rows: readonly (readonly [string | number, { readonly ko: string; readonly en: string }])[], lang: Lang): Blocks =>
  rows.flatMap(([name, about]) => term(String(name), about[lang]));

const closing = (lang: Lang): Blocks => [
  ...part('everywhere', lang, optionsOf({ usage: '', about: introduction, examples: [], options: everywhere }, lang)),
  ...part('exit', lang, pairs(exitMeanings, lang)),
];

const wholePage = (root: Verb, lang: Lang): Blocks => [
  ...part('name', lang, paragraph(`baedal - ${root.about[lang].split('— ').at(-1) ?? ''}`)),
  ...part('synopsis', lang, typed(['baedal <command> [options]'])),
  ...part('about', lang, paragraph(introduction[lang])),
  ...part('examples', lang, examplesOf(root)),
  ...part(
    'commands',
    lang,
    (root.verbs ?? []).flatMap((one) => entry(one, nameOf(one), lang)),
  ),
  ...closing(lang),
  ...part('environment', lang, pairs(variables, lang)),
  ...part('files', lang, pairs(files, lang)),
];

const onePage = (verb: Verb, path: string, lang: Lang): Blocks => [
  ...part('name', lang, paragraph(`baedal ${path} - ${verb.about[lang]}`)),
  ...part('synopsis', lang, typed([`${usageOf(verb, path)}${commandPlace(verb)} [options]`])),
  ...part('options', lang, optionsOf(verb, lang)),
  ...part('json', lang, jsonOf(verb)),
  ...part('examples', lang, examplesOf(verb)),
  ...part(
    'commands',
    lang,
    (verb.verbs ?? []).flatMap((one) => entry(one, `${path} ${nameOf(one)}`, lang)),
  ),
  ...closing(lang),
  ...part('more', lang, paragraph('baedal(1)')),
];

/** The manual of everything, or of the command with this path, in roff. */
export const manualPage = (verb: Verb, path: string, lang: Lang): string =>
  path === ''
    ? titled('baedal', manifest.version, manualName[lang], wholePage(verb, lang))
    : titled(`baedal-${path.replaceAll(' ', '-')}`, manifest.version, manualName[lang], onePage(verb, path, lang));
