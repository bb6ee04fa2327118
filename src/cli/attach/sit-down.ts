import { stopProcess } from '../stop-process.ts';
import type { Line } from './client.ts';
import type { Frame } from './frames.ts';
import { type Signal, type Size, signals } from './hello.ts';
import { lendScreen } from './lent-screen.ts';

/**
 * How it ended: with an exit code, by a signal that it was told, because the terminal is gone, or because whoever drew is (`lost`). Except
 * where it is gone, the terminal is as it was.
 */
export type Left =
  | { readonly how: 'exit'; readonly code: number }
  | { readonly how: 'signal'; readonly signal: Signal }
  | { readonly how: 'gone' }
  | { readonly how: 'lost' };

/** A session that was told to end may say farewell for so long. */
const farewellMs = 1000;

export const sizeOfTerminal = (): Size => ({ columns: process.stdout.columns, rows: process.stdout.rows });

/** Signals are the session's to act on; this process only passes them on. */
const hearSignals = (heard: (signal: Signal) => void): (() => void) => {
  for (const signal of signals) process.on(signal, heard);
  return () => {
    for (const signal of signals) process.off(signal, heard);
  };
};

/** Keys and sizes, for the session. */
const hearTerminal = (line: Line, onGone: () => void): (() => void) => {
  const { stdin, stdout } = process;
  const onKeys = (keys: Buffer) => line.send('input', keys);
  const onSize = () => line.send('size', JSON.stringify(sizeOfTerminal()));
  stdin.on('data', onKeys).on('end', onGone).on('error', onGone).pause();
  stdout.on('resize', onSize);
  return () => {
    stdin.off('data', onKeys).off('end', onGone).off('error', onGone);
    stdout.off('resize', onSize);
  };
};

/** Gives the terminal to a session until it ends, however that comes about. */
export const sitDown = (line: Line): Promise<Left> => {
  const { promise, resolve } = Promise.withResolvers<Left>();
  let told: Signal | undefined;
  let isOver = false;
  let unhear = () => {};
  const end = (left: Left) => {
    isOver = true;
    unhear();
    deafen();
    line.hear(
      () => undefined,
      () => undefined,
    );
    line.hangUp();
    resolve(told ? { how: 'signal', signal: told } : left);
  };
  const gone = () => end({ how: 'gone' });
  const screen = lendScreen(gone);
  const deafen = hearTerminal(line, gone);
  const pass = (signal: Signal) => {
    line.send('signal', signal);
    if (signal === 'SIGTSTP' || signal === 'SIGCONT') return;
    told = signal;
    setTimeout(line.hangUp, farewellMs).unref();
  };
  const stop = async (whom: 'self' | 'group') => {
    // Heard by us the signal would stop nobody.
    unhear();
    await stopProcess(whom);
    // The session may have ended meanwhile.
    if (isOver) return;
    unhear = hearSignals(pass);
    line.send('resumed');
  };
  const hear = ({ kind, payload }: Frame): void => {
    if (kind === 'output') screen.draw(payload);
    else if (kind === 'talk') screen.talk(payload);
    else if (kind === 'raw') screen.setRaw(payload.toString() === '1');
    else if (kind === 'stop') void stop(payload.toString() === 'group' ? 'group' : 'self');
    else if (kind === 'exit') end({ how: 'exit', code: Number(payload.toString()) });
    else line.hangUp();
  };
  unhear = hearSignals(pass);
  line.hear(hear, () => {
    screen.restore();
    end({ how: 'lost' });
  });
  return promise;
};
