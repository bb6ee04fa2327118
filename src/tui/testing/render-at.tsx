import chalk from 'chalk';
import { type Instance, render } from 'ink';
import type { ReactNode } from 'react';
import { openFakeTty } from './fake-tty.ts';
import { bytesOf } from './keystrokes.ts';
import { type Cell, openVirtualTerminal, type Size, type VirtualTerminal } from './virtual-terminal.ts';

export type RenderOptions = Partial<Size> & {
  /** 0: none, which is the default; 1: sixteen; 2: 256; 3: all. */
  readonly colors?: 0 | 1 | 2 | 3;
  readonly screenReader?: boolean;
};

export type Rendered = {
  /** What a person sees, line by line. */
  readonly screen: () => string;
  readonly lines: () => readonly string[];
  /** The cell in which the next letter would be composed; undefined while the cursor is hidden. */
  readonly cursor: () => Cell | undefined;
  /** Presses one key after the other; each has been answered by a frame before the next. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly resize: (to: Size) => Promise<void>;
  /** Until the screen shows it; fails with the screen when it does not come. */
  readonly until: (pattern: RegExp, patienceMs?: number) => Promise<void>;
  /** Until all that was begun has been drawn: after a change that no key made. */
  readonly settle: () => Promise<void>;
  readonly rerender: (element: ReactNode) => Promise<void>;
  /** How many bytes the program has written so far. */
  readonly bytes: () => number;
  readonly terminal: VirtualTerminal;
  readonly unmount: () => Promise<void>;
};

const usualPatienceMs = 5000;
/** Answers that come through a promise or two arrive within so many turns of the event loop. */
const quietTurns = 3;

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

const settler = (ink: Instance, bytes: () => string) => async (): Promise<void> => {
  for (let quiet = 0, seen = -1; quiet < quietTurns; quiet += 1) {
    await turn();
    await ink.waitUntilRenderFlush();
    const now = bytes().length;
    if (now !== seen) quiet = 0;
    seen = now;
  }
};

/** The element on a terminal of this size, driven and seen as a person would. */
export const renderAt = async (element: ReactNode, options: RenderOptions = {}): Promise<Rendered> => {
  const { columns = 80, rows = 24, colors = 0, screenReader = false } = options;
  chalk.level = colors;
  const terminal = openVirtualTerminal({ columns, rows });
  const tty = openFakeTty(terminal, { columns, rows });
  const ink = render(element, {
    stdin: tty.stdin,
    stdout: tty.stdout,
    interactive: true,
    alternateScreen: !screenReader,
    incrementalRendering: true,
    isScreenReaderEnabled: screenReader,
    maxFps: 60,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  const settle = settler(ink, tty.bytes);
  const screen = () => terminal.lines().join('\n').trimEnd();
  await settle();
  return {
    screen,
    lines: terminal.lines,
    cursor: terminal.cursor,
    settle,
    terminal,
    bytes: () => Buffer.byteLength(tty.bytes()),
    press: async (...keys) => {
      for (const key of keys) {
        tty.send(bytesOf(key));
        await settle();
      }
    },
    resize: async (to) => {
      tty.resize(to);
      await settle();
    },
    rerender: async (next) => {
      ink.rerender(next);
      await settle();
    },
    until: async (pattern, patienceMs = usualPatienceMs) => {
      for (const begun = performance.now(); !pattern.test(screen()); await settle())
        if (performance.now() - begun > patienceMs) throw new Error(`${pattern} did not come; the screen shows\n${screen()}`);
    },
    unmount: async () => {
      ink.unmount();
      await ink.waitUntilExit();
    },
  };
};
