import { spawn } from 'node:child_process';
import type { Surroundings } from '../words/lang.ts';

/** What a service manager wants to hear. */
export type Herald = { readonly alive: () => void; readonly stopping: () => void };

const silent: Herald = { alive: () => undefined, stopping: () => undefined };

/** Node has no datagram sockets of the Unix kind, so systemd's own tool speaks for us; NotifyAccess=all lets it. */
const tell = (words: readonly string[], trouble: (error: Error) => void): void => {
  const child = spawn('systemd-notify', words, { stdio: 'ignore' });
  child.on('error', trouble);
  child.unref();
};

/** Every half of the time that the watchdog gives would do; a third leaves room for a slow machine. */
const shareOfWatchdog = 3;

/** Ready with the first sign of life; from then on the watchdog is told as often as it wants. Silent where nobody listens. */
export const createHerald = (env: Surroundings, now: () => number, trouble: (error: Error) => void): Herald => {
  if (!env['NOTIFY_SOCKET']) return silent;
  const watchdogMs = Number(env['WATCHDOG_USEC'] ?? 0) / 1000;
  let toldAt: number | undefined;
  return {
    alive: () => {
      if (toldAt === undefined) tell(['--ready', '--status=taking orders on'], trouble);
      else if (watchdogMs > 0 && now() - toldAt >= watchdogMs / shareOfWatchdog) tell(['WATCHDOG=1'], trouble);
      else return;
      toldAt = now();
    },
    stopping: () => tell(['STOPPING=1'], trouble),
  };
};
