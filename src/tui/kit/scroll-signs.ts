import type { Glyphs } from './glyphs.ts';

/** A sign for each row of a window onto more than it shows: where one is, and whether there is more above and below. */
export const scrollSigns = (top: number, height: number, total: number, glyphs: Glyphs): readonly string[] => {
  if (total <= height || height <= 0) return [];
  const size = Math.max(1, Math.round((height * height) / total));
  const room = height - size;
  const hidden = total - height;
  // The ends are reached only at the ends: a thumb that rests on the edge says that there is nothing more.
  const inner = Math.max(1, Math.min(room - 1, Math.round((top / hidden) * room)));
  const start = top === 0 ? 0 : top >= hidden ? room : Math.min(inner, room);
  return Array.from({ length: height }, (_, at) => (at >= start && at < start + size ? glyphs.thumb : glyphs.track));
};
