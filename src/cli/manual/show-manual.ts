import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** With the person's own `man`, which knows their pager and their width. False when there is none. */
export const showManual = async (page: string): Promise<boolean> => {
  const folder = mkdtempSync(join(tmpdir(), 'baedal-man-'));
  const file = join(folder, 'baedal.1');
  try {
    writeFileSync(file, page);
    return await new Promise<boolean>((resolve) => {
      const child = spawn('man', [file], { stdio: 'inherit' });
      child.once('error', () => resolve(false));
      child.once('close', (code) => resolve(code === 0));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
