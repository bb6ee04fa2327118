import { spawn } from '@lydell/node-pty';
import { bytesOf } from './keystrokes.ts';
import { type Cell, openVirtualTerminal, type Size, type VirtualTerminal } from './virtual-terminal.ts';

export type PtyOptions = Size & {
  readonly cwd: string;
  /** All of it: nothing of the person who runs the tests. */
  readonly env: Readonly<Record<string, string | undefined>>;
};

export type Ended = { readonly exit: number; readonly signal: number };

/** A real program on a real terminal, seen as a person would. */
export type Pty = {
  readonly pid: number;
  readonly screen: () => string;
  readonly lines: () => readonly string[];
  readonly cursor: () => Cell | undefined;
  readonly terminal: VirtualTerminal;
  readonly bytes: () => number;
  /** All that it has written, for what is not to be seen on a screen. */
  readonly written: () => string;
  /** Until the screen shows it; fails with the screen when it does not come. */
  readonly until: (what: RegExp | ((screen: string) => boolean), patienceMs?: number) => Promise<void>;
  /** A name of a key, or a chunk as it is. */
  readonly send: (key: string) => void;
  readonly resize: (to: Size) => void;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** How it ended; kills nothing. */
  readonly ended: Promise<Ended>;
  /** Takes the terminal away, as a window that is closed. */
  readonly hangUp: () => void;
};

const usualPatienceMs = 10_000;

/** Waits without looking again and again: whenever something was drawn. */
const createWaiters = (screen: () => string) => {
  const waiting = new Set<() => void>();
  const until: Pty['until'] = (what, patienceMs = usualPatienceMs) =>
    new Promise((done, fail) => {
      const isThere = () => (what instanceof RegExp ? what.test(screen()) : what(screen()));
      const look = () => {
        if (!isThere()) return;
        clearTimeout(timer);
        waiting.delete(look);
        done();
      };
      const giveUp = () => {
        waiting.delete(look);
        fail(new Error(`${what} did not come within ${patienceMs} ms; the screen shows\n${screen()}`));
      };
      const timer = setTimeout(giveUp, patienceMs);
      waiting.add(look);
      look();
    });
  const drawn = () => {
    for (const look of waiting) look();
  };
  return { until, drawn };
};

export const openPty = (file: string, args: readonly string[], { columns, rows, cwd, env }: PtyOptions): Pty => {
  const terminal = openVirtualTerminal({ columns, rows });
  const child = spawn(file, [...args], { name: env['TERM'] ?? 'xterm-256color', cols: columns, rows, cwd, env: { ...env } });
  const screen = () => terminal.lines().join('\n').trimEnd();
  const { until, drawn } = createWaiters(screen);
  let written = '';
  child.onData((chunk) => {
    written += chunk;
    void terminal.write(chunk).then(drawn);
  });
  terminal.onAnswer((bytes) => child.write(bytes));
  const exited = new Promise<Ended>((done) => child.onExit(({ exitCode, signal = 0 }) => done({ exit: exitCode, signal })));
  // What it wrote last is drawn by then, too.
  const ended = exited.then(async (how) => {
    await terminal.write('');
    return how;
  });
  return {
    pid: child.pid,
    screen,
    terminal,
    until,
    ended,
    lines: terminal.lines,
    cursor: terminal.cursor,
    written: () => written,
    bytes: () => Buffer.byteLength(written),
    send: (key) => child.write(bytesOf(key)),
    resize: (to) => {
      terminal.resize(to);
      child.resize(to.columns, to.rows);
    },
    kill: (signal) => {
      process.kill(child.pid, signal);
    },
    hangUp: () => child.kill('SIGHUP'),
  };
};
