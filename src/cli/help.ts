import { padTo, textWidth, wrap } from '../core/text-width.ts';
import type { Lang } from '../words/lang.ts';
import { everywhere } from './everywhere.ts';
import type { Phrase } from './stop.ts';
import { nameOf, type OptionSpec, type Verb } from './verb.ts';

const titles = {
  usage: { ko: '사용법', en: 'Usage' },
  examples: { ko: '예', en: 'Examples' },
  options: { ko: '옵션', en: 'Options' },
  everywhere: { ko: '어느 명령에나', en: 'On every command' },
  commands: { ko: '명령', en: 'Commands' },
} as const satisfies Record<string, Phrase>;

const help: OptionSpec = { flags: '-h, --help', about: { ko: '이 도움말', en: 'this help' } };
const version: OptionSpec = { flags: '-V, --version', about: { ko: '버전', en: 'the version' } };

const list = (rows: readonly (readonly [term: string, about: string])[], width: number): readonly string[] => {
  const left = Math.min(34, Math.max(0, ...rows.map(([term]) => textWidth(term))));
  return rows.flatMap(([term, about]) => {
    const lines = wrap(about, Math.max(20, width - left - 4));
    const isWide = textWidth(term) > left;
    const first = isWide ? [`  ${term}`, ...lines.map((line) => `  ${' '.repeat(left)}  ${line}`)] : undefined;
    return first ?? lines.map((line, at) => `  ${at === 0 ? padTo(term, left) : ' '.repeat(left)}  ${line}`);
  });
};

const section = (title: Phrase, lang: Lang, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title[lang]}:`, ...lines];

/** Where a command under this one stands: it may be left out when there is something to do without. */
export const commandPlace = ({ verbs = [], run }: Verb): string => {
  if (verbs.length === 0) return '';
  return run ? ' [command]' : ' <command>';
};

/** Examples come first: most people look for one that is nearly theirs. */
export const helpText = (verb: Verb, path: string, lang: Lang, width: number): string => {
  const isRoot = path === '';
  const say = (specs: readonly OptionSpec[]) => specs.map(({ flags, about }) => [flags, about[lang]] as const);
  const rest = verb.usage.slice(nameOf(verb).length);
  const under = verb.verbs ?? [];
  const usage = `baedal${isRoot ? '' : ` ${path}`}${rest}${commandPlace(verb)}${isRoot ? '' : ' [options]'}`;
  const lines = [
    ...wrap(verb.about[lang], width),
    '',
    `${titles.usage[lang]}: ${usage}`,
    ...section(
      titles.examples,
      lang,
      verb.examples.map((example) => `  baedal ${example}`),
    ),
    ...section(
      titles.commands,
      lang,
      list(
        under.map((one) => [one.usage, one.about[lang]] as const),
        width,
      ),
    ),
    ...section(titles.options, lang, list(say(verb.options ?? []), width)),
    ...section(titles.everywhere, lang, list(say([...everywhere, help, ...(isRoot ? [version] : [])]), width)),
  ];
  return `${lines.join('\n')}\n`;
};
