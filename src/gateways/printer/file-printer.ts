import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { PaperLine, Printed } from '../../core/kitchen/printer.ts';
import { safeLine } from '../../core/safe-text.ts';

const failed = (mayBeOut: boolean): Printed => ({ kind: 'failed', trouble: mayBeOut ? 'broken' : 'off', mayBeOut });

const writeTo = async (path: string, flags: number, bytes: Uint8Array): Promise<Printed> => {
  let begun = false;
  try {
    const file = await open(path, flags, 0o600);
    try {
      begun = true;
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    return { kind: 'printed' };
  } catch {
    // A cable that is out, a disk that is full: the ticket waits, and the board says so.
    return failed(begun);
  }
};

const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants;

/** Plain text behind what is there. A link is not followed, and a pipe that nobody reads is not waited for. */
export const printToFile = (path: string, lines: readonly PaperLine[]): Promise<Printed> => {
  const text = lines.map((line) => `${safeLine(line.text)}\n`).join('');
  return writeTo(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, Buffer.from(`${text}\f\n`));
};

export const printToDevice = (path: string, page: Uint8Array): Promise<Printed> => writeTo(path, O_WRONLY | O_NOFOLLOW | O_NONBLOCK, page);
