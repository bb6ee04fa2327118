import { type ChildProcess, spawn } from 'node:child_process';
import type { SpareNews } from './spare.ts';

export type SparesDeps = {
  /** The program and its script. */
  readonly command: readonly [string, string];
  readonly database: string;
  readonly count: number;
  readonly trouble: (error: Error) => void;
};

/** Whoever has just started us, or sat down, shall have the processor for themselves. */
const calmMs = 1000;
const slowestMs = 60_000;
const stopWithinMs = 500;
/** A spare that takes longer to get ready hangs. */
const readyWithinMs = 30_000;

/** One process that waits to become a session; when it has, it is on its own and the next one is started. Returns what ends the one that waits. */
const keepOne = ({ command: [node, script], database, trouble }: SparesDeps): (() => Promise<void>) => {
  let isOver = false;
  let failures = 0;
  let waiting: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  const soon = (ms: number) => {
    if (!isOver) timer = setTimeout(start, ms).unref();
  };
  const failed = (how: string) => {
    waiting = undefined;
    failures += 1;
    // Once is enough: it is tried for as long as we run, ever more slowly.
    if (failures === 2) trouble(new Error(`no screens are kept ready: ${how}`));
    soon(Math.min(slowestMs, calmMs * 2 ** failures));
  };
  const start = () => {
    // A session of its own: Ctrl-C and Ctrl-Z at the daemon's terminal are not meant for whoever sits at another one.
    const child = spawn(node, [script, 'spare', database], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], cwd: '/' });
    waiting = child;
    const late = setTimeout(() => child.kill('SIGKILL'), readyWithinMs).unref();
    const isOurs = () => waiting === child;
    child.on('message', (news: SpareNews) => {
      clearTimeout(late);
      failures = 0;
      if (news !== 'taken' || !isOurs()) return;
      waiting = undefined;
      if (child.connected) child.disconnect();
      soon(calmMs);
    });
    child.once('error', (error) => isOurs() && failed(error.message));
    child.once('exit', (code, signal) => {
      clearTimeout(late);
      if (isOurs() && !isOver) failed(`ended with ${signal ?? code}`);
    });
    child.unref();
    child.channel?.unref();
  };
  soon(calmMs);
  return async () => {
    isOver = true;
    clearTimeout(timer);
    const child = waiting;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.ref();
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    await ended;
    clearTimeout(late);
  };
};

/** Keeps so many sessions ready. Trouble with them is told and never thrown: a daemon has more important things to do. */
export const keepSpares = (deps: SparesDeps): { readonly stop: () => Promise<void> } => {
  const stops = Array.from({ length: deps.count }, () => keepOne(deps));
  return {
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
};
