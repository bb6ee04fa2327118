import { hash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Ran } from './house.ts';

type Out = { out: string; err: string };
type RunLine = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>) => Promise<number>;

/**
 * The whole command line without a process for every call: thousands of calls in the time of a hundred. What it would write to stdout
 * and stderr is caught at the one place where it is written.
 */
export const loadCommandLine = async () => {
  const caught: Out = { out: '', err: '' };
  vi.doMock('node:fs', async (original) => {
    const fs = await original<typeof import('node:fs')>();
    const writeSync = (to: number, text: Uint8Array, ...rest: readonly unknown[]): number => {
      if (to !== 1 && to !== 2) return Reflect.apply(fs.writeSync, fs, [to, text, ...rest]);
      caught[to === 1 ? 'out' : 'err'] += Buffer.from(text).toString('utf8');
      return text.length;
    };
    return { ...fs, writeSync };
  });
  // Whatever was loaded before writes where it always did.
  vi.resetModules();
  const { runLine } = (await import('../../src/cli/run-line.ts')) as { readonly runLine: RunLine };
  return async (args: readonly string[], env: Readonly<Record<string, string | undefined>>): Promise<Ran> => {
    Object.assign(caught, { out: '', err: '' });
    const exit = await runLine(args, env);
    return { exit, ...caught };
  };
};

/** A home of its own for calls in process, in which relative paths are at home, too; it can be put back to how it once was. */
export const openHome = () => {
  const folder = mkdtempSync(join(tmpdir(), 'baedal-in-process-'));
  const [home, kept, before] = [join(folder, 'home'), join(folder, 'kept'), process.cwd()];
  mkdirSync(home);
  process.chdir(home);
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
    BAEDAL_DB: join(home, 'try.db'),
    LC_ALL: 'C.UTF-8',
    // Leaves every text as it is.
    EDITOR: 'true',
    VISUAL: 'true',
  };
  /** Every file with what it holds, but for SQLite's shared memory and the bell. */
  const contents = (): Readonly<Record<string, string>> =>
    Object.fromEntries(
      readdirSync(home, { recursive: true, encoding: 'utf8' })
        .filter((name) => !/-shm$|\.bell$/.test(name) && statSync(join(home, name)).isFile())
        .sort()
        .map((name) => [name, hash('sha256', readFileSync(join(home, name)))]),
    );
  const keep = () => cpSync(home, kept, { recursive: true });
  const putBack = () => {
    for (const name of readdirSync(home)) rmSync(join(home, name), { recursive: true, force: true });
    cpSync(kept, home, { recursive: true });
  };
  const close = () => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { folder: home, env, contents, keep, putBack, close };
};
