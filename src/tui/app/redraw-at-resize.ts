import { beginSync, endSync, homeAndErase } from './escape-sequences.ts';
import type { Display } from './tty.ts';

type Drawing = {
  /** Lets the components know the new size, at once. */
  readonly update: () => void;
  /** Forgets what is on the screen. */
  readonly clear: () => void;
};

/**
 * At a new size everything is drawn anew, as one frame: terminals differ in what they make of the old one. Ink by itself would first draw the
 * old frame in the new width, and the new one later; so its listener, the first that came with it, is called when the components know.
 */
export const redrawAtResize = (stdout: Display, others: readonly unknown[], { update, clear }: Drawing): (() => void) => {
  const draw = stdout.listeners('resize').find((listener) => !others.includes(listener));
  if (draw === undefined) throw new Error('Ink listens to no new size any more');
  let isOver = false;
  const before = () => {
    stdout.write(beginSync);
    clear();
    stdout.write(homeAndErase);
  };
  const redraw = () => {
    if (isOver) return;
    update();
    stdout.write(beginSync);
    draw.call(stdout);
    stdout.write(endSync);
  };
  // When all who listen have heard of it.
  const after = () => queueMicrotask(redraw);
  stdout
    .off('resize', draw as () => void)
    .prependListener('resize', before)
    .on('resize', after);
  return () => {
    isOver = true;
    stdout.off('resize', before).off('resize', after);
  };
};
