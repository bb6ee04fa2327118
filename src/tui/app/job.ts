import { hearProcess, type ProcessEvents, stopProcess } from './process-events.ts';

type Lend = (run: () => Promise<void>) => Promise<void>;

/** Ends, stops and goes on as a shell expects it of its programs. `lend` gives the terminal away while it runs. */
export const createJob = (lend: Lend, events: Pick<ProcessEvents, 'onEnd' | 'onCrash' | 'onWarning'>) => {
  let isStopped = false;
  const stop = async (whom: 'self' | 'group'): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await lend(() => stopProcess(whom, { mute: () => unhear(), hear: () => (unhear = hear()) }));
    isStopped = false;
  };
  const guarded = (work: Promise<void>) => {
    work.catch(events.onCrash);
  };
  const hear = () =>
    hearProcess({
      ...events,
      onStop: () => guarded(stop('self')),
      // Stopped by a signal that cannot be heard: the shell has had the terminal meanwhile.
      onContinue: () => {
        if (!isStopped) guarded(lend(async () => undefined));
      },
    });
  let unhear = hear();
  return {
    /** By the person's key: with all that the shell started together with us. */
    stop: () => guarded(stop('group')),
    leave: () => unhear(),
  };
};
