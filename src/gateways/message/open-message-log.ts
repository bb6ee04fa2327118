import { chmodSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** A line of the log, as far as it is needed to tell whose it is and how old. */
export type LoggedMessage = { readonly id: string; readonly to: string; readonly at: number };

const textIn = (value: object, name: string): string => {
  const found: unknown = new Map<string, unknown>(Object.entries(value)).get(name);
  return typeof found === 'string' ? found : '';
};

const messageOf = (line: string): LoggedMessage | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('at' in value) || typeof value.at !== 'number') return undefined;
    return { id: textIn(value, 'id'), to: textIn(value, 'to'), at: value.at };
  } catch {
    // Half a line of a process that died: it tells nobody anything.
    return undefined;
  }
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/**
 * Writes the log anew without the messages that are not to be kept; answers how many went. Daemons open it by name for every line,
 * so whatever came while it was written is seen by its size, and it is read again.
 */
export const keepMessages = (file: string, isKept: (message: LoggedMessage) => boolean): number => {
  for (;;) {
    if (sizeOf(file) === 0) return 0;
    const text = readFileSync(file);
    const lines = text
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    const kept = lines.filter((line) => {
      const message = messageOf(line);
      return message !== undefined && isKept(message);
    });
    if (kept.length === lines.length) return 0;
    const draft = `${file}.${process.pid}`;
    try {
      writeFileSync(draft, kept.map((line) => `${line}\n`).join(''), { mode: 0o600, flush: true });
      chmodSync(draft, 0o600);
      if (sizeOf(file) !== text.length) continue;
      renameSync(draft, file);
      return lines.length - kept.length;
    } finally {
      rmSync(draft, { force: true });
    }
  }
};
