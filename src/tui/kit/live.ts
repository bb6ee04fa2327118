import { never } from '../../core/result.ts';

/** What is known of a question whose answer changes: nothing yet, the answer, an answer that may be old, or why there is none. */
export type Live<T> =
  | { readonly state: 'loading'; readonly slow: boolean }
  | { readonly state: 'live'; readonly value: T }
  | { readonly state: 'stale'; readonly value: T; readonly error: unknown }
  | { readonly state: 'failed'; readonly error: unknown };

export type LiveEvent<T> =
  | { readonly type: 'answered'; readonly value: T }
  | { readonly type: 'failed'; readonly error: unknown }
  | { readonly type: 'waited' };

/** The answer, as far as there is one. */
export const answerOf = <T>(live: Live<T>): T | undefined => (live.state === 'live' || live.state === 'stale' ? live.value : undefined);

/** The same value when there is nothing new to draw: `same` decides for answers. */
export const evolveLive = <T>(live: Live<T>, event: LiveEvent<T>, same: (a: T, b: T) => boolean): Live<T> => {
  const { type } = event;
  switch (type) {
    case 'answered': {
      const known = answerOf(live);
      if (known !== undefined && same(known, event.value)) return live.state === 'live' ? live : { state: 'live', value: known };
      return { state: 'live', value: event.value };
    }
    case 'failed': {
      const known = answerOf(live);
      if (known !== undefined) return { state: 'stale', value: known, error: event.error };
      return { state: 'failed', error: event.error };
    }
    case 'waited':
      return live.state === 'loading' && !live.slow ? { state: 'loading', slow: true } : live;
    default:
      return never(type);
  }
};

export const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export type Feed = {
  /** Calls back whenever something may have changed; answers how to stop it. */
  readonly subscribe: (onChange: () => void) => () => void;
};

type Watch<T> = Feed & {
  readonly query: () => T | Promise<T>;
  readonly tell: (event: LiveEvent<T>) => void;
  readonly wait: (run: () => void, ms: number) => () => void;
};

/** A wait that a person notices; before it, an empty place is calmer than a sign of loading. */
const noticedMs = 150;

/** Asks at once and after each change. One question at a time: changes during it lead to one more, so the latest answer wins. */
export const watchLive = <T>({ subscribe, query, tell, wait }: Watch<T>): (() => void) => {
  let stopped = false;
  let asking = false;
  let again = false;
  const told = (event: LiveEvent<T>) => {
    if (!stopped) tell(event);
  };
  const ask = async () => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    do {
      again = false;
      try {
        told({ type: 'answered', value: await query() });
      } catch (error) {
        // The screen's edge to the outside: what went wrong is shown, and the next change asks again.
        told({ type: 'failed', error });
      }
    } while (again && !stopped);
    asking = false;
  };
  const stopWaiting = wait(() => told({ type: 'waited' }), noticedMs);
  const stopListening = subscribe(() => void ask());
  void ask();
  return () => {
    stopped = true;
    stopWaiting();
    stopListening();
  };
};
