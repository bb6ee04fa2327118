import { readFileSync } from 'node:fs';
import { type Lang, langOf, parseLang, type Surroundings } from '../words/lang.ts';
import { type ConfigKey, type ConfigValue, configKeys, textOfValue } from './config-keys.ts';
import { nearest } from './nearest.ts';
import { configFile } from './paths.ts';
import { type Phrase, wrongConfig } from './stop.ts';

export type Config = ReadonlyMap<string, ConfigValue>;
const nothing: Config = new Map();

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
const broken = (file: string, why: Phrase) =>
  wrongConfig(
    {
      ko: `설정 파일을 읽을 수 없어요: ${file} (${why.ko}). 고치거나 다른 곳으로 옮기세요`,
      en: `The configuration cannot be used: ${file} (${why.en}). Mend it or move it away`,
    },
    { file },
  );

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw broken(file, { ko: codeOf(error), en: codeOf(error) });
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The key of this name, or a sentence with the one that was probably meant. */
export const keyNamed = (name: string, where = ''): ConfigKey => {
  const key = configKeys.find((one) => one.name === name);
  if (key) return key;
  const meant = nearest(
    name,
    configKeys.map((one) => one.name),
  );
  const in_ = where === '' ? '' : `${where}: `;
  throw wrongConfig({
    ko: `${in_}'${name}' 설정은 없어요${meant === undefined ? '' : ` (혹시 ${meant}?)`}. 모두 보기: baedal config list`,
    en: `${in_}there is no setting '${name}'${meant === undefined ? '' : ` (did you mean ${meant}?)`}. See all: baedal config list`,
  });
};

const isValue = (value: unknown): value is ConfigValue =>
  typeof value === 'number' || typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'number'));

const entryOf = (file: string, name: string, value: unknown): readonly [string, ConfigValue] => {
  const key = keyNamed(name, file);
  const text = isValue(value) ? textOfValue(value) : JSON.stringify(value);
  return [name, key.read(text, `${file}: ${name}`)];
};

/** What the file says, all of it checked. No file says nothing. */
export const readConfig = (env: Surroundings): Config => {
  const file = configFile(env);
  const text = textOf(file);
  if (text === undefined) return nothing;
  const body = parsed(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw broken(file, { ko: 'JSON 객체가 아님', en: 'it is not a JSON object' });
  return new Map(Object.entries(body).map(([name, value]) => entryOf(file, name, value)));
};

const isSet = (env: Surroundings, { variable }: ConfigKey): boolean => env[variable] !== undefined && env[variable] !== '';

/** The surroundings with what the file says wherever no variable is set: variables go before the file. */
export const configured = (env: Surroundings): Surroundings => {
  const config = readConfig(env);
  if (config.size === 0) return env;
  const said = configKeys.flatMap((key) => {
    const value = config.get(key.name);
    return value === undefined || isSet(env, key) ? [] : [[key.variable, textOfValue(value)] as const];
  });
  return { ...env, ...Object.fromEntries(said) };
};

/** The language by the file or the locale. A broken file is told by whatever needs it, in some language. */
export const configuredLang = (env: Surroundings): Lang => {
  const body = parsed(textOrNothing(configFile(env)));
  const said =
    typeof body === 'object' && body !== null && 'lang' in body && typeof body.lang === 'string' ? parseLang(body.lang) : undefined;
  return parseLang(env['BAEDAL_LANG'] ?? '') ?? said ?? langOf(env);
};

const textOrNothing = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

export type Origin = 'flag' | 'environment' | 'file' | 'default';
export type Effective = { readonly key: ConfigKey; readonly value: ConfigValue; readonly origin: Origin };

/** What holds, and who said so. */
export const effective = (key: ConfigKey, flag: string | undefined, env: Surroundings, config: Config): Effective => {
  if (flag !== undefined) return { key, value: flag, origin: 'flag' };
  const variable = env[key.variable];
  if (variable !== undefined && variable !== '')
    return { key, value: key.name === 'db' ? variable : key.read(variable, key.variable), origin: 'environment' };
  const value = config.get(key.name);
  return value === undefined ? { key, value: key.usual(env), origin: 'default' } : { key, value, origin: 'file' };
};
