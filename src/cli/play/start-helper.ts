import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';

export type Helper = { readonly stop: () => Promise<void> };

const patienceMs = 3000;

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/**
 * A daemon of our own in a process of its own: work that takes its time must not keep a key waiting. It has a session of its own, so that
 * Ctrl-Z stops the screen and not the kitchen; and a channel to us, whose end it hears however we come to ours.
 */
export const startHelper = (bin: string, args: readonly string[], logFile: string): Helper => {
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, [bin, ...args], { detached: true, stdio: ['ignore', 'ignore', log, 'ipc'] });
  const ended = new Promise<void>((done) => {
    child.once('error', () => done()).once('exit', () => done());
  });
  child.unref();
  child.channel?.unref();
  return {
    stop: async () => {
      if (hasEnded(child)) return;
      if (child.connected) child.disconnect();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((done) => {
        timer = setTimeout(done, patienceMs);
      });
      await Promise.race([ended, late]);
      clearTimeout(timer);
      if (!hasEnded(child)) child.kill('SIGKILL');
    },
  };
};
