import type { ItemId, OrderId, PaymentId, ShopId } from '../../core/kinds.ts';

/** Where a customer can be. */
export type Place =
  | { readonly at: 'shops' }
  | { readonly at: 'menu'; readonly shop: ShopId }
  /** `line`: the cart's line that is changed, instead of one more. */
  | { readonly at: 'item'; readonly shop: ShopId; readonly item: ItemId; readonly line?: number }
  /** Without a shop: the cart that was touched last. */
  | { readonly at: 'cart'; readonly shop?: ShopId }
  | { readonly at: 'checkout'; readonly shop: ShopId }
  /** What becomes of the money: of a cart that is being paid, or of a payment that was found open. */
  | { readonly at: 'paying'; readonly of: { readonly cart: ShopId } | { readonly payment: PaymentId } }
  | { readonly at: 'order'; readonly order: OrderId }
  | { readonly at: 'why'; readonly order: OrderId }
  | { readonly at: 'orders' }
  | { readonly at: 'profile' };

/** The name under which a place keeps what was typed in it. */
export const nameOfPlace = (place: Place): string => JSON.stringify(place);
