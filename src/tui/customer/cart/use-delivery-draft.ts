import type { ShopId } from '../../../core/kinds.ts';
import { emptyProfile, type Profile } from '../../../core/profile/profile.ts';
import { keptSlot } from '../../kit/kept.ts';
import { useKept, useKeptPlaces } from '../../kit/use-kept.ts';
import { useShell } from '../shell.tsx';
import { type Delivery, type DeliveryDraft, deliveryOf, draftFor, notesOf } from './delivery.ts';

const drafts = keptSlot<DeliveryDraft>();

export type Drafting = {
  /** With what the profile says where nothing was said. */
  readonly delivery: Delivery;
  /** As they are being written. */
  readonly notes: ReturnType<typeof notesOf>;
  readonly set: (changed: Omit<DeliveryDraft, 'after'>) => void;
  /** After an order the next one starts anew. */
  readonly forget: () => void;
};

/** Where to, what with and what to say about one shop's cart; found again on every screen that asks. */
export const useDeliveryDraft = (shop: ShopId | undefined, profile: Profile = emptyProfile): Drafting => {
  const { carts, keepNotes } = useShell();
  const kept = useKeptPlaces();
  const name = `delivery of ${shop ?? 'none'}`;
  const [typed, setDraft] = useKept(drafts, name, (): DeliveryDraft => ({}));
  const inCart = carts.find(({ cart }) => cart.shop === shop)?.cart;
  const draft = draftFor(typed, inCart);
  return {
    delivery: deliveryOf(profile, draft, inCart),
    notes: notesOf(draft, inCart),
    set: (changed) => {
      const next = { ...draft, ...changed, after: inCart?.ordered?.order };
      setDraft(next);
      if (shop === undefined || (!changed.note && !changed.riderNote)) return;
      const { note, riderNote } = notesOf(next, inCart);
      keepNotes(shop, { note: note.text, riderNote: riderNote.text });
    },
    forget: () => {
      kept.forget(name);
      if (shop !== undefined) keepNotes(shop, undefined);
    },
  };
};
