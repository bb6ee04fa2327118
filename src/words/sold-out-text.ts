import { isSoldOut } from '../core/catalog/shop.ts';
import type { Instant } from '../core/kinds.ts';
import { type Page, returnText } from './page.ts';

/** That it cannot be had, and when it will be again; undefined while it can. */
export const soldOutText = ({ soldOutUntil }: { readonly soldOutUntil?: Instant }, page: Page): string | undefined => {
  if (soldOutUntil === undefined || !isSoldOut({ soldOutUntil }, page.now)) return undefined;
  const back = returnText(page, soldOutUntil);
  const { label } = page.words;
  return back === undefined ? label.soldOut : `${label.soldOutUntil} ${back}`;
};
