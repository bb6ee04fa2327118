import { lookAt } from '../../../core/cart/look.ts';
import type { Shop } from '../../../core/catalog/shop.ts';
import type { ShopId } from '../../../core/kinds.ts';
import { emptyProfile, type Profile } from '../../../core/profile/profile.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { CartView } from '../../../core/use-cases/carts.ts';
import { answerOf, type Live } from '../../kit/live.ts';
import { useLive } from '../../kit/use-live.ts';
import { useMinute } from '../../kit/use-time.ts';
import { useShell } from '../shell.tsx';
import { isAnother } from './cart-model.ts';
import { type Drafting, useDeliveryDraft } from './use-delivery-draft.ts';

/** What lies on the table before an order: the cart at the prices of now, its shop, whom it is for, where it goes. */
export type CartDesk = Drafting & {
  /** `open` only while it is this very cart that is being paid. */
  readonly view: CartView;
  /** A payment is held for what the cart was before. */
  readonly isInstead: boolean;
  /** Undefined when the shop itself is no longer there. */
  readonly shop: Shop | undefined;
  readonly profile: Profile;
};

type Known = Result<Pick<CartDesk, 'view' | 'shop' | 'profile'>, Refusal>;
type Found = { readonly live: Live<Known>; readonly desk: CartDesk | undefined; readonly refusal: Refusal | undefined };

export const useCartDesk = (id: ShopId): Found => {
  const { seat } = useShell();
  const { app, subscribe } = seat;
  const query = async (): Promise<Known> => {
    const [view, shop, profile] = [await app.cart(id), await app.findShop(id), await app.profile()];
    if (!view.ok) return view;
    return ok({ view: view.value, shop: shop.ok ? shop.value : undefined, profile: profile.ok ? profile.value : emptyProfile });
  };
  const live = useLive({ key: `cart of ${id}`, subscribe, query });
  const known = answerOf(live);
  const profile = known?.ok ? known.value.profile : emptyProfile;
  const drafting = useDeliveryDraft(id, profile);
  // Hours and sold-out times pass without anybody writing.
  const now = useMinute();
  if (!known?.ok) return { live, desk: undefined, refusal: known?.error };
  const { view, shop } = known.value;
  const to = drafting.delivery.address?.location;
  const { to: _to, ...cart } = view.cart;
  // The fee to this address, whether the cart has been told of it yet or not.
  const look = lookAt({ ...cart, ...(to && { to }) }, shop, now);
  const { open, ...unpaid } = view;
  const isInstead = isAnother(view);
  const shown = { ...unpaid, look, ...(open && !isInstead && { open }) };
  return { live, desk: { ...drafting, view: shown, isInstead, shop, profile }, refusal: undefined };
};
