export type TypedLine = {
  /** Whole words, without the name of the program. */
  readonly before: readonly string[];
  /** What was typed of the word at the cursor; empty behind a blank. */
  readonly word: string;
};

/** One word as a shell would read it; a quote that is not closed yet goes to the end. */
const piece = /\s+|'([^']*)'?|"((?:[^"\\]|\\.)*)"?\\?|\\(.?)|[^\s'"\\]+/gsu;
const isAssignment = (word: string): boolean => /^[A-Za-z_]\w*=/.test(word);

/** A command line up to the cursor, as `sh` splits it, without expanding anything. */
export const wordsOfLine = (line: string): TypedLine => {
  const words: string[] = [];
  let open: string | undefined;
  for (const [text, single, double, escaped] of line.matchAll(piece)) {
    if (/^\s/.test(text)) {
      if (open !== undefined) words.push(open);
      open = undefined;
    } else {
      open = `${open ?? ''}${single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? text}`;
    }
  }
  const start = words.findIndex((word) => !isAssignment(word));
  return { before: start < 0 ? [] : words.slice(start + 1), word: open ?? '' };
};
