import { beginSync, endSync, homeAndErase } from './escape-sequences.ts';

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
export const redrawAtResize = (stdout: NodeJS.WriteStream, before: readonly unknown[], { update, clear }: Drawing): (() => void) => {
  const draw = stdout.listeners('resize').find((listener) => !before.includes(listener));
  if (draw === undefined) throw new Error('Ink listens to no new size any more');
  const redraw = () => {
    update();
    stdout.write(beginSync);
    clear();
    stdout.write(homeAndErase);
    draw.call(stdout);
    stdout.write(endSync);
  };
  let isOver = false;
  // When all who listen have heard of it.
  const onResize = () => queueMicrotask(() => isOver || redraw());
  stdout.off('resize', draw as () => void).on('resize', onResize);
  return () => {
    isOver = true;
    stdout.off('resize', onResize);
  };
};
