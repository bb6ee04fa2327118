import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Stats = {
  readonly kind: 'stats';
  readonly drained: number;
  readonly failed: number;
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly at: number;
};
type Viewed = { readonly kind: 'viewed'; readonly event: string; readonly at: number };
export type FromDaemon = { readonly kind: 'ready' } | Viewed | Stats | { readonly kind: 'trouble'; readonly what: string };
export type ToDaemon = 'stop' | 'stats';

const home = fileURLToPath(new URL('../..', import.meta.url));

/** A source of ours in a process of its own. */
export const forkSource = (source: URL, args: readonly string[]): ChildProcess =>
  fork(fileURLToPath(source), args, { cwd: home, execArgv: ['--import', './scripts/load-sql.mjs'] });

export type Daemon = {
  stats(): Promise<Stats>;
  stop(): Promise<void>;
};

/** Runs a real daemon on the file; resolves when it listens. */
export const startDaemon = async (file: string, onViewed?: (viewed: Viewed) => void): Promise<Daemon> => {
  const child = forkSource(new URL('./daemon.child.ts', import.meta.url), onViewed ? [file, 'tell'] : [file]);
  const exited = once(child, 'exit');
  const asking: ((stats: Stats) => void)[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the daemon ended by itself: ${code}`)));
    child.on('message', (message: FromDaemon) => {
      if (message.kind === 'ready') resolve();
      if (message.kind === 'viewed') onViewed?.(message);
      if (message.kind === 'stats') asking.shift()?.(message);
      if (message.kind === 'trouble') console.error(`daemon: ${message.what}`);
    });
  });
  await ready;
  return {
    stats: () =>
      new Promise((resolve) => {
        asking.push(resolve);
        child.send('stats' satisfies ToDaemon);
      }),
    stop: async () => {
      child.send('stop' satisfies ToDaemon);
      const [code] = await exited;
      if (code !== 0) throw new Error(`the daemon left with ${code}`);
    },
  };
};
