import type { PaperLine, PrintTrouble } from '../../core/kitchen/printer.ts';
import { toCp949 } from './cp949.ts';

const esc = 0x1b;
const fs = 0x1c;
const gs = 0x1d;
const dle = 0x10;
const newline = 0x0a;

const start = [esc, 0x40, fs, 0x26];
/** Feeds past the knife and cuts, but for a corner. */
const cut = [gs, 0x56, 66, 0];
const sizes = { normal: 0x00, tall: 0x01, double: 0x11 } as const;

/** The page as ESC/POS. Commands are ours alone: the text cannot hold any. */
export const toEscPos = (lines: readonly PaperLine[]): Uint8Array =>
  Uint8Array.from([
    ...start,
    ...lines.flatMap(({ text, size, bold }) => [gs, 0x21, sizes[size], esc, 0x45, bold ? 1 : 0, ...toCp949(text), newline]),
    ...cut,
  ]);

/** Asks for the reason why a printer would not print; it answers at once, whatever else it has been told. */
export const askStatus: Uint8Array = Uint8Array.of(dle, 0x04, 2);

/** A byte with the fixed bits of such an answer; anything else is noise, and noise says nothing. */
const isStatus = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0010;

/** What the answer complains of. Undefined: nothing, or it is none. */
export const troubleIn = (answer: Uint8Array): PrintTrouble | undefined => {
  const status = answer.length === 1 ? (answer[0] ?? 0) : 0;
  if (!isStatus(status)) return undefined;
  if (status & 0b0010_0000) return 'no-paper';
  if (status & 0b0000_0100) return 'open';
  return status & 0b0100_0000 ? 'not-ready' : undefined;
};
