import { closeSync, type FSWatcher, futimesSync, openSync, watch } from 'node:fs';
import { inMemory } from './guard.ts';

/** A small file beside the database, touched after a commit and watched by those who wait. It is a hint: a slow poll stands behind it. */
const bellOf = (file: string): string => `${file}.bell`;

export type Bell = { ring(): void; close(): void };

const silent: Bell = { ring: () => undefined, close: () => undefined };

export const openBell = (file: string): Bell => {
  if (file === inMemory) return silent;
  let handle: number | undefined;
  return {
    // A bell that cannot be rung fails nothing: whoever waits looks by itself before long.
    ring: () => {
      try {
        handle ??= openSync(bellOf(file), 'a', 0o600);
        const now = Date.now() / 1000;
        futimesSync(handle, now, now);
      } catch {
        handle = undefined;
      }
    },
    close: () => {
      if (handle !== undefined) closeSync(handle);
      handle = undefined;
    },
  };
};

const tryWatch = (path: string, onEvent: (kind: string) => void): FSWatcher | undefined => {
  try {
    closeSync(openSync(path, 'a', 0o600));
    return watch(path, { persistent: false }, onEvent);
  } catch {
    return undefined;
  }
};

/** Calls back soon after any process rang; returns what stops it. */
export const listen = (file: string, onRing: () => void): (() => void) => {
  let watcher: FSWatcher | undefined;
  let stopped = file === inMemory;
  const start = () => {
    watcher?.close();
    watcher = stopped ? undefined : tryWatch(bellOf(file), heard);
    watcher?.on('error', () => watcher?.close());
  };
  const heard = (kind: string) => {
    if (stopped) return;
    onRing();
    // The file was removed or replaced: the old one will never ring again.
    if (kind === 'rename') setImmediate(start);
  };
  start();
  return () => {
    stopped = true;
    watcher?.close();
  };
};
