import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, readText } from './folder.ts';

export const home = join(import.meta.dirname, '..');
/** The real program: what people run, under the Node that the project pins. */
export const realProgram = join(home, 'bin/baedal.js');

export type Ended = {
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The data it said, if it said a whole line of it. */
  readonly json: unknown;
  readonly out: string;
  readonly err: string;
  readonly overdue: boolean;
};
export type Around = {
  /** What runs it: strace and its options. */
  readonly under?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly program?: string;
};

const patienceMs = 60_000;

/** The data it said, if it said a whole line of it. */
export const parsed = (out: string): unknown => {
  if (!out.endsWith('\n')) return undefined;
  try {
    return JSON.parse(out);
  } catch {
    return undefined;
  }
};

/** A field of a command's JSON. */
export const field = (json: unknown, ...names: readonly string[]): unknown =>
  names.reduce(
    (value, name) => (typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(name) : undefined),
    json,
  );
export const textIn = (json: unknown, ...names: readonly string[]): string | undefined => {
  const value = field(json, ...names);
  return typeof value === 'string' ? value : undefined;
};

/** Runs it to its end, however that comes. Its stdout is a file, so that an answer outlives whoever gave it. */
export const runProgram = (folder: Folder, args: readonly string[], around: Around = {}): Promise<Ended> => {
  const { under = [], env = {}, program = realProgram } = around;
  const [command = process.execPath, ...rest] = [...under, process.execPath, program, ...args, '--json'];
  const said = openSync(folder.said, 'w', 0o600);
  const child = spawn(command, rest, { env: { ...folder.env, ...env }, stdio: ['ignore', said, 'pipe'] });
  closeSync(said);
  let [err, overdue] = ['', false];
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const timer = setTimeout(() => {
    overdue = true;
    child.kill('SIGKILL');
  }, patienceMs);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit, signal) => {
      clearTimeout(timer);
      const out = readText(folder.said);
      resolve({ exit, signal, json: parsed(out), out, err, overdue });
    });
  });
};

/** The same, of which any other end than 0 is an error of the harness. */
export const must = async (folder: Folder, args: readonly string[], around: Around = {}): Promise<unknown> => {
  const { exit, signal, json, out, err } = await runProgram(folder, args, around);
  if (exit !== 0) throw new Error(`baedal ${args.join(' ')} ended with ${exit ?? signal}: ${out}${err}`);
  return json;
};
