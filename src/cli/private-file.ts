import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Written beside its place for its owner alone, then put there by `put`: whole or not at all. */
export const putPrivately = (file: string, text: string, put: (draft: string) => void): void => {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, text, { mode: 0o600, flush: true });
    chmodSync(draft, 0o600);
    put(draft);
  } finally {
    rmSync(draft, { force: true });
  }
};

export const replacePrivately = (file: string, text: string): void => putPrivately(file, text, (draft) => renameSync(draft, file));
