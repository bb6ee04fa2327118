import { beginSync, endSync } from './escape-sequences.ts';

/** Ink writes the beginning of a frame, the frame and its end: held back until they are one write, and one packet of a line. */
export const wholeFrames = (change: (frame: string) => string): ((chunk: string) => string) => {
  let held = '';
  return (chunk) => {
    if (held === '' && chunk !== beginSync) return change(chunk);
    held += chunk;
    if (chunk !== endSync) return '';
    const frame = held;
    held = '';
    return change(frame);
  };
};
