import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { expect } from 'vitest';
import type { House } from '../cli/house.ts';

const folderOf = (house: House): string => `${house.db}.screens`;

/** The spares that wait for somebody to sit down, by their processes. */
export const sparesOf = (house: House): readonly number[] =>
  existsSync(folderOf(house))
    ? readdirSync(folderOf(house))
        .filter((name) => name.endsWith('.sock'))
        .map((name) => Number.parseInt(name, 10))
    : [];

/** What a process has started and not yet seen the end of. */
export const childrenOf = (pid: number): readonly number[] =>
  spawnSync('ps', ['-o', 'pid=,stat=', '--ppid', String(pid)], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter((line) => line.trim() !== '' && !/Z/.test(line))
    .map((line) => Number.parseInt(line, 10));

type Options = { readonly count?: number; readonly env?: Readonly<Record<string, string>> };

/** A daemon that keeps spares, for as long as a test sits down. */
export const startSpares = (house: House, { count = 1, env = {} }: Options = {}) => {
  const daemon = house.start(['daemon'], { env: { BAEDAL_SPARE_SCREENS: String(count), ...env } });
  const ended = new Promise<void>((done) => daemon.once('exit', () => done()));
  const ready = () => expect.poll(() => sparesOf(house).length, { timeout: 20_000 }).toBe(count);
  return {
    pid: daemon.pid ?? 0,
    ready,
    /** Sits down when all are ready, and says which one became the session. */
    taken: async <T>(sit: () => Promise<T>): Promise<{ readonly sat: T; readonly session: number }> => {
      await ready();
      const before = sparesOf(house);
      const sat = await sit();
      const [session, ...others] = before.filter((pid) => !sparesOf(house).includes(pid));
      expect(others).toEqual([]);
      if (session === undefined) throw new Error('no spare was taken: the screens opened in a process of their own');
      return { sat, session };
    },
    kill: (signal: NodeJS.Signals) => daemon.kill(signal),
    stop: async () => {
      daemon.kill('SIGTERM');
      await ended;
    },
  };
};
export type Spares = ReturnType<typeof startSpares>;
