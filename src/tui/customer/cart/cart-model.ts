import { type Wish, wishName, wishOf } from '../../../core/cart/cart.ts';
import type { CartView } from '../../../core/use-cases/carts.ts';
import { type Page, wonText } from '../../../words/page.ts';
import { stopText } from '../checkout/stop-words.ts';
import type { Remark } from './bill.tsx';
import type { CartWords } from './cart-words.ts';
import type { CartDesk } from './use-cart-desk.ts';

const namesOf = (lines: readonly Wish[]): string =>
  lines
    .map((one) => `${one.quantity} ${wishName(one)}`)
    .sort()
    .join('\n');

/** A payment is held, but the cart is not what it was for any more: what is held gives way, as no money has moved. */
export const isAnother = ({ cart, open }: CartView): boolean =>
  open?.state === 'deferred' && cart.attempt !== undefined && namesOf(cart.lines.map(wishOf)) !== namesOf(cart.attempt.lines);

/** What there is to say beside the sums: a payment that is under way, else what keeps it from being ordered, else that prices moved. */
export const remarksOf = (
  { view: { look, open }, isInstead }: Pick<CartDesk, 'view' | 'isInstead'>,
  page: Page,
  words: CartWords,
): readonly Remark[] => {
  if (open) return [{ text: words.open[open.state], role: 'warn' }];
  const [stop] = look.stops;
  if (look.toMinimum > 0 && look.stops.length === 1) return [{ text: words.toMinimum(wonText(page, look.toMinimum)), role: 'warn' }];
  if (stop) return [{ text: stopText(stop, page), role: 'warn' }];
  if (isInstead) return [{ text: words.instead, role: 'warn' }];
  const changed = look.differences.some(({ kind }) => kind === 'price-changed');
  return changed ? [{ text: words.otherPrices, role: 'warn' }] : [];
};
