import type { Socket } from 'node:net';
import { runLine } from '../run-line.ts';
import { sitAt } from '../terminal.ts';
import type { Frame } from './frames.ts';
import type { Hello, Signal } from './hello.ts';
import { openSessionTerminal } from './session-terminal.ts';

/** What was begun when the terminal went away may take so long: a kitchen's screen says that it is off. */
const farewellMs = 5000;

/** From here on this process is the command that was typed there. */
const takeOver = ({ args, env, cwd }: Hello): void => {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  // In a list of processes nobody shall take it for one that waits.
  process.title = ['baedal', ...args].join(' ');
};

export type Session = { readonly hear: (frame: Frame) => void; readonly ended: Promise<void> };

/**
 * The command line of `hello`, at the terminal on the other side of the socket, to its exit code. Throws when it cannot be done here as it would be
 * there; nothing was said to the other side then. The process is good for nothing else afterwards.
 */
export const runSession = (socket: Socket, hello: Hello): Session => {
  takeOver(hello);
  let isPassedOn = false;
  let isTakenAway = false;
  const onSignal = (signal: Signal) => {
    isPassedOn = true;
    // Nobody listens before the first screen and after the last one: then there is nothing to be put in order.
    if (!process.emit(signal, signal) && signal !== 'SIGTSTP' && signal !== 'SIGCONT') socket.destroy();
    isPassedOn = false;
  };
  // Meant for this process, not for whoever sits there: they go on with screens of their own.
  const ownEnd = () => {
    if (!isPassedOn) isTakenAway = true;
  };
  process.on('SIGTERM', ownEnd);
  const events = { onSignal, onNonsense: () => socket.destroy() };
  const { terminal, hear, send } = openSessionTerminal(socket, hello.size, hello.talksToTerminal, events);
  socket.on('close', () => setTimeout(() => process.exit(1), farewellMs).unref());
  send('welcome');
  const run = async () => {
    sitAt(terminal);
    const exit = await runLine(hello.args, process.env);
    if (!isTakenAway) send('exit', String(exit));
    await new Promise<void>((done) => socket.once('close', done).end());
  };
  return { hear, ended: run() };
};
