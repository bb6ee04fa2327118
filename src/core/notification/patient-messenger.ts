import { type Instant, later } from '../kinds.ts';
import type { Env } from '../ports.ts';
import { backOff, type Settings } from '../settings.ts';
import type { Messenger } from './messenger.ts';

/** How many of the messages that are due may go out now: all; one, to see whether the channel is back; none before a time. */
export type Passage = { readonly kind: 'all' } | { readonly kind: 'one' } | { readonly kind: 'none'; readonly until: Instant };

/** A messenger that knows whether it is worth trying. */
export type PatientMessenger = Messenger & { passage(): Passage };

/**
 * Counts failures in a row. After so many the channel as a whole waits as one message would, so nobody hears later than before, and what
 * waits is neither claimed nor counted as tried. Each daemon finds out by itself: a few messages, against a row that all would write.
 */
export const createPatientMessenger = (
  messenger: Messenger,
  { env, settings }: { readonly env: Env; readonly settings: Settings },
): PatientMessenger => {
  const { breakerInRow, messageFirstMs, messageMaxMs } = settings;
  let failures = 0;
  let until = env.now();
  return {
    channel: messenger.channel,
    send: async (message) => {
      const result = await messenger.send(message);
      failures = result.kind === 'failed' ? failures + 1 : 0;
      until = later(env.now(), backOff(messageFirstMs, messageMaxMs, failures));
      return result;
    },
    passage: () => {
      if (failures < breakerInRow) return { kind: 'all' };
      const waitMs = until - env.now();
      // A time farther away than any that is set was set by a clock that has been put back since.
      return waitMs > 0 && waitMs <= messageMaxMs ? { kind: 'none', until } : { kind: 'one' };
    },
  };
};
