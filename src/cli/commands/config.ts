import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { authorize } from '../../core/authorize.ts';
import { cutTo } from '../../core/text-width.ts';
import { operatorOr } from '../actor.ts';
import type { Call } from '../call.ts';
import { type Config, type Effective, effective, keyNamed, type Origin, readConfig } from '../config-file.ts';
import { type ConfigKey, type ConfigValue, configKeys, textOfValue } from '../config-keys.ts';
import { exits } from '../exit.ts';
import { configFile } from '../paths.ts';
import { replacePrivately } from '../private-file.ts';
import { type Phrase, Stop } from '../stop.ts';
import { table } from '../table.ts';
import type { Line } from '../terminal.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const originWords: Readonly<Record<Origin, Phrase>> = {
  flag: { ko: '옵션', en: 'flag' },
  environment: { ko: '환경 변수', en: 'environment' },
  file: { ko: '설정 파일', en: 'file' },
  default: { ko: '기본값', en: 'default' },
};

const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;

/** 480000 → `8m`: the largest unit that goes into it without a rest. */
const lengthText = (ms: number): string => {
  const unit = units.find(([, length]) => ms >= length && ms % length === 0);
  return unit ? `${ms / unit[1]}${unit[0]}` : `${ms}ms`;
};

/** `8m` → `480000`; whatever is no length is left for the key to refuse. */
const withoutUnits = (name: string, text: string): string => {
  if (!name.endsWith('Ms')) return text;
  return text
    .split(',')
    .map((part) => {
      const [, count = '', unit] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(part.trim()) ?? [];
      if (unit === undefined) return part;
      return String(Number(count) * (units.find(([known]) => known === unit)?.[1] ?? 1));
    })
    .join(',');
};

const shown = ({ name }: ConfigKey, value: ConfigValue): string => {
  const numbers = typeof value === 'object' ? value : [value];
  return name.endsWith('Ms') ? numbers.map((ms) => lengthText(Number(ms))).join(', ') : textOfValue(value);
};

/** What is wrong with a word of this command is wrong input, not a wrong configuration. */
const asInput = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw error instanceof Stop ? new Stop('INVALID_INPUT', exits.usage, error.phrase, error.details) : error;
  }
};
const keyAsked = (call: Call): ConfigKey => asInput(() => keyNamed(call.args[0] ?? ''));

const effectiveJson = ({ key, value, origin }: Effective, call: Call) => ({
  key: key.name,
  value,
  origin,
  default: key.usual(call.env),
  variable: key.variable,
});

const held = (key: ConfigKey, call: Call, config: Config): Effective =>
  effective(key, key.flag === undefined ? undefined : call.values.text(key.flag), call.env, config);

const get = async (call: Call): Promise<Answered> => {
  const found = held(keyAsked(call), call, readConfig(call.env));
  return answer({ json: effectiveJson(found, call), text: () => [textOfValue(found.value)] });
};

const list = async (call: Call): Promise<Answered> => {
  const config = readConfig(call.env);
  const all = configKeys.map((key) => held(key, call, config));
  const text = (): readonly Line[] =>
    table(
      all.map(({ key, value, origin }) => [
        { text: key.name, tone: 'strong' },
        // A long path leaves no room for what it is: `config get` tells it whole.
        cutTo(shown(key, value), 28),
        { text: originWords[origin][call.lang], tone: origin === 'default' ? 'faint' : 'good' },
        { text: key.about[call.lang], tone: 'faint' },
      ]),
      call.page().width,
    );
  return answer({ json: all.map((one) => effectiveJson(one, call)), text });
};

const path = async (call: Call): Promise<Answered> => {
  const file = configFile(call.env);
  return answer({ json: { file, exists: existsSync(file) }, text: () => [file] });
};

const advice: Phrase = { ko: '돌고 있는 데몬은 다시 켜야 읽어요', en: 'A daemon that runs reads it when it is started again' };

const keep = (config: Config, call: Call, key: ConfigKey): Answered => {
  replacePrivately(configFile(call.env), `${JSON.stringify(Object.fromEntries(config), null, 2)}\n`);
  const now = effective(key, undefined, call.env, config);
  const hidden: Phrase = {
    ko: `환경 변수 우선: ${key.variable} (${textOfValue(now.value)})`,
    en: `${key.variable} goes before the file: it says ${textOfValue(now.value)}`,
  };
  return answer({
    json: effectiveJson(now, call),
    text: () => [[{ text: key.name, tone: 'strong' }, `  ${shown(key, now.value)}`]],
    advice: [now.origin === 'environment' ? hidden[call.lang] : advice[call.lang]],
  });
};

const change =
  (next: (config: Map<string, ConfigValue>, key: ConfigKey, call: Call) => void) =>
  async (call: Call): Promise<Answered> => {
    const allowed = authorize(operatorOr(call), 'operate');
    if (!allowed.ok) return allowed;
    const key = keyAsked(call);
    const config = new Map(readConfig(call.env));
    next(config, key, call);
    return keep(config, call, key);
  };

const set = change((config, key, call) => {
  const text = call.args[1] ?? '';
  config.set(
    key.name,
    asInput(() => key.read(key.name === 'db' && text !== '' ? resolve(text) : withoutUnits(key.name, text), key.name)),
  );
});
const unset = change((config, key) => {
  config.delete(key.name);
});

export const config: Verb = {
  usage: 'config',
  about: { ko: '설정: 옵션, 환경 변수, 설정 파일, 기본값 순서', en: 'settings: by flag, else environment, else file, else default' },
  examples: ['config list', 'config set acceptLeaseMs 10m', 'config get acceptLeaseMs', 'config unset acceptLeaseMs', 'config path'],
  verbs: [
    {
      usage: 'list',
      about: { ko: '모든 설정과 그 값, 누가 정했는지', en: 'every setting, its value, and who said so' },
      examples: ['config list', 'config list --json'],
      json: '[{key,value,origin,default,variable}]',
      needs: 'none',
      run: list,
    },
    {
      usage: 'get <key>',
      about: { ko: '설정 하나의 값', en: 'the value of one setting' },
      examples: ['config get db', 'config get contactKeepMs --json'],
      json: '{key,value,origin,default,variable}',
      needs: 'none',
      run: get,
    },
    {
      usage: 'set <key> <value>',
      about: { ko: '설정 파일에 쓰기 (시간은 8m, 30s, 24h, 90d)', en: 'write into the file (lengths as 8m, 30s, 24h, 90d)' },
      examples: ['config set acceptLeaseMs 10m', 'config set acceptRemindMs 1m,3m,6m', 'config set lang ko'],
      json: '{key,value,origin,default,variable}',
      needs: 'operate',
      run: set,
    },
    {
      usage: 'unset <key>',
      about: { ko: '설정 파일에서 빼기', en: 'take out of the file' },
      examples: ['config unset acceptLeaseMs'],
      json: '{key,value,origin,default,variable}',
      needs: 'operate',
      run: unset,
    },
    {
      usage: 'path',
      about: { ko: '설정 파일의 자리', en: 'where the file is' },
      examples: ['config path'],
      json: '{file,exists}',
      needs: 'none',
      run: path,
    },
  ],
};
