import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Surroundings } from '../../words/lang.ts';
import { attach } from '../attach/client.ts';
import type { Hello } from '../attach/hello.ts';
import { type Left, sizeOfTerminal } from '../attach/sit-down.ts';
import { buildOf, socketsIn, spareFolder } from '../attach/spare-folder.ts';
import { langFor } from '../glance.ts';
import { configFile, databaseFile } from '../paths.ts';
import { isTerminal, say } from '../terminal.ts';

/** What only the whole command line answers. */
const notScreens = ['-h', '--help', '-V', '--version', '--json'];

/** With what the configuration says. Most people have none, and need not wait for its reader. */
const surroundings = async (): Promise<Surroundings> => {
  if (!existsSync(configFile(process.env))) return process.env;
  const { configured } = await import('../config-file.ts');
  return configured(process.env);
};

/** Whatever is wrong with the words is the whole command line's to explain; at worst we ask beside the wrong house, and nobody answers. */
const databaseAsked = (args: readonly string[]): string | undefined => {
  const at = args.findLastIndex((one) => one === '--db' || one.startsWith('--db='));
  const word = args[at];
  return word === '--db' ? args[at + 1] : word?.slice('--db='.length);
};

const helloOf = (args: readonly string[]): Hello => ({
  build: buildOf(join(import.meta.dirname, 'cli.cjs')),
  args,
  env: Object.fromEntries(Object.entries(process.env).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))),
  cwd: process.cwd(),
  size: sizeOfTerminal(),
  talksToTerminal: isTerminal(2),
});

const goOn = {
  ko: 'baedal: 화면을 그리던 프로그램이 멈춰서 새로 열었어요. 장바구니와 주문은 그대로예요',
  en: 'baedal: the program that drew the screens is gone, so they were opened anew. Carts and orders are as they were',
};

/** What attaching came to; undefined where no spare was there to be asked, or none answered. */
const tryAttaching = async (args: readonly string[]): Promise<Left | undefined> => {
  try {
    const paths = socketsIn(spareFolder(databaseFile(databaseAsked(args), await surroundings())));
    return paths.length === 0 ? undefined : await attach(paths, helloOf(args));
  } catch {
    // A broken configuration, a folder that vanished: said by the command itself, if it minds.
    return undefined;
  }
};

const sit = async (args: readonly string[], otherwise: () => void): Promise<void> => {
  const left = await tryAttaching(args);
  if (left?.how === 'exit') process.exit(left.code);
  if (left?.how === 'gone') process.exit();
  if (left?.how === 'signal') process.kill(process.pid, left.signal);
  else if (left?.how === 'lost') {
    say([goOn[langFor(args, process.env)]]);
    // Node ends a pause of stdin some turns later, and would then not hear who listens meanwhile.
    setImmediate(otherwise);
  } else otherwise();
};

/**
 * Screens from a session that a daemon keeps ready, with the same words in the same surroundings; `otherwise` opens them here. False: this call
 * wants no screens, or has no terminal.
 */
export const run = (args: readonly string[], otherwise: () => void): boolean => {
  // Who has words for the Node that runs us wants them heard.
  if (process.env['NODE_OPTIONS'] || args.some((one) => notScreens.includes(one)) || !isTerminal(0) || !isTerminal(1)) return false;
  void sit(args, otherwise);
  return true;
};
