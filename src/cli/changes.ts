import { statSync } from 'node:fs';
import type { SqliteStore } from '../store/sqlite/open-store.ts';
import { exits } from './exit.ts';
import { Stop } from './stop.ts';

/** The bell is a hint and may be lost, so the revision is looked at as well. */
const pollMs = 250;

export type Watched = { readonly file: string; readonly store: Pick<SqliteStore, 'listen' | 'revision'> };

const fileAt = (path: string): string => {
  const found = statSync(path, { throwIfNoEntry: false });
  return `${found?.dev}:${found?.ino}`;
};

const replaced = (file: string): Stop =>
  new Stop(
    'DATABASE_UNFIT',
    exits.configuration,
    {
      ko: `보고 있던 데이터베이스가 옮겨졌거나 바뀌었어요: ${file}. 다시 시작하세요`,
      en: `The database was moved or replaced while it was watched: ${file}. Start again`,
    },
    { why: 'replaced' },
  );

/** Yields at once, then whenever some process may have written; until the signal says enough. What was put in the file's place is never taken for it. */
export async function* changesOf({ file, store }: Watched, enough?: AbortSignal): AsyncGenerator<void> {
  let wake: () => void = () => undefined;
  let rung = false;
  const opened = fileAt(file);
  const deafen = store.listen(() => {
    rung = true;
    wake();
  });
  const stop = () => wake();
  enough?.addEventListener('abort', stop);
  try {
    while (!enough?.aborted) {
      const before = store.revision();
      rung = false;
      yield;
      while (!rung && !enough?.aborted && store.revision() === before) {
        if (fileAt(file) !== opened) throw replaced(file);
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  } finally {
    enough?.removeEventListener('abort', stop);
    deafen();
  }
}
