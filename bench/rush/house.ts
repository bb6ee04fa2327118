import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { exits } from '../../src/cli/exit.ts';
import { openPty, type Pty } from '../../src/tui/testing/pty.ts';
import type { Size } from '../../src/tui/testing/virtual-terminal.ts';

const mostAttempts = 60;
const attemptMs = 500;

const launcher = fileURLToPath(new URL('../../bin/baedal.js', import.meta.url));

export type Said = { readonly exit: number | null; readonly json: unknown };
export type House = {
  readonly db: string;
  /** A command of a person, with `--json`; told that the house is busy, they try again. */
  readonly ask: (...args: readonly string[]) => Promise<Said>;
  /** What cannot be refused. */
  readonly must: (...args: readonly string[]) => Promise<unknown>;
  /** All that was recorded. */
  readonly events: () => Promise<readonly unknown[]>;
  readonly sit: (args: readonly string[], size: Size) => Pty;
  readonly daemon: () => ChildProcess;
};

/** A field of what a command said. */
export const field = (json: unknown, name: string): unknown => new Map<string, unknown>(Object.entries(json ?? {})).get(name);
export const textIn = (json: unknown, name: string): string => {
  const value = field(json, name);
  if (typeof value !== 'string') throw new Error(`no text '${name}' in ${JSON.stringify(json)}`);
  return value;
};

/** The real programs, in a home of their own in this folder. */
export const openHouse = (folder: string, settings: Readonly<Record<string, string>>): House => {
  const db = join(folder, 'rush.db');
  const env = {
    PATH: process.env['PATH'],
    ...{ HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, BAEDAL_DB: db, LC_ALL: 'en_US.UTF-8', TERM: 'xterm-256color' },
    ...settings,
  };
  const run = (args: readonly string[]): Promise<{ readonly exit: number | null; readonly out: string; readonly err: string }> =>
    new Promise((done, fail) => {
      const child = spawn(process.execPath, [launcher, ...args, '--json'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        out += chunk;
      });
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
        err += chunk;
      });
      child.once('error', fail).once('close', (exit) => done({ exit, out, err }));
    });
  const once: House['ask'] = async (...args) => {
    const { exit, out, err } = await run(args);
    try {
      return { exit, json: JSON.parse(out) };
    } catch {
      throw new Error(`${args.join(' ')} ended with ${exit} and said ${out}${err}`);
    }
  };
  const ask: House['ask'] = async (...args) => {
    for (let attempt = 1; ; attempt += 1) {
      const said = await once(...args);
      if (attempt === mostAttempts || (said.exit !== exits.later && said.exit !== exits.unknown)) return said;
      await sleep(attemptMs);
    }
  };
  return {
    db,
    ask,
    must: async (...args) => {
      const { exit, json } = await ask(...args);
      if (exit !== 0) throw new Error(`${args.join(' ')} was refused: ${JSON.stringify(json)}`);
      return json;
    },
    events: async () => {
      const { out } = await run(['events']);
      return out
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line));
    },
    sit: (args, size) => openPty(process.execPath, [launcher, ...args], { ...size, cwd: folder, env }),
    daemon: () => spawn(process.execPath, [launcher, 'daemon'], { cwd: folder, env, stdio: 'ignore' }),
  };
};
