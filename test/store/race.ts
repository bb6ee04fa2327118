import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Part = 'append' | 'write' | 'drain' | 'boast';

const here = import.meta.dirname;
const withSql = ['--import', join(here, '../../scripts/load-sql.mjs')];

export const newFile = () => join(mkdtempSync(join(tmpdir(), 'baedal-race-')), 'baedal.db');

/** A real process that runs one of the sources beside this file. */
export const launch = (script: string, ...args: readonly string[]): ChildProcess =>
  fork(join(here, script), args, { execArgv: withSql, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });

export const messagesOf = (child: ChildProcess): unknown[] => {
  const messages: unknown[] = [];
  child.on('message', (message) => messages.push(message));
  return messages;
};
export const ended = (child: ChildProcess) =>
  new Promise<{ readonly code: number | null; readonly signal: string | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
const ready = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`it ended with ${code} before the start`)));
  });

/** Starts them all, gives the word when the last one is ready, and brings back what each one says at the end. */
export const race = async <T>(file: string, parts: readonly (Part | 'start')[]): Promise<readonly T[]> => {
  const children = parts.map((part, n) => launch('racer.child.ts', part, file, `p${n}`));
  const heard = children.map(messagesOf);
  const ends = children.map(ended);
  await Promise.all(children.map(ready));
  for (const child of children) child.send('go');
  const codes = await Promise.all(ends);
  return codes.map(({ code }, n) => {
    const last = heard[n]?.at(-1);
    if (code !== 0 || typeof last !== 'object' || last === null || !('result' in last)) throw new Error(`process ${n} ended with ${code}`);
    return last.result as T;
  });
};
