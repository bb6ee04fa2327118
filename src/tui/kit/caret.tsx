import { useCursor } from 'ink';

/** Puts the terminal's own cursor on a cell, so that an input method composes there. Only the focused field draws one: two would fight. */
export const Caret = ({ x, y }: { readonly x: number; readonly y: number }): null => {
  const { setCursorPosition } = useCursor();
  setCursorPosition({ x, y });
  return null;
};
