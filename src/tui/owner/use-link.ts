import { useEffect, useReducer, useRef } from 'react';
import type { Instant } from '../../core/kinds.ts';
import type { Live } from '../kit/live.ts';
import { useUi } from '../kit/ui-context.ts';
import { useLive } from '../kit/use-live.ts';
import type { OwnerSeat } from '../seat.ts';
import type { Boards } from './use-boards.ts';

/** Undefined while all is well; else as of when the data are that stand on the screen. */
export type Lost = { readonly since: Instant } | undefined;

/** Three beats within the time after which a screen passes for off. */
const beatsWithin = 3;

/**
 * Says "this screen is on" every few seconds, as long as it is: what stands on it is true and could be changed. A beat that cannot be
 * written is how a quiet board learns that it is cut off.
 */
export const useLink = (seat: OwnerSeat, boards: Live<Boards>): Lost => {
  const isFed = useRef(true);
  isFed.current = boards.state === 'live';
  const aliveAt = useRef(seat.now());
  const everyMs = Math.max(1000, Math.floor(seat.settings.screenStaleMs / beatsWithin));
  const clock = useRef((onChange: () => void) => {
    const timer = setInterval(onChange, everyMs);
    timer.unref();
    return () => clearInterval(timer);
  });
  const beat = useLive({
    key: `beat ${boards.state}`,
    subscribe: clock.current,
    query: async () => {
      if (!isFed.current) return;
      await Promise.all(seat.shops.map((shop) => seat.appOf(shop).beatScreen(shop, seat.screen)));
      aliveAt.current = seat.now();
    },
  });
  if (boards.state === 'stale') return { since: aliveAt.current > boards.since ? aliveAt.current : boards.since };
  return beat.state === 'stale' || beat.state === 'failed' ? { since: aliveAt.current } : undefined;
};

const secondMs = 1000;

/** The seconds since then, counted while it matters. */
export const useSecondsSince = (since: Instant | undefined): number => {
  const { now } = useUi();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const isCounting = since !== undefined;
  useEffect(() => {
    if (!isCounting) return;
    const timer = setInterval(draw, secondMs);
    return () => clearInterval(timer);
  }, [isCounting]);
  return since === undefined ? 0 : Math.max(0, Math.floor((now() - since) / secondMs));
};
