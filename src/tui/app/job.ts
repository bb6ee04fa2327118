import { hearProcess, type ProcessEvents } from './process-events.ts';

type Lend = (run: () => Promise<void>) => Promise<void>;
/** Stops whoever has the terminal, `group`: with all that the shell started together with it. Resolves when it goes on. */
export type StopJob = (whom: 'self' | 'group') => Promise<void>;

type JobEvents = Pick<ProcessEvents, 'onEnd' | 'onCrash' | 'onWarning'>;

/** Ends, stops and goes on as a shell expects it of its programs. `lend` gives the terminal away while it runs. */
export const createJob = (lend: Lend, stopJob: StopJob, events: JobEvents) => {
  let isStopped = false;
  const stop = async (whom: 'self' | 'group'): Promise<void> => {
    if (isStopped) return;
    isStopped = true;
    await lend(async () => {
      // Heard by us the signal would stop nobody.
      unhear();
      await stopJob(whom);
      unhear = hear();
    });
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
