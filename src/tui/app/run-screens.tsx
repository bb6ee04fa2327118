import { type Instance, render, useApp, useInput } from 'ink';
import { type ReactNode, useEffect } from 'react';
import type { TerminalAids } from '../seat.ts';
import { leaveAlternate, plainTerminal } from './escape-sequences.ts';
import { createInterrupts } from './interrupts.ts';
import { createJob, type StopJob } from './job.ts';
import { plainFrames } from './plain-frames.ts';
import { redrawAtResize } from './redraw-at-resize.ts';
import { squeeze } from './squeeze.ts';
import { aidsFor } from './terminal-aids.ts';
import { through } from './through.ts';
import type { Display, Keyboard } from './tty.ts';
import { wholeFrames } from './whole-frames.ts';

/** How the screens came to their end. `gone`: the terminal was taken away, nobody can be told anything. */
export type Ended =
  | { readonly how: 'left' }
  | { readonly how: 'signal'; readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' }
  | { readonly how: 'gone' }
  | { readonly how: 'crashed'; readonly incident: string };

export type ScreenDeps = {
  readonly stdin: Keyboard;
  readonly stdout: Display;
  /** `lines`: for a screen reader, below one another on the normal screen. `plain`: the same, without any cursor movement. */
  readonly mode: 'full' | 'lines' | 'plain';
  readonly stopJob: StopJob;
  readonly report: (error: unknown) => string;
};

/** What the screens hold of the program around them. */
export type Hands = {
  readonly terminal: TerminalAids;
  readonly leave: () => void;
  readonly onInterrupt: (ask: () => boolean) => () => void;
};

type Lend = TerminalAids['lend'];
type HolderProps = {
  readonly onReady: (lend: Lend) => void;
  readonly onInterrupt: () => void;
  readonly onStop: () => void;
  readonly children: ReactNode;
};

/** Keeps the terminal raw as long as there is a screen, and hears the two keys that are the program's own. */
const Holder = ({ onReady, onInterrupt, onStop, children }: HolderProps) => {
  const { suspendTerminal } = useApp();
  useEffect(() => onReady(suspendTerminal), [onReady, suspendTerminal]);
  useInput((input, { ctrl }) => {
    if ((ctrl && input === 'c') || input.includes('\u0003')) onInterrupt();
    if ((ctrl && input === 'z') || input.includes('\u001a')) onStop();
  });
  return children;
};

const optionsOf = ({ stdin, stdout, mode }: ScreenDeps) => ({
  stdin,
  stdout: through(stdout, mode === 'plain' ? plainFrames() : wholeFrames(squeeze)),
  // Somebody sits there, whatever the environment says of CI.
  interactive: true,
  alternateScreen: mode === 'full',
  incrementalRendering: true,
  isScreenReaderEnabled: mode !== 'full',
  debug: mode === 'plain',
  // A frame takes two or three milliseconds: a key right behind another one need not wait for longer than a few of them.
  maxFps: 120,
  exitOnCtrlC: false,
  patchConsole: false,
});

/** Whatever Ink has left undone: a crash may have come in the middle of a frame. */
const restore = ({ stdin, stdout, mode, report }: ScreenDeps, ink: Instance | undefined): void => {
  try {
    ink?.unmount();
  } catch (error) {
    report(error);
    if (mode === 'full') stdout.write(leaveAlternate);
  }
  if (mode !== 'plain') stdout.write(plainTerminal);
  stdin.setRawMode(false);
  stdin.pause();
  stdin.unref();
};

/** Draws on the terminal until the person leaves, the program is told to end, or something breaks; then the terminal is as it was. */
export const runScreens = (screens: (hands: Hands) => ReactNode, deps: ScreenDeps): Promise<Ended> => {
  const { stdin, stdout, mode, report } = deps;
  const { promise, resolve } = Promise.withResolvers<Ended>();
  let isOver = false;
  let lend: Lend = async (run) => run();
  let ink: Instance | undefined;
  let stopRedrawing = () => {};
  const end = (ended: Ended) => {
    if (isOver) return;
    isOver = true;
    stopRedrawing();
    restore(deps, ink);
    job.leave();
    // A signal can break off a write, whose rest comes later: what is said on the normal screen must not overtake it.
    if (ended.how === 'gone') resolve(ended);
    else stdout.write('', () => resolve(ended));
  };
  const crash = (error: unknown) => end({ how: 'crashed', incident: report(error) });
  const gone = () => end({ how: 'gone' });
  const left = () => end({ how: 'left' });
  const job = createJob((run) => lend(run), deps.stopJob, {
    onEnd: (signal) => end({ how: 'signal', signal }),
    onCrash: crash,
    onWarning: report,
  });
  // Stays when all is over: what is written into a terminal that is gone must not break the farewell.
  stdout.on('error', gone);
  stdin.on('error', gone).once('end', gone);

  const { press, onInterrupt } = createInterrupts(left);
  const terminal = aidsFor(
    (sequence) => {
      if (mode !== 'plain') stdout.write(sequence);
      return mode !== 'plain';
    },
    (run) => lend(run),
  );
  const tree = (
    <Holder onReady={(own) => (lend = own)} onInterrupt={press} onStop={job.stop}>
      {screens({ leave: left, onInterrupt, terminal })}
    </Holder>
  );
  const listeners = stdout.listeners('resize');
  try {
    // Before the first frame: else a Ctrl-C of whoever sees it is a signal that kills, and keys are echoed into it.
    stdin.setRawMode(true);
    const drawn = render(tree, optionsOf(deps));
    ink = drawn;
    drawn.waitUntilExit().then(left, crash);
    // What the first screen asks for is known by the next turn; left to Ink, two timers of 17 ms each would come before it is shown.
    setImmediate(() => drawn.waitUntilRenderFlush().catch(crash));
    stopRedrawing = redrawAtResize(stdout, listeners, { update: () => drawn.rerender(tree), clear: drawn.clear });
  } catch (error) {
    crash(error);
  }
  return promise;
};
