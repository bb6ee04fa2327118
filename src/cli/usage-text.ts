import type { CommanderError } from 'commander';
import type { Lang } from '../words/lang.ts';

type Told = (found: readonly string[]) => string;

/** What commander finds wrong, by its code, in Korean; the quoted parts of its sentence are the names. */
const korean: Readonly<Record<string, Told>> = {
  'commander.unknownOption': ([flag = '']) => `모르는 옵션: ${flag}`,
  'commander.unknownCommand': ([name = '']) => `모르는 명령: ${name}`,
  'commander.missingArgument': ([name = '']) => `빠진 인자: <${name}>`,
  'commander.optionMissingArgument': ([flags = '']) => `값이 빠진 옵션: ${flags}`,
  'commander.excessArguments': () => '인자가 너무 많아요',
};

const guess = /\(Did you mean (?:one of )?(.+?)\?\)/;

const english = (message: string): string => {
  const sentence = message
    .replace(/^error: /, '')
    .replace(guess, '')
    .replace(/\s+/g, ' ')
    .trim();
  return sentence.replace(/\.$/, '');
};

/** One line: what is wrong, what was probably meant, and where to look. */
export const usageText = ({ code, message }: CommanderError, path: string, lang: Lang): string => {
  const meant = guess.exec(message)?.[1];
  const found = [...message.matchAll(/'([^']*)'/g)].map(([, name = '']) => name);
  const what = lang === 'ko' ? (korean[code]?.(found) ?? english(message)) : english(message);
  const hint = meant === undefined ? '' : lang === 'ko' ? ` (혹시 ${meant}?)` : ` (did you mean ${meant}?)`;
  const look = `baedal ${path === '' ? '' : `${path} `}--help`;
  return `${what}${hint}. ${lang === 'ko' ? '도움말' : 'See'}: ${look}`;
};
