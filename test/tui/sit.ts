import { openPty, type Pty } from '../../src/tui/testing/pty.ts';
import type { Size } from '../../src/tui/testing/virtual-terminal.ts';
import { bin, type House } from '../cli/house.ts';

type Options = Partial<Size> & { readonly lang?: 'ko' | 'en'; readonly env?: Readonly<Record<string, string>> };

const onTerminal = (house: House, file: string, args: readonly string[], { columns = 80, rows = 24, lang = 'ko', env = {} }: Options) =>
  openPty(file, args, { columns, rows, cwd: house.folder, env: house.envFor({ lang, env: { TERM: 'xterm-256color', ...env } }) });

/** The sample shops as they stand in the list at every hour of the day: the one that keeps hours is closed. */
export const seed = async (house: House): Promise<void> => {
  await house.json(['seed']);
  await house.json(['shop', 'close', 'shop_tteok', '--as', 'owner:shop_tteok']);
};

/** `baedal` on a terminal of its own. */
export const sit = (house: House, args: readonly string[] = [], options: Options = {}): Pty =>
  onTerminal(house, process.execPath, [bin, ...args], options);

/** A shell that starts it, for what a shell has to do with it. */
export const shell = (house: House, options: Options = {}): Pty =>
  onTerminal(house, 'bash', ['--norc', '--noprofile', '-i'], { ...options, env: { PS1: 'shell> ', ...options.env } });

/** What a shell is told to start it. */
export const commandLine = `${process.execPath} ${bin}`;
