import type { CartLook } from '../../../core/cart/look.ts';
import type { Instant } from '../../../core/kinds.ts';
import type { Refusal } from '../../../core/refusal.ts';
import { never, type Result } from '../../../core/result.ts';
import type { CartView } from '../../../core/use-cases/carts.ts';
import type { QuotedCart } from '../../../core/use-cases/quote-cart.ts';
import { type Page, wonText } from '../../../words/page.ts';
import { differenceText } from '../../../words/problem.ts';
import type { Remark, Sums } from '../cart/bill.tsx';
import type { CheckoutWords } from './checkout-words.ts';
import { stopText } from './stop-words.ts';

type Quoted = Result<QuotedCart, Refusal>;

/** What the button does next. */
export type Doing = 'wait' | 'pay' | 'address' | 'drop' | 'reprice' | 'payment' | 'nothing';

/** How the order stands before it is paid. */
export type Standing =
  | { readonly is: 'pricing' }
  /** A payment of this cart is under way. */
  | { readonly is: 'open' }
  | { readonly is: 'ready'; readonly quoted: QuotedCart }
  | { readonly is: 'expired'; readonly quoted: QuotedCart }
  /** The shop, or the cart in another terminal, is no longer as it was priced. */
  | { readonly is: 'changed'; readonly quoted: QuotedCart }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/** Of a cart that has not been read again since it was priced, only a later edit counts. */
const isChanged = ({ quote, cart: priced }: QuotedCart, { cart, look }: CartView): boolean => {
  if (cart.quoted !== quote.quote) return cart.updatedAt > priced.updatedAt;
  return look.differences.length > 0 || look.stops.length > 0 || look.total !== quote.total;
};

export const standingOf = (quoted: Quoted | undefined, view: CartView, now: Instant): Standing => {
  if (view.open) return { is: 'open' };
  if (!quoted) return { is: 'pricing' };
  if (!quoted.ok) return { is: 'refused', refusal: quoted.error };
  if (now >= quoted.value.quote.expiresAt) return { is: 'expired', quoted: quoted.value };
  if (isChanged(quoted.value, view)) return { is: 'changed', quoted: quoted.value };
  return { is: 'ready', quoted: quoted.value };
};

/** With what can be had, something is left to be ordered. */
const canDrop = (refusal: Refusal, look: CartLook): boolean =>
  refusal.code === 'AVAILABILITY_CHANGED' && look.lines.some(({ missing }) => !missing);

export const doingOf = (standing: Standing, look: CartLook, hasAddress: boolean): Doing => {
  switch (standing.is) {
    case 'pricing':
      return 'wait';
    case 'open':
      return 'payment';
    case 'ready':
      return hasAddress ? 'pay' : 'address';
    case 'expired':
    case 'changed':
      return 'reprice';
    case 'refused':
      if (canDrop(standing.refusal, look)) return 'drop';
      // What kept it is gone by now.
      return look.stops.length === 0 ? 'reprice' : 'nothing';
    default:
      return never(standing);
  }
};

export const sumsOf = (standing: Standing, look: CartLook): Sums => {
  if (standing.is !== 'ready') return look;
  const { subtotal, fee, total } = standing.quoted.quote;
  return { subtotal, fee, total };
};

export const buttonText = (doing: Doing, standing: Standing, look: CartLook, page: Page, words: CheckoutWords): string => {
  const total = wonText(page, sumsOf(standing, look).total);
  switch (doing) {
    case 'wait':
      return words.pricing;
    case 'pay':
      return standing.is === 'ready' && standing.quoted.differences.length > 0 ? words.payChanged(total) : words.payButton(total);
    case 'address':
      return words.needAddress;
    case 'drop':
      return words.dropButton(total);
    case 'reprice':
      return words.repriceButton;
    case 'payment':
      return words.toPayment;
    case 'nothing':
      return words.cannotButton;
    default:
      return never(doing);
  }
};

export const remarksOf = (standing: Standing, page: Page, words: CheckoutWords): readonly Remark[] => {
  switch (standing.is) {
    case 'pricing':
    case 'open':
      return [];
    case 'expired':
      return [{ text: words.expired, role: 'warn' }];
    case 'changed':
      return [{ text: words.changedSince, role: 'warn' }];
    case 'refused': {
      const said = { text: stopText(standing.refusal, page), role: 'warn' } as const;
      return standing.refusal.code === 'AVAILABILITY_CHANGED' ? [said, { text: words.missing, role: 'dim' }] : [said];
    }
    case 'ready': {
      const { differences } = standing.quoted;
      const what = differences.map((one) => differenceText(one, page)).join(', ');
      return differences.length === 0 ? [] : [{ text: words.changedInQuote(what), role: 'warn' }];
    }
    default:
      return never(standing);
  }
};
