import { PipeClosed, writeOwn } from '../terminal.ts';

const enterAlternate = '\u001b[?1049h';
const leaveAlternate = '\u001b[?1049l';
/** No frame held back, paste as it is, colours off, cursor shown. */
const plainTerminal = '\u001b[?2026l\u001b[?2004l\u001b[0m\u001b[?25h';

/** Our terminal while a session draws on it: what the session has made of it, so that it can be undone without the session. */
export const lendScreen = (onGone: () => void) => {
  let isRaw = false;
  let isAlternate = false;
  let isTouched = false;
  const write = (to: 1 | 2, bytes: Uint8Array) => {
    try {
      writeOwn(to, bytes);
    } catch (error) {
      if (!(error instanceof PipeClosed)) throw error;
      onGone();
    }
  };
  return {
    draw: (bytes: Buffer): void => {
      const [on, off] = [bytes.lastIndexOf(enterAlternate), bytes.lastIndexOf(leaveAlternate)];
      if (on !== off) isAlternate = on > off;
      isTouched ||= bytes.includes('\u001b');
      write(1, bytes);
    },
    talk: (bytes: Buffer): void => write(2, bytes),
    /** Keys are read as long as it is raw: what is typed before and after is the shell's. */
    setRaw: (on: boolean): void => {
      isRaw = on;
      process.stdin.setRawMode(on);
      if (on) process.stdin.resume();
      else process.stdin.pause();
    },
    restore: (): void => {
      if (isRaw) process.stdin.setRawMode(false);
      process.stdin.pause();
      if (isTouched) write(1, Buffer.from(`${isAlternate ? leaveAlternate : ''}${plainTerminal}`));
    },
  };
};
