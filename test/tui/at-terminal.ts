import { expect } from 'vitest';
import type { Pty } from '../../src/tui/testing/pty.ts';
import type { House } from '../cli/house.ts';
import { commandLine, shell } from './sit.ts';

/** The bar of keys: there is one on every screen. */
export const aScreen = /도움말/;

export const shown = async (pty: Pty): Promise<Pty> => {
  await pty.until(aScreen);
  expect(pty.terminal.isAlternate()).toBe(true);
  return pty;
};

/** In the list of shops, as soon as it is there: what is on the screen hears keys. */
export const hears = async (pty: Pty): Promise<void> => {
  await pty.until(/▌한끼 김치찌개/);
  pty.send('down');
  await pty.until(/▌홍대 치킨공방/);
};

/** As the shell had it before. */
export const expectPlain = ({ terminal }: Pty, inShell = false) =>
  expect({
    alternate: terminal.isAlternate(),
    cursor: terminal.cursor() !== undefined,
    // bash wants it for itself.
    paste: !inShell && terminal.isSet(2004),
    held: terminal.isSet(2026),
    mouse: terminal.isSet(1000),
  }).toEqual({ alternate: false, cursor: true, paste: false, held: false, mouse: false });

/** What the shell itself sees of its terminal: four of these are on where lines are typed. */
export const settingsOf = async (pty: Pty): Promise<string | undefined> => {
  pty.send('stty -a | tr " ;" "\\n" | grep -cxE "icanon|echo|isig|opost"; echo done$((1))\r');
  await pty.until(/done1/);
  return /^(\d+)$/m.exec(pty.screen())?.[1];
};

/** As a job of a shell. */
export const startedInShell = async (house: House): Promise<{ readonly pty: Pty; readonly pid: number }> => {
  const pty = shell(house);
  await pty.until(/shell>$/);
  // bash gives every job a group of its own; the job says who it is before it becomes the program.
  pty.send(`sh -c 'echo pid=$$; exec ${commandLine}'\r`);
  await pty.until(/pid=\d+/);
  const pid = Number(/pid=(\d+)/.exec(pty.screen())?.[1]);
  return { pty: await shown(pty), pid };
};

export const endedInShell = async (pty: Pty): Promise<void> => {
  pty.send('ctrl-c');
  await pty.until((screen) => /shell>$/.test(screen) && !pty.terminal.isAlternate());
  pty.send('exit\r');
  await pty.ended;
};
