import { type Page, wonText } from '../../../words/page.ts';
import { stopText } from '../checkout/stop-words.ts';
import type { Remark } from './bill.tsx';
import type { CartWords } from './cart-words.ts';
import type { CartDesk } from './use-cart-desk.ts';

/** What there is to say beside the sums: a payment that is under way, else what keeps it from being ordered, else that prices moved. */
export const remarksOf = ({ view: { look, open } }: Pick<CartDesk, 'view'>, page: Page, words: CartWords): readonly Remark[] => {
  if (open) return [{ text: words.open[open.state], role: 'warn' }];
  const [stop] = look.stops;
  if (look.toMinimum > 0 && look.stops.length === 1) return [{ text: words.toMinimum(wonText(page, look.toMinimum)), role: 'warn' }];
  if (stop) return [{ text: stopText(stop, page), role: 'warn' }];
  const changed = look.differences.some(({ kind }) => kind === 'price-changed');
  return changed ? [{ text: words.otherPrices, role: 'warn' }] : [];
};
