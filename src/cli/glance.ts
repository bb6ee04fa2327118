import { type Lang, langs, parseLang, type Surroundings } from '../words/lang.ts';
import { configuredLang } from './config-file.ts';
import { wrongUsage } from './stop.ts';

/** What must be known of the arguments before they are read: how to speak of what is wrong with them. */
export const wantsJson = (argv: readonly string[]): boolean => {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? argv.length : end).includes('--json');
};

const langAsked = (argv: readonly string[]): string | undefined => {
  const at = argv.findLastIndex((one) => one === '--lang' || one.startsWith('--lang='));
  const found = argv[at];
  if (at < 0 || found === undefined) return undefined;
  return found === '--lang' ? argv[at + 1] : found.slice('--lang='.length);
};

export const langFor = (argv: readonly string[], env: Surroundings): Lang => parseLang(langAsked(argv) ?? '') ?? configuredLang(env);

/** The language that was asked for by name, if it is one. */
export const checkedLang = (text: string | undefined): Lang | undefined => {
  if (text === undefined) return undefined;
  const lang = parseLang(text);
  if (lang) return lang;
  throw wrongUsage({
    ko: `--lang: ${langs.join(', ')} 중에서 고르세요 ('${text}')`,
    en: `--lang must be one of ${langs.join(', ')}, not '${text}'`,
  });
};
