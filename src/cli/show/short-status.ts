import { moneyOf, type OrderView, statusOf } from '../../core/views/order-view.ts';
import { type Page, when } from '../../words/page.ts';

const ofOne = (view: OrderView, page: Page): string => {
  const { status: words, money } = page.words;
  const status = statusOf(view);
  if (moneyOf(view) !== 'paid') return `${words[status]} · ${money[moneyOf(view)]}`;
  const at = status === 'placed' ? view.acceptBy : status === 'accepted' || status === 'cooking' ? view.readyBy : undefined;
  return at === undefined ? words[status] : `${words[status]} ~${when(page, at)}`;
};

/** For a prompt: the word for the food, the one thing that matters beside it, and how many orders more there are. */
export const shortStatus = (view: OrderView, page: Page, others = 0): string =>
  others === 0 ? ofOne(view, page) : `${ofOne(view, page)} +${others}`;
