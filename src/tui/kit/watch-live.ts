import type { Instant } from '../../core/kinds.ts';
import type { LiveEvent } from './live.ts';

export type Wait = (run: () => void, ms: number) => () => void;

export type Feed = {
  /** Calls back whenever something may have changed; answers how to stop it. */
  readonly subscribe: (onChange: () => void) => () => void;
};

type Watch<T> = Feed & {
  readonly query: () => T | Promise<T>;
  readonly tell: (event: LiveEvent<T>) => void;
  readonly wait: Wait;
  readonly now: () => Instant;
  readonly report: (error: unknown) => string;
};

/** A wait that a person notices; before it, an empty place is calmer than a sign of loading. */
const noticedMs = 150;
const firstRetryMs = 500;
const longestRetryMs = 10_000;

/** Asks at once and after each change. One question at a time: changes during it lead to one more, so the latest answer wins. */
export const watchLive = <T>({ subscribe, query, tell, wait, now, report }: Watch<T>): (() => void) => {
  let stopped = false;
  let asking = false;
  let again = false;
  let answeredAt = now();
  // One incident for a failure that lasts, however often it is met.
  let incident: string | undefined;
  let retryMs = firstRetryMs;
  let stopRetry: () => void = () => undefined;
  const told = (event: LiveEvent<T>) => {
    if (!stopped) tell(event);
  };
  const once = async () => {
    try {
      const value = await query();
      answeredAt = now();
      incident = undefined;
      retryMs = firstRetryMs;
      told({ type: 'answered', value });
    } catch (error) {
      // The screen's edge to the outside: what went wrong is shown, and asked again after a while, as nothing may change meanwhile.
      incident ??= report(error);
      told({ type: 'failed', incident, since: answeredAt });
      if (!stopped) stopRetry = wait(() => void ask(), retryMs);
      retryMs = Math.min(longestRetryMs, retryMs * 2);
    }
  };
  const ask = async () => {
    again = asking;
    if (asking) return;
    asking = true;
    stopRetry();
    do {
      again = false;
      await once();
    } while (again && !stopped);
    asking = false;
  };
  const stopWaiting = wait(() => told({ type: 'waited' }), noticedMs);
  const stopListening = subscribe(() => void ask());
  void ask();
  return () => {
    stopped = true;
    stopWaiting();
    stopRetry();
    stopListening();
  };
};
