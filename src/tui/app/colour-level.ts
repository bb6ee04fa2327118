import type { Surroundings } from '../../words/lang.ts';

/**
 * How much colour chalk may use, which by itself asks the surroundings of the process, once, as it loads: not those of whoever sits before a
 * session. The sixteen colours of our themes are its first level; NO_COLOR is the theme's, as bold and inverse stay.
 */
export const colourLevel = (env: Surroundings): 0 | 1 =>
  env['TERM'] === 'dumb' || env['FORCE_COLOR'] === '0' || env['FORCE_COLOR'] === 'false' ? 0 : 1;
