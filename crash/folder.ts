import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variableOf } from '../src/cli/settings.ts';
import { type House, openHouse } from '../src/cli/wire.ts';
import type { Settings } from '../src/core/settings.ts';

/** A database with its surroundings, in a place of its own. */
export type Folder = {
  readonly path: string;
  readonly db: string;
  readonly env: NodeJS.ProcessEnv;
  /** Where a program's stdout goes: what stands there was said, whatever happened then. */
  readonly said: string;
  readonly profile: string;
  readonly trace: string;
  readonly remove: () => void;
};

/** What a person has set in their shell must not decide what is proved. */
const plain = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/^BAEDAL_|^(NO|FORCE)_COLOR$|^LANG|^LC_|^NODE_OPTIONS$/.test(name)));

const variables = (settings: Partial<Settings>) =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [variableOf(name), String(value)]));

export const newFolder = (settings: Partial<Settings>): Folder => {
  const path = mkdtempSync(join(tmpdir(), 'baedal-crash-'));
  const db = join(path, 'baedal.db');
  const config = join(path, 'config');
  mkdirSync(join(config, 'baedal'), { recursive: true });
  const env = {
    ...plain(process.env),
    LC_ALL: 'C.UTF-8',
    XDG_CONFIG_HOME: config,
    XDG_DATA_HOME: join(path, 'data'),
    BAEDAL_DB: db,
    BAEDAL_SPARE_SCREENS: '0',
    ...variables(settings),
  };
  return {
    path,
    db,
    env,
    said: join(path, 'said'),
    profile: join(config, 'baedal', 'profile.json'),
    trace: join(path, 'trace'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
};

/** Where a house's backup goes. */
export const backupOf = (db: string): string => `${db}.backup`;

/** Only of a database that no process has open: see F5 in reliability.md. */
export const copyDatabase = (from: string, to: string): void => {
  for (const suffix of ['', '.bank']) if (existsSync(`${from}${suffix}`)) copyFileSync(`${from}${suffix}`, `${to}${suffix}`);
};

/** Every name that the program gives to something of its own in this folder. */
export const ownFiles = ({ path, db, said, profile }: Folder): readonly string[] => [
  path,
  said,
  profile,
  join(profile, '..'),
  ...[db, `${db}.bank`, backupOf(db)].flatMap((file) => ['', '-wal', '-shm', '-journal'].map((suffix) => `${file}${suffix}`)),
  `${db}.bell`,
  `${db}.kakao.log`,
];

export const readText = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** The same files, opened by this process; closed whatever happens. */
export const inHouse = async <T>(folder: Folder, work: (house: House) => Promise<T>, create = false): Promise<T> => {
  const house = await openHouse({ file: folder.db, create, env: folder.env });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
};
