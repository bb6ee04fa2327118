const insistMs = 2000;

/** The first Ctrl-C is a question to the screen, the next one within two seconds is none. */
export const createInterrupts = (end: () => void, now: () => number = () => performance.now()) => {
  let ask: () => boolean = () => false;
  let last = Number.NEGATIVE_INFINITY;
  return {
    press: () => {
      const insists = now() - last < insistMs;
      last = now();
      if (insists || !ask()) end();
    },
    onInterrupt: (next: () => boolean) => {
      ask = next;
      return () => {
        if (ask === next) ask = () => false;
      };
    },
  };
};
