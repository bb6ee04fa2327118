import { safeLine } from '../../core/safe-text.ts';

export const bell = '\u0007';
export const leaveAlternate = '\u001b[?1049l';
export const beginSync = '\u001b[?2026h';
export const endSync = '\u001b[?2026l';
export const homeAndErase = '\u001b[H\u001b[J';
/** Cursor shown, paste as it is, colours off, no frame held back: harmless where nothing of it was on. */
export const plainTerminal = '\u001b[?2026l\u001b[?2004l\u001b[0m\u001b[?25h';

/** OSC 9: a note on the desktop in iTerm2, Windows Terminal, WezTerm, Ghostty, kitty; nothing anywhere else. */
export const desktopNote = (text: string): string => `\u001b]9;${safeLine(text)}\u0007`;
export const windowTitle = (text: string): string => `\u001b]2;${safeLine(text)}\u0007`;

const longestCopy = 8192;
/** OSC 52: into the clipboard of the machine that the person sits at. Terminals drop what is too long. */
export const clipboard = (text: string): string | undefined =>
  Buffer.byteLength(text) > longestCopy ? undefined : `\u001b]52;c;${Buffer.from(text).toString('base64')}\u0007`;
