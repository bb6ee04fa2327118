import { join, resolve } from 'node:path';
import type { Call } from '../call.ts';
import { configured } from '../config-file.ts';
import { databaseFile, usualDatabase } from '../paths.ts';
import { wrongInput } from '../stop.ts';
import { unitFile } from '../unit-file.ts';
import { type Answered, answer, type Verb } from '../verb.ts';

const path = '/etc/systemd/system/baedal.service';

const userOf = (call: Call): string => {
  const name = call.values.text('user') ?? 'baedal';
  if (/^[a-z_][a-z0-9_-]{0,31}$/.test(name)) return name;
  throw wrongInput('--user', {
    ko: `'${name}' 대신 사용자 이름을 적으세요 (예: baedal)`,
    en: `write the name of a user, such as baedal, not '${name}'`,
  });
};

/** A database that was named somewhere stays where it is; the usual one of a person is not that of a service. */
const databaseOf = (call: Call): string | undefined => {
  const surroundings = configured(call.env);
  const file = databaseFile(call.values.text('db'), surroundings);
  return file === usualDatabase(surroundings) ? undefined : file;
};

const run = async (call: Call): Promise<Answered> => {
  const script = process.argv[1];
  if (script === undefined) throw new Error('this program does not know where it is');
  const bin = resolve(script);
  const lines = unitFile({
    command: [process.execPath, bin],
    user: userOf(call),
    database: databaseOf(call),
    documentation: `file://${join(bin, '../../docs/operating.md')}`,
  });
  return answer({
    json: { name: 'baedal.service', path, unit: `${lines.join('\n')}\n` },
    text: () => lines,
    advice: [call.lang === 'ko' ? `여기에 두세요: ${path}` : `It belongs to ${path}`],
  });
};

export const service: Verb = {
  usage: 'service',
  about: { ko: '데몬을 위한 systemd 유닛 출력', en: 'print a systemd unit for the daemon' },
  options: [{ flags: '--user <name>', about: { ko: '데몬의 사용자 (기본 baedal)', en: 'whose service it is (baedal)' } }],
  examples: ['service', 'service --user shop --db /srv/shop/baedal.db'],
  json: '{name,path,unit}',
  needs: 'none',
  run,
};
