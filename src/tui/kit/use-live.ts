import { useEffect, useRef, useState } from 'react';
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
  const latest = useRef({ query, now, report, same });
  latest.current = { query, now, report, same };
  const [known, setKnown] = useState<Known<T>>({ key, live: nothing });
  const told = useRef(known);
  const tell = useRef((event: LiveEvent<T>, of: string) => {
    const before = told.current.key === of ? told.current.live : nothing;
    const live = evolveLive(before, event, latest.current.same);
    if (live === told.current.live) return;
    told.current = { key: of, live };
    setKnown(told.current);
  });
  useEffect(
    () =>
      watchLive<T>({
        subscribe,
        query: () => latest.current.query(),
        now: () => latest.current.now(),
        report: (error) => latest.current.report(error),
        tell: (event) => tell.current(event, key),
        wait,
      }),
    [key, subscribe],
  );
  // Of another question nothing is known yet, whatever is known of the last one.
  return known.key === key ? known.live : nothing;
};
