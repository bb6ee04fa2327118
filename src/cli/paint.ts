import type { Surroundings } from '../words/lang.ts';
import { isTerminal, noPaint, type Paint } from './terminal.ts';

/** NO_COLOR wins, then FORCE_COLOR, else colours are for terminals that know them. */
export const wantsColour = (env: Surroundings, isTty: boolean): boolean => {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTty && env['TERM'] !== 'dumb';
};

/** Chalk is loaded only by a process that colours something. */
export const paintFor = async (stream: 1 | 2, env: Surroundings): Promise<Paint> => {
  if (!wantsColour(env, isTerminal(stream))) return noPaint;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  const tones = { strong: chalk.bold, faint: chalk.dim, good: chalk.green, bad: chalk.red, warn: chalk.yellow };
  return (text, tone) => tones[tone](text);
};
