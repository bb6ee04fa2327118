import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { variableOf } from '../../src/cli/settings.ts';
import { type House, openHouse } from '../../src/cli/wire.ts';
import type { Settings } from '../../src/core/settings.ts';

const home = join(import.meta.dirname, '../..');
const bin = join(home, 'bin/baedal.js');
const withSql = ['--import', join(home, 'scripts/load-sql.mjs')];

/** How a process ended, and what it said. */
export type Said = {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly json: unknown;
  readonly err: string;
};
export type Running = {
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly ended: Promise<Said>;
  /** Resolves when it has said this on its terminal. */
  readonly says: (text: RegExp) => Promise<void>;
};

/** A database, a profile and settings of its own, for one test; whatever was started in it ends with the test. */
export type Place = {
  readonly db: string;
  readonly start: (...args: readonly string[]) => Running;
  /** A whole command; its data is read as JSON. */
  readonly baedal: (...args: readonly string[]) => Promise<Said>;
  /** The same, of which any other end than 0 is an error. */
  readonly did: (...args: readonly string[]) => Promise<unknown>;
  /** Runs once it says so. */
  readonly daemon: (...args: readonly string[]) => Promise<Running>;
  /** A source beside this file, as a process with a line to us. */
  readonly child: (script: string, ...args: readonly string[]) => ChildProcess;
  /** The same file, opened by this process. */
  readonly house: (create?: 'create') => Promise<House>;
  readonly messageLog: () => readonly string[];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const run = (args: readonly string[], env: NodeJS.ProcessEnv, alive: Set<ChildProcess>): Running => {
  const child = spawn(process.execPath, [bin, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  alive.add(child);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const ended = new Promise<Said>((resolve) => {
    child.once('close', (exit, signal) => {
      alive.delete(child);
      resolve({ exit, signal, json: parsed(out), err });
    });
  });
  const says = async (text: RegExp) => {
    await until(`it says ${text}`, () => text.test(err) || child.exitCode !== null || undefined);
    if (!text.test(err)) throw new Error(`it ended with ${child.exitCode}: ${err}`);
  };
  return { kill: (signal) => child.kill(signal), ended, says };
};

const envOf = (folder: string, db: string, settings: Partial<Settings>): NodeJS.ProcessEnv => ({
  ...process.env,
  XDG_CONFIG_HOME: join(folder, 'config'),
  XDG_DATA_HOME: join(folder, 'data'),
  BAEDAL_DB: db,
  BAEDAL_SPARE_SCREENS: '0',
  ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [variableOf(name), String(value)])),
});

const lines = (file: string): readonly string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
};

const gone = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

/** Tests that run side by side must bring their own `onTestFinished`. */
export const newPlace = (settings: Partial<Settings> = {}, finished: typeof onTestFinished = onTestFinished): Place => {
  const folder = mkdtempSync(join(tmpdir(), 'baedal-place-'));
  const db = join(folder, 'baedal.db');
  const env = envOf(folder, db, settings);
  const alive = new Set<ChildProcess>();
  const houses: House[] = [];
  finished(async () => {
    for (const child of alive) child.kill('SIGKILL');
    await Promise.all([...alive].map(gone));
    for (const house of houses) await house.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const start = (...args: readonly string[]) => run(args, env, alive);
  const baedal = (...args: readonly string[]) => start(...args, '--json').ended;
  return {
    db,
    start,
    baedal,
    did: async (...args) => {
      const { exit, json, err } = await baedal(...args);
      if (exit !== 0) throw new Error(`baedal ${args.join(' ')} ended with ${exit}: ${JSON.stringify(json)} ${err}`);
      return json;
    },
    daemon: async (...args) => {
      const daemon = start('daemon', ...args, '--lang', 'en');
      await daemon.says(/The daemon runs/);
      return daemon;
    },
    child: (script, ...args) => {
      const child = fork(join(import.meta.dirname, script), args, {
        env,
        execArgv: withSql,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      alive.add(child);
      child.once('exit', () => alive.delete(child));
      return child;
    },
    house: async (create) => {
      const house = await openHouse({ file: db, create: create === 'create', env });
      houses.push(house);
      return house;
    },
    messageLog: () => lines(`${db}.kakao.log`),
  };
};

/** Looks again and again until there is something to see. */
export const until = async <T>(what: string, probe: () => T | undefined | Promise<T | undefined>, patienceMs = 15_000): Promise<T> => {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) throw new Error(`waited ${patienceMs / 1000} s in vain: ${what}`);
    await sleep(20);
  }
};

/** A field of a command's JSON. */
export const field = (json: unknown, name: string): unknown =>
  typeof json === 'object' && json !== null ? new Map<string, unknown>(Object.entries(json)).get(name) : undefined;
export const textOf = (json: unknown, name: string): string => {
  const value = field(json, name);
  if (typeof value !== 'string') throw new Error(`no text '${name}' in ${JSON.stringify(json)}`);
  return value;
};
export const codeOf = (json: unknown): unknown => field(field(json, 'error'), 'code');

export const anOrder = [
  'order',
  '--shop',
  'shop_hanki',
  '--item',
  'kimchi-jjigae*2:mild',
  '--address',
  '서울시 마포구 월드컵로 1',
] as const;
export const owner = ['--as', 'owner:shop_hanki'] as const;
