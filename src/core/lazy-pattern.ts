/**
 * A pattern that is made when it is first asked for. Sets of Unicode cost a fresh process up to twenty milliseconds, and a literal does
 * so even where it is only parsed: most commands print nothing that needs one.
 */
export const lazyPattern = (source: string, flags: string): (() => RegExp) => {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
};
