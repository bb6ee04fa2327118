import { writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { no, ok, type Result } from '../../core/result.ts';
import type { SaveProblem } from '../seat.ts';

const problems: Readonly<Record<string, SaveProblem>> = {
  EEXIST: 'exists',
  EISDIR: 'exists',
  ENOENT: 'no-folder',
  ENOTDIR: 'no-folder',
  EACCES: 'not-allowed',
  EPERM: 'not-allowed',
  EROFS: 'not-allowed',
  ENOSPC: 'full',
  EDQUOT: 'full',
};

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** A new file for its owner alone; one that is there is never written over. `~/` is the person's own folder. */
export const saveText = async (file: string, text: string): Promise<Result<string, SaveProblem>> => {
  const path = file.startsWith('~/') ? join(homedir(), file.slice(2)) : resolve(file);
  try {
    await writeFile(path, text, { mode: 0o600, flag: 'wx' });
    return ok(path);
  } catch (error) {
    const problem = problems[codeOf(error)];
    if (problem === undefined) throw error;
    return no(problem);
  }
};
