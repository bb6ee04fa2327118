import { createInterface } from 'node:readline';
import { isTerminal, say } from './terminal.ts';

/** A person sits in front of it: can read a question, and answer. */
export const isAttended = (): boolean => isTerminal(1) && process.getBuiltinModule('node:tty').isatty(0);

/** What was answered, in small letters; the end of the input is an empty answer. */
export const asked = async (question: string): Promise<string> => {
  say([question]);
  const lines = createInterface({ input: process.stdin });
  try {
    for await (const line of lines) return line.trim().toLowerCase();
    return '';
  } finally {
    lines.close();
  }
};

export const isYes = (answer: string): boolean => /^(y|yes|ㅛ|네|예|응)$/.test(answer);

/** Yes only when it was said. */
export const confirmed = async (question: string): Promise<boolean> => isYes(await asked(question));
