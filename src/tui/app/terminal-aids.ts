import type { TerminalAids } from '../seat.ts';
import { bell, clipboard, desktopNote, windowTitle } from './escape-sequences.ts';

/** `write` says whether the terminal takes sequences at all. */
export const aidsFor = (write: (sequence: string) => boolean, lend: TerminalAids['lend']): TerminalAids => ({
  lend,
  ring: () => {
    write(bell);
  },
  notify: (text) => {
    write(desktopNote(text) + bell);
  },
  title: (text) => {
    write(windowTitle(text));
  },
  copy: (text) => {
    const sequence = clipboard(text);
    return sequence !== undefined && write(sequence);
  },
});
