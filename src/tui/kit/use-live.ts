import { useEffect, useReducer, useRef } from 'react';
import { evolveLive, type Feed, type Live, type LiveEvent, sameJson, watchLive } from './live.ts';

const wait = (run: () => void, ms: number) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

type Options<T> = Feed & {
  /** What is asked for: another one starts anew. */
  readonly key: string;
  readonly query: () => T | Promise<T>;
  /** When two answers look the same; nothing is drawn then. */
  readonly same?: (a: T, b: T) => boolean;
};

type Known<T> = { readonly key: string; readonly live: Live<T> };

/** The answer to a query, asked anew at every change of the feed. */
export const useLive = <T>({ key, query, subscribe, same = sameJson }: Options<T>): Live<T> => {
  const latest = useRef(query);
  latest.current = query;
  const evolve = (known: Known<T>, event: LiveEvent<T> & { readonly key: string }): Known<T> => {
    const before: Live<T> = known.key === event.key ? known.live : { state: 'loading', slow: false };
    const live = evolveLive(before, event, same);
    return live === known.live && known.key === event.key ? known : { key: event.key, live };
  };
  const [known, tell] = useReducer(evolve, { key, live: { state: 'loading', slow: false } });
  useEffect(
    () => watchLive<T>({ subscribe, query: () => latest.current(), tell: (event) => tell({ ...event, key }), wait }),
    [key, subscribe],
  );
  // Of another question nothing is known yet, whatever is known of the last one.
  return known.key === key ? known.live : { state: 'loading', slow: false };
};
