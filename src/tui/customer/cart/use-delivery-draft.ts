import type { ShopId } from '../../../core/kinds.ts';
import { emptyProfile, type Profile } from '../../../core/profile/profile.ts';
import { keptSlot } from '../../kit/kept.ts';
import { useKept, useKeptPlaces } from '../../kit/use-kept.ts';
import { type Delivery, type DeliveryDraft, deliveryOf, newDraft } from './delivery.ts';

const drafts = keptSlot<DeliveryDraft>();

export type Drafting = {
  /** With what the profile says where nothing was said. */
  readonly delivery: Delivery;
  readonly draft: DeliveryDraft;
  readonly set: (changed: Partial<DeliveryDraft>) => void;
  /** After an order the next one starts anew. */
  readonly forget: () => void;
};

/** Where to, what with and what to say about one shop's cart; found again on every screen that asks. */
export const useDeliveryDraft = (shop: ShopId | undefined, profile: Profile = emptyProfile): Drafting => {
  const kept = useKeptPlaces();
  const name = `delivery of ${shop ?? 'none'}`;
  const [draft, setDraft] = useKept(drafts, name, newDraft);
  return {
    delivery: deliveryOf(profile, draft),
    draft,
    set: (changed) => setDraft({ ...draft, ...changed }),
    forget: () => kept.forget(name),
  };
};
