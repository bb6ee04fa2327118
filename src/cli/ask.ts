import { createInterface } from 'node:readline';
import { isTerminal, say } from './terminal.ts';

/** A person sits in front of it: can read a question, and answer. */
export const isAttended = (): boolean => isTerminal(1) && process.getBuiltinModule('node:tty').isatty(0);

/** Yes only when it was said; the end of the input is a no. */
export const confirmed = async (question: string): Promise<boolean> => {
  say([question]);
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return /^(y|yes|ㅛ|네|예|응)$/i.test(line.trim());
    return false;
  } finally {
    lines.close();
  }
};
