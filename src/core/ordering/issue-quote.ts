import type { Shop } from '../catalog/shop.ts';
import type { CustomerId, Instant, OrderId, QuoteId } from '../kinds.ts';
import type { PricedCart } from './price-cart.ts';
import type { Cart, Quote } from './quote.ts';

export type QuoteTerms = {
  readonly quote: QuoteId;
  /** The one order that may come of it. */
  readonly order: OrderId;
  readonly customer: CustomerId;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
};

/** Freezes a priced cart until it expires. */
export const issueQuote = (shop: Shop, { to }: Pick<Cart, 'to'>, priced: PricedCart, terms: QuoteTerms): Quote => {
  if (terms.expiresAt <= terms.issuedAt) throw new Error(`a quote issued at ${terms.issuedAt} cannot expire at ${terms.expiresAt}`);
  return { ...terms, shop: shop.id, shopName: shop.name, ...priced, ...(to === undefined ? {} : { to }) };
};
