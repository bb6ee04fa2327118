/** What reaches the program from outside while it has the terminal. */
export type ProcessEvents = {
  readonly onEnd: (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => void;
  readonly onStop: () => void;
  readonly onContinue: () => void;
  readonly onCrash: (error: unknown) => void;
  readonly onWarning: (warning: Error) => void;
};

type Hook = readonly [event: string, heard: (value: unknown) => void];

/** Returns what gives every event back to whoever had it before. */
export const hearProcess = ({ onEnd, onStop, onContinue, onCrash, onWarning }: ProcessEvents): (() => void) => {
  const hooks: readonly Hook[] = [
    ['SIGINT', () => onEnd('SIGINT')],
    ['SIGTERM', () => onEnd('SIGTERM')],
    ['SIGHUP', () => onEnd('SIGHUP')],
    ['SIGTSTP', onStop],
    ['SIGCONT', onContinue],
    ['uncaughtException', onCrash],
    ['unhandledRejection', onCrash],
    ['warning', (warning) => onWarning(warning instanceof Error ? warning : new Error(String(warning)))],
  ];
  // Node prints warnings into the middle of the screen.
  const printers = process.listeners('warning');
  process.removeAllListeners('warning');
  for (const [event, heard] of hooks) process.on(event, heard);
  return () => {
    for (const [event, heard] of hooks) process.off(event, heard);
    for (const printer of printers) process.on('warning', printer);
  };
};
