import type { Instant } from '../../core/kinds.ts';
import { never } from '../../core/result.ts';

/** What is known of a question whose answer changes: nothing yet, the answer, an answer that may be old, or that there is none. */
export type Live<T> =
  | { readonly state: 'loading'; readonly slow: boolean }
  | { readonly state: 'live'; readonly value: T }
  | { readonly state: 'stale'; readonly value: T; readonly since: Instant; readonly incident: string }
  | { readonly state: 'failed'; readonly incident: string };

export type LiveEvent<T> =
  | { readonly type: 'answered'; readonly value: T }
  /** `since` is when an answer last came. */
  | { readonly type: 'failed'; readonly incident: string; readonly since: Instant }
  | { readonly type: 'waited' };

/** The answer, as far as there is one. */
export const answerOf = <T>(live: Live<T>): T | undefined => (live.state === 'live' || live.state === 'stale' ? live.value : undefined);

const afterFailure = <T>(live: Live<T>, incident: string, since: Instant): Live<T> => {
  if (live.state === 'stale' || live.state === 'failed') return live;
  return live.state === 'live' ? { state: 'stale', value: live.value, since, incident } : { state: 'failed', incident };
};

/** The same value when there is nothing new to draw: `same` decides for answers. */
export const evolveLive = <T>(live: Live<T>, event: LiveEvent<T>, same: (a: T, b: T) => boolean): Live<T> => {
  switch (event.type) {
    case 'answered': {
      if (live.state !== 'live' && live.state !== 'stale') return { state: 'live', value: event.value };
      if (!same(live.value, event.value)) return { state: 'live', value: event.value };
      return live.state === 'live' ? live : { state: 'live', value: live.value };
    }
    case 'failed':
      return afterFailure(live, event.incident, event.since);
    case 'waited':
      return live.state === 'loading' && !live.slow ? { state: 'loading', slow: true } : live;
    default:
      return never(event);
  }
};

export const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
