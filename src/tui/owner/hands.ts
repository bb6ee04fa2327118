import type { Instant, OrderId } from '../../core/kinds.ts';
import type { Pressed } from '../../core/kitchen/undo-of.ts';

/** What the person at this screen has done: for taking it back, and for telling their own doing from that of others. */
export type Hands = {
  readonly did: (pressed: Pressed) => void;
  readonly last: () => Pressed | undefined;
  readonly forget: () => void;
  /** Held while something is done to it: of two quick keys on one ticket, the second one waits for the picture. */
  readonly hold: (order: string) => (() => void) | undefined;
  readonly touched: (order: string) => boolean;
  /** When an alarm was bumped away here last. */
  readonly bumped: (at: Instant) => void;
  readonly bumpedAt: () => Instant | undefined;
};

const ordersOf = (pressed: Pressed): readonly OrderId[] => {
  if ('orders' in pressed) return pressed.orders;
  return 'order' in pressed ? [pressed.order] : [];
};

/** As many as could still be on the board. */
const remembered = 1000;

export const createHands = (): Hands => {
  let last: Pressed | undefined;
  let bumpedAt: Instant | undefined;
  const held = new Set<string>();
  const touched = new Set<string>();
  const touch = (order: string) => {
    touched.delete(order);
    touched.add(order);
    for (const oldest of touched) {
      if (touched.size <= remembered) break;
      touched.delete(oldest);
    }
  };
  return {
    did: (pressed) => {
      last = pressed;
      for (const order of ordersOf(pressed)) touch(order);
    },
    last: () => last,
    forget: () => {
      last = undefined;
    },
    hold: (order) => {
      if (held.has(order)) return undefined;
      held.add(order);
      // Before the answer comes: the feed may be quicker than the use case.
      touch(order);
      return () => void held.delete(order);
    },
    touched: (order) => touched.has(order),
    bumped: (at) => {
      bumpedAt = at;
    },
    bumpedAt: () => bumpedAt,
  };
};
