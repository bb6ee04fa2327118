import type { Location } from '../catalog/shop.ts';
import type { ChoiceId, CustomerId, Instant, ItemId, OptionGroupId, OrderId, QuoteId, ShopId } from '../kinds.ts';
import type { Won } from '../money.ts';

/** What is wanted. */
export type CartLine = { readonly item: ItemId; readonly quantity: number; readonly choices: readonly ChoiceId[] };
export type Cart = { readonly shop: ShopId; readonly lines: readonly CartLine[]; readonly to?: Location };

/** A line as it was agreed: names and prices of that moment, never looked up again. */
export type QuotedChoice = { readonly group: OptionGroupId; readonly id: ChoiceId; readonly name: string; readonly price: Won };
export type QuotedLine = {
  readonly item: ItemId;
  readonly name: string;
  readonly quantity: number;
  /** One of it, options not included. */
  readonly price: Won;
  readonly choices: readonly QuotedChoice[];
  /** quantity × (price + choices). */
  readonly total: Won;
};

/** Priced and frozen. One order may come of one quote: its id is chosen here. */
export type Quote = {
  readonly quote: QuoteId;
  readonly order: OrderId;
  readonly customer: CustomerId;
  readonly shop: ShopId;
  readonly shopName: string;
  readonly lines: readonly QuotedLine[];
  readonly subtotal: Won;
  readonly fee: Won;
  readonly discount: Won;
  readonly total: Won;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly to?: Location;
};

/** A quote as its event tells it. Where to is personal: it lies in a document that can be erased. Events of before say it themselves. */
export type IssuedQuote = Quote & { readonly placeIsKept?: true };
