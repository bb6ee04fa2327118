import { isAbsolute } from 'node:path';
import { defaultSettings } from '../core/settings.ts';
import { langOf, parseLang, type Surroundings } from '../words/lang.ts';
import { settingWords } from '../words/settings-words.ts';
import { kitchenKeys, kitchenSound } from './kitchen-keys.ts';
import { usualDatabase } from './paths.ts';
import { readSetting, settingNames, variableOf } from './settings.ts';
import { type Phrase, wrongConfig } from './stop.ts';

export type ConfigValue = number | string | readonly number[];

/** Something that can be configured: by its flag, else its variable, else the file, else as usual. */
export type ConfigKey = {
  readonly name: string;
  readonly variable: string;
  readonly flag?: string;
  readonly about: Phrase;
  readonly usual: (env: Surroundings) => ConfigValue;
  /** Refuses what it cannot be, naming `label`. */
  readonly read: (text: string, label: string) => ConfigValue;
};

const database: ConfigKey = {
  name: 'db',
  variable: 'BAEDAL_DB',
  flag: 'db',
  about: { ko: '데이터베이스 파일', en: 'the database file' },
  usual: usualDatabase,
  read: (text, label) => {
    if (isAbsolute(text) && !text.includes('\0')) return text;
    throw wrongConfig({ ko: `${label}: 절대 경로를 적으세요 ('${text}')`, en: `${label} must be an absolute path, not '${text}'` });
  },
};

const language: ConfigKey = {
  name: 'lang',
  variable: 'BAEDAL_LANG',
  flag: 'lang',
  about: { ko: '언어: ko, en', en: 'the language: ko, en' },
  usual: langOf,
  read: (text, label) => {
    const lang = parseLang(text);
    if (lang) return lang;
    throw wrongConfig({ ko: `${label}: ko, en 중에서 고르세요 ('${text}')`, en: `${label} must be ko or en, not '${text}'` });
  },
};

const mostSpares = 16;
const spareScreens: ConfigKey = {
  name: 'spareScreens',
  variable: 'BAEDAL_SPARE_SCREENS',
  about: { ko: '데몬이 미리 준비해 두는 화면 수 (0: 없음)', en: 'how many screens a daemon keeps ready to open at once (0: none)' },
  usual: () => 1,
  read: (text, label) => {
    const count = /^\d{1,2}$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (count <= mostSpares) return count;
    throw wrongConfig(
      {
        ko: `${label}: 0–${mostSpares} 범위의 정수를 적으세요 (지금 값: '${text}')`,
        en: `${label} must be a whole number from 0 to ${mostSpares}, not '${text}'`,
      },
      { variable: 'BAEDAL_SPARE_SCREENS' },
    );
  },
};

/** How many; 0 where a person who set it said so. Throws for what is no number. */
export const spareScreensOf = (env: Surroundings): number => {
  const text = env[spareScreens.variable];
  return Number(text === undefined || text === '' ? spareScreens.usual(env) : spareScreens.read(text, spareScreens.variable));
};

/** Everything that can be configured, in the order in which it is listed. */
export const configKeys: readonly ConfigKey[] = [
  database,
  language,
  spareScreens,
  kitchenKeys,
  kitchenSound,
  ...settingNames.map((name) => ({
    name,
    variable: variableOf(name),
    about: settingWords[name],
    usual: () => defaultSettings[name],
    read: (text: string, label: string) => readSetting(name, text, label),
  })),
];

export const textOfValue = (value: ConfigValue): string => (typeof value === 'object' ? value.join(',') : String(value));
