import { isAbsolute, join, resolve } from 'node:path';
import type { Surroundings } from '../words/lang.ts';
import { wrongInput } from './stop.ts';

// The XDG rules: a path that is not absolute is to be ignored.
const xdg = (env: Surroundings, name: string, fallback: string): string => {
  const set = env[name];
  return set && isAbsolute(set) ? set : join(env['HOME'] || process.getBuiltinModule('node:os').homedir(), fallback);
};

/** The house's own place. */
export const usualDatabase = (env: Surroundings): string => join(xdg(env, 'XDG_DATA_HOME', '.local/share'), 'baedal', 'baedal.db');

/** `--db`, else BAEDAL_DB, else the house's own place. */
export const databaseFile = (option: string | undefined, env: Surroundings): string => {
  const named = option ?? (env['BAEDAL_DB'] || undefined);
  if (named === undefined) return usualDatabase(env);
  if (named.trim() === '' || named.includes('\0'))
    throw wrongInput('--db', { ko: '파일 경로가 비어 있어요', en: 'the path of a file is missing' });
  return resolve(named);
};

export const profileFile = (env: Surroundings): string => join(xdg(env, 'XDG_CONFIG_HOME', '.config'), 'baedal', 'profile.json');

export const configFile = (env: Surroundings): string => join(xdg(env, 'XDG_CONFIG_HOME', '.config'), 'baedal', 'config.json');

/** One line for every message that was sent. */
export const messageLog = (database: string): string => `${database}.kakao.log`;

/** The sandbox keeps its books beside the database, as a bank would: in a file of its own. */
export const bankFile = (database: string): string => `${database}.bank`;
