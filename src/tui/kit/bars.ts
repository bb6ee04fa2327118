import type { Glyphs } from './glyphs.ts';

const whole = (value: number, top: number, steps: number) =>
  top <= 0 ? 0 : Math.max(0, Math.min(steps, Math.round((value / top) * steps)));

/** `███░░░`: how much of the whole, in so many columns. Anything at all shows, and only the whole is full. */
export const bar = (value: number, of: number, width: number, glyphs: Glyphs): string => {
  const rounded = whole(value, of, width);
  const full = value > 0 && value < of ? Math.max(1, Math.min(width - 1, rounded)) : rounded;
  return glyphs.full.repeat(Math.max(0, full)) + glyphs.empty.repeat(Math.max(0, width - full));
};

/** `▁▃█▅`: a column for each value, the highest of them full; nothing at all is a blank. */
export const sparkline = (values: readonly number[], glyphs: Glyphs): string => {
  const { levels } = glyphs;
  const top = Math.max(0, ...values);
  return values.map((value) => (value <= 0 ? ' ' : (levels[Math.max(0, whole(value, top, levels.length) - 1)] ?? ' '))).join('');
};
