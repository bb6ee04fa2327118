import { safeLine } from '../core/safe-text.ts';
import { textWidth } from '../core/text-width.ts';
import { type Line, textOf } from './terminal.ts';

/** How many rows of a terminal these lines take: one that is too long takes several. */
export const heightOf = (lines: readonly Line[], width: number): number =>
  lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(textWidth(safeLine(textOf(line))) / Math.max(1, width))), 0);
