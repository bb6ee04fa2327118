import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { leftoversIn } from '../../store/sqlite/open-leftovers.ts';
import type { Surroundings } from '../../words/lang.ts';
import { bytesText } from '../bytes.ts';
import { configured } from '../config-file.ts';
import { bankFile, configFile, messageLog, profileFile } from '../paths.ts';
import { settingsFrom } from '../settings.ts';
import { Stop } from '../stop.ts';
import { bad, type Check, good, same, skipped, warn } from './check.ts';

export const checkRuntime = (version: string, sqlite: string | undefined): Check => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const found = same(`Node ${version}${sqlite === undefined ? '' : `, SQLite ${sqlite}`}`);
  const isFit = major >= 24 || (major === 22 && minor >= 13);
  return isFit
    ? good('runtime', found)
    : bad('runtime', found, { ko: 'Node 22.13 이상(23 제외)이 필요해요: npm ci', en: 'Node 22.13 or newer (not 23) is needed: npm ci' });
};

export const checkSettings = (env: Surroundings): Check => {
  try {
    settingsFrom(configured(env));
    const file = configFile(env);
    const none = { ko: '기본값과 환경 변수', en: 'as usual, and by the environment' };
    return good('settings', existsSync(file) ? same(file) : none);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return bad('settings', error.phrase, { ko: '고치고 다시: baedal config list', en: 'Mend it, then: baedal config list' });
  }
};

const modeOf = (file: string): number | undefined => {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  return mode === undefined ? undefined : mode & 0o777;
};

/** Files that a command of another user left beside the database, which its own user cannot open any more. */
const strangersIn = (file: string, files: readonly string[]): readonly string[] => {
  const owner = statSync(file, { throwIfNoEntry: false })?.uid;
  return files.filter((one) => {
    const uid = statSync(one, { throwIfNoEntry: false })?.uid;
    return owner !== undefined && uid !== undefined && uid !== owner;
  });
};

const listOf = (files: readonly string[]): string => files.map((one) => `'${one}'`).join(' ');

/** What others on this machine could read or write; names, addresses and money are in all of these. */
export const checkPermissions = (file: string, env: Surroundings): Check => {
  if (process.platform === 'win32')
    return skipped('permissions', { ko: '이 운영체제에서는 보지 않아요', en: 'not looked at on this system' });
  const beside = ['', '-wal', '-shm', '.bell'].map((suffix) => `${file}${suffix}`);
  const house = [...beside, bankFile(file), `${bankFile(file)}-wal`, `${bankFile(file)}-shm`, messageLog(file)];
  const open = [...house, configFile(env), profileFile(env)].filter((one) => ((modeOf(one) ?? 0) & 0o077) !== 0);
  const folder = dirname(file);
  const isFolderOpen = ((modeOf(folder) ?? 0) & 0o022) !== 0;
  if (open.length > 0)
    return bad(
      'permissions',
      { ko: `남이 읽을 수 있는 파일 ${open.length}개`, en: `${open.length} files are open to others` },
      same(`chmod 600 ${listOf(open)}`),
    );
  const strangers = strangersIn(file, house);
  if (strangers.length > 0)
    return bad(
      'permissions',
      { ko: `데이터베이스와 주인이 다른 파일 ${strangers.length}개`, en: `${strangers.length} files have another owner than the database` },
      same(`chown --reference='${file}' ${listOf(strangers)}`),
    );
  return isFolderOpen
    ? warn('permissions', { ko: `남이 쓸 수 있는 폴더: ${folder}`, en: `others can write into ${folder}` }, same(`chmod 700 '${folder}'`))
    : good('permissions', { ko: '주인만 읽고 쓸 수 있음', en: 'for their owner alone' });
};

const tightBytes = 200 * 2 ** 20;
const scarceBytes = 2 ** 30;
const longLogBytes = 64 * 2 ** 20;

/** Room on the disk of the database, and the log that grows while somebody reads without end. */
export const checkDisk = (file: string): Check => {
  const { bavail, bsize } = statfsSync(dirname(file));
  const free = bavail * bsize;
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  const found = {
    ko: `남은 자리 ${bytesText(free)}, 데이터베이스 ${bytesText(size)}, 로그 ${bytesText(log)}`,
    en: `${bytesText(free)} free, database ${bytesText(size)}, log ${bytesText(log)}`,
  };
  const room = {
    ko: '자리를 만드세요. -wal 파일은 지우지 마세요: 주문이 들어 있어요',
    en: 'Make room. Never delete the -wal file: orders are in it',
  };
  if (free < tightBytes) return bad('disk', found, room);
  if (free < Math.max(scarceBytes, 3 * size)) return warn('disk', found, room);
  return log > longLogBytes
    ? warn('disk', found, {
        ko: '오래 읽는 프로세스가 있는지 보세요 (db shell, export)',
        en: 'Look for a process that reads for long (db shell, export)',
      })
    : good('disk', found);
};

/** Copies that were not finished, in the folders of the database and of the last backup. */
export const checkLeftovers = (folders: readonly string[]): Check => {
  const left = folders.filter((folder) => existsSync(folder)).flatMap(leftoversIn);
  if (left.length === 0) return good('leftovers', { ko: '없음', en: 'none' });
  const size = bytesText(left.reduce((sum, { bytes }) => sum + bytes, 0));
  return warn(
    'leftovers',
    {
      ko: `백업이나 복원이 끊겨 남은 사본 ${left.length}개, ${size}`,
      en: `${left.length} ${left.length === 1 ? 'copy' : 'copies'} of a backup or restore that was cut off, ${size}`,
    },
    same(`rm ${left.map(({ file }) => `'${file}'*`).join(' ')}`),
  );
};
