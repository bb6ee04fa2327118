import { moneyOf, type OrderView, statusOf } from '../../core/views/order-view.ts';
import { type Page, when } from '../../words/page.ts';

/** For a prompt: the word for the food, and the one thing that matters beside it. */
export const shortStatus = (view: OrderView, page: Page): string => {
  const { status: words, money } = page.words;
  const status = statusOf(view);
  if (moneyOf(view) !== 'paid') return `${words[status]} · ${money[moneyOf(view)]}`;
  const at = status === 'placed' ? view.acceptBy : status === 'accepted' || status === 'cooking' ? view.readyBy : undefined;
  return at === undefined ? words[status] : `${words[status]} ~${when(page, at)}`;
};
