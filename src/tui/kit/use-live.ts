import { useEffect, useReducer, useRef } from 'react';
import { evolveLive, type Live, type LiveEvent, sameJson } from './live.ts';
import { useUi } from './ui-context.ts';
import { type Feed, type Wait, watchLive } from './watch-live.ts';

const wait: Wait = (run, ms) => {
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
const nothing = { state: 'loading', slow: false } as const;

/** The answer to a query, asked anew at every change of the feed. `subscribe` has to be the same function from frame to frame. */
export const useLive = <T>({ key, query, subscribe, same = sameJson }: Options<T>): Live<T> => {
  const { now, report } = useUi();
  const latest = useRef({ query, now, report });
  latest.current = { query, now, report };
  const evolve = (known: Known<T>, event: LiveEvent<T> & { readonly key: string }): Known<T> => {
    const before = known.key === event.key ? known.live : nothing;
    const live = evolveLive(before, event, same);
    return live === known.live && known.key === event.key ? known : { key: event.key, live };
  };
  const [known, tell] = useReducer(evolve, { key, live: nothing });
  useEffect(
    () =>
      watchLive<T>({
        subscribe,
        query: () => latest.current.query(),
        now: () => latest.current.now(),
        report: (error) => latest.current.report(error),
        tell: (event) => tell({ ...event, key }),
        wait,
      }),
    [key, subscribe],
  );
  // Of another question nothing is known yet, whatever is known of the last one.
  return known.key === key ? known.live : nothing;
};
