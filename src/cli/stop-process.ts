const stopMs = 30;

/** Whom a shell has stopped: the process alone, by a signal, or with its group, by the person's key. */
export type Whom = 'self' | 'group';

/**
 * Stops like any program of a shell, and resolves when it goes on. With its group where the person pressed the key, for then the shell waits
 * for whoever started us, too. A group that no shell looks after cannot be stopped: then it goes on at once.
 */
export const stopProcess = async (whom: Whom): Promise<void> => {
  process.kill(whom === 'group' ? 0 : process.pid, 'SIGTSTP');
  // The signal may take a moment, and what comes after it must not be done before the stop.
  await new Promise((done) => setTimeout(done, stopMs));
  // While we were stopped nobody told us of a new size.
  process.emit('SIGWINCH', 'SIGWINCH');
};
