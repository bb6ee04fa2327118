import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Line } from '../terminal.ts';

/** The answer of a real command in a process of its own. */
export type Answer = { readonly exit: number; readonly json: unknown };

export type StageDeps = {
  readonly bin: string;
  readonly db: string;
  readonly lang: 'ko' | 'en';
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly show: (lines: readonly Line[]) => void;
  /** A breath before every command, for those who watch. */
  readonly paceMs: number;
};

export type Stage = {
  /** Types a command and waits for its end. Anything but the expected exit code ends the demo. */
  command(args: readonly string[], expected?: number): Promise<Answer>;
  /** The same without showing it: looking, not doing. */
  look(args: readonly string[]): Promise<Answer>;
  /** Looks again and again until it is so. */
  until<T>(what: string, probe: () => Promise<T | undefined>): Promise<T>;
  daemon(args: readonly string[]): Promise<{ stop(): Promise<void> }>;
  /** Shows what the daemon has sent since the last time. */
  messages(): void;
  /** Shows the next message as the daemon drew it on its own terminal. */
  bubble(): Promise<void>;
  close(): Promise<void>;
};

/** A command of the story did not do what it does; the demo says so and fails. */
export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}

const patienceMs = 20_000;
const lookEveryMs = 60;

const quoted = (word: string): string => (/^[\w:,*./=@-]+$/.test(word) ? word : `"${word}"`);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const ended = (child: ChildProcess): Promise<number> =>
  new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done(code ?? -1));
  });

const collect = async ({ bin, db, lang, env }: StageDeps, args: readonly string[]): Promise<Answer & { readonly said: string }> => {
  const all = [bin, ...args, '--json', '--db', db, '--lang', lang];
  const child = spawn(process.execPath, all, { env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const exit = await ended(child);
  return { exit, json: parse(out), said };
};

const newLines = (file: string, from: number): readonly string[] => {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean).slice(from);
  } catch {
    return [];
  }
};

type Sent = { readonly to: string; readonly title: string; readonly text: string };
const isSent = (value: unknown): value is Sent =>
  typeof value === 'object' && value !== null && 'to' in value && 'title' in value && 'text' in value;

/** A KakaoTalk message in two lines: who, what, and its first sentence. */
const drawMessage = ({ to, title, text }: Sent): readonly Line[] => {
  const role = to.startsWith('customer') ? '👤' : to.startsWith('owner') ? '🏪' : '🛵';
  const [first = ''] = text.split('\n');
  return [[{ text: '    kakao ', tone: 'warn' }, `${role} `, { text: title, tone: 'strong' }, { text: `  ${first}`, tone: 'faint' }]];
};

/** The daemons of the story: their terminals are kept, to show the bubbles that they drew. */
const createDaemons = ({ bin, db, lang, env, show }: StageDeps) => {
  const running = new Set<ChildProcess>();
  let drawn = '';
  const start = async (args: readonly string[]) => {
    show([[{ text: '  $ baedal daemon ', tone: 'faint' }, args.join(' '), { text: ' &', tone: 'faint' }]]);
    const all = [bin, 'daemon', ...args, '--db', db, '--lang', lang];
    // Nobody sits down in a story.
    const child = spawn(process.execPath, all, { env: { ...env, BAEDAL_SPARE_SCREENS: '0' }, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      drawn += chunk;
    });
    const end = ended(child);
    running.add(child);
    return {
      stop: async () => {
        child.kill('SIGTERM');
        await end;
        running.delete(child);
      },
    };
  };
  const nextBubble = (): string | undefined => {
    const text = /\u256d[^\u2570]*\u2570.*\n/.exec(drawn)?.[0];
    if (text !== undefined) drawn = drawn.slice(drawn.indexOf(text) + text.length);
    return text;
  };
  const close = async () => {
    for (const child of running) child.kill('SIGTERM');
    await Promise.all([...running].map((child) => (child.exitCode === null ? ended(child) : undefined)));
  };
  return { start, nextBubble, close };
};

const until = async <T>(what: string, probe: () => Promise<T | undefined>): Promise<T> => {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new StoryBroken(`waited ${patienceMs / 1000} s in vain: ${what}`);
    await sleep(lookEveryMs);
  }
};

export const openStage = (deps: StageDeps): Stage => {
  const { db, show, paceMs } = deps;
  const daemons = createDaemons(deps);
  let told = 0;

  const command = async (args: readonly string[], expected = 0): Promise<Answer> => {
    await sleep(paceMs);
    show([[{ text: '  $ baedal ', tone: 'faint' }, args.map(quoted).join(' ')]]);
    const answer = await collect(deps, args);
    if (answer.exit === expected) return answer;
    throw new StoryBroken(
      `baedal ${args.join(' ')}: exit ${answer.exit}, expected ${expected}: ${answer.said || JSON.stringify(answer.json)}`,
    );
  };
  const messages = () => {
    const lines = newLines(`${db}.kakao.log`, told);
    told += lines.length;
    for (const sent of lines.map(parse).filter(isSent)) show(drawMessage(sent));
  };
  const bubble = async () => {
    const text = await until("a message on the daemon's terminal", async () => daemons.nextBubble());
    const lines = text.trimEnd().split('\n');
    show(lines.map((line) => `      ${line}`));
    told += 1;
  };
  return { command, look: (args) => collect(deps, args), until, daemon: daemons.start, messages, bubble, close: daemons.close };
};
