import type { OrderNotes } from '../../../core/cart/cart.ts';
import type { ShopId } from '../../../core/kinds.ts';
import type { Refusal } from '../../../core/refusal.ts';
import type { Result } from '../../../core/result.ts';
import type { Wait } from '../../kit/notices.ts';

type Deps = {
  readonly write: (shop: ShopId, notes: OrderNotes) => Promise<Result<unknown, Refusal>>;
  readonly wait: Wait;
  /** Not written yet, and tried again; said once of a trouble that lasts. */
  readonly late: (error?: unknown) => void;
  /** Written after all. */
  readonly caughtUp: () => void;
};

/** Undefined: what still waits to be written is ordered by now. */
export type NoteKeeper = (shop: ShopId, notes: OrderNotes | undefined) => void;

const retryMs = 1_000;

/** Writes notes while they are typed: one write of a cart at a time, and of what was typed meanwhile only the last. */
export const createNoteKeeper = ({ write, wait, late, caughtUp }: Deps): NoteKeeper => {
  const waiting = new Map<ShopId, OrderNotes>();
  const writing = new Set<ShopId>();
  let isLate = false;
  const trouble = (error?: unknown): false => {
    if (!isLate) late(error);
    isLate = true;
    return false;
  };
  const isDone = async (shop: ShopId, notes: OrderNotes): Promise<boolean> => {
    try {
      const kept = await write(shop, notes);
      if (!kept.ok && kept.error.code === 'BUSY') return trouble();
      // What else is wrong with the cart, its screen says.
      if (kept.ok && isLate) caughtUp();
      isLate = false;
      return true;
    } catch (error) {
      // The edge between a person and a use case, as for a key.
      return trouble(error);
    }
  };
  const go = async (shop: ShopId): Promise<void> => {
    const notes = waiting.get(shop);
    if (!notes || writing.has(shop)) return;
    waiting.delete(shop);
    writing.add(shop);
    const done = await isDone(shop, notes);
    writing.delete(shop);
    if (done) return go(shop);
    if (!waiting.has(shop)) waiting.set(shop, notes);
    wait(() => void go(shop), retryMs);
  };
  return (shop, notes) => {
    if (notes) waiting.set(shop, notes);
    else waiting.delete(shop);
    void go(shop);
  };
};
