import type { Instant } from '../../core/kinds.ts';
import type { Pressed } from '../../core/kitchen/undo-of.ts';
import { never } from '../../core/result.ts';
import type { ColumnId } from './board/board-model.ts';

/** What the person at this screen has done: for taking it back, and for telling their own doing from that of others. */
export type Hands = {
  readonly did: (pressed: Pressed) => void;
  readonly last: () => Pressed | undefined;
  readonly forget: () => void;
  /** Held while something is done to it: of two quick keys on one ticket, the second one waits for the picture. */
  readonly hold: (of: string, pressed?: Pressed) => (() => void) | undefined;
  /** Whether it is by what was done here that the order stands in this column no more. */
  readonly tookAway: (order: string, column: ColumnId) => boolean;
  /** When an alarm was bumped away here last. */
  readonly bumped: (at: Instant) => void;
  readonly bumpedAt: () => Instant | undefined;
};

/** The column that a ticket leaves by it. What was bumped away is known to be gone, wherever it stood. */
const leaves = (pressed: Pressed): ColumnId | 'any' | undefined => {
  switch (pressed.did) {
    case 'accept':
    case 'reject':
      return 'new';
    case 'cook':
      return 'accepted';
    case 'finish':
      return 'cooking';
    case 'recall':
      return 'cooked';
    case 'cancel':
    case 'bump':
      return 'any';
    case 'delay':
    case 'mark':
    case 'acknowledge':
    case 'sold-out':
    case 'restore':
      return undefined;
    default:
      return never(pressed);
  }
};

/** As many as could still be on the board. */
const remembered = 1000;

export const createHands = (): Hands => {
  let last: Pressed | undefined;
  let bumpedAt: Instant | undefined;
  const held = new Set<string>();
  const left = new Map<string, ColumnId | 'any'>();
  const note = (pressed: Pressed) => {
    const from = leaves(pressed);
    if (from === undefined || !('order' in pressed)) return;
    left.delete(pressed.order);
    left.set(pressed.order, from);
    for (const oldest of left.keys()) {
      if (left.size <= remembered) break;
      left.delete(oldest);
    }
  };
  return {
    did: (pressed) => {
      last = pressed;
      note(pressed);
    },
    last: () => last,
    forget: () => {
      last = undefined;
    },
    hold: (of, pressed) => {
      if (held.has(of)) return undefined;
      held.add(of);
      // Before the answer comes: the feed may be quicker than the use case.
      if (pressed) note(pressed);
      return () => void held.delete(of);
    },
    tookAway: (order, column) => left.get(order) === column || left.get(order) === 'any',
    bumped: (at) => {
      bumpedAt = at;
    },
    bumpedAt: () => bumpedAt,
  };
};
