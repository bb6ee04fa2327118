import type { Instant } from '../../../core/kinds.ts';
import { moneyOf, statusOf } from '../../../core/views/order-view.ts';
import type { PaymentView } from '../../../core/views/payment-view.ts';
import { type Page, when, wonText } from '../../../words/page.ts';
import { reasonText } from '../../../words/reason-text.ts';
import type { Role } from '../../kit/theme.ts';
import { arrivesAt, fellAt, moneyLook, moneyText, nowText } from './order-model.ts';
import type { OrderWords } from './order-words.ts';
import type { Looked } from './use-order.ts';

/** What is to be said of an order below its steps; the countdown ticks by itself. */
export type StatusRow =
  | { readonly kind: 'text'; readonly text: string; readonly look: Role }
  | { readonly kind: 'accept'; readonly until: Instant };

type Around = {
  readonly page: Page;
  readonly words: OrderWords;
  readonly open: readonly PaymentView[];
  readonly isAway: boolean;
};

const minuteMs = 60_000;
const text = (said: string, look: Role = 'text'): StatusRow => ({ kind: 'text', text: said, look });

/** When it is ready and when it comes; a promise that has passed is not repeated, but owned up to. */
const timesText = ({ view, pace }: Looked, page: Page, words: OrderWords): string => {
  const isCooking = ['accepted', 'cooking'].includes(statusOf(view));
  const late = view.readyBy === undefined ? 0 : Math.floor((page.now - view.readyBy) / minuteMs);
  const arrives = arrivesAt(view, pace);
  return [
    ...(view.readyBy !== undefined && isCooking ? [words.ready(when(page, view.readyBy))] : []),
    ...(isCooking && late > 0 ? [words.late(late)] : []),
    ...(arrives === undefined || arrives <= page.now ? [] : [words.arrives(when(page, arrives))]),
  ].join(' · ');
};

/** A refund that is late says when it is tried next, or that a person has to look into it. */
const moneyRow = ({ view }: Looked, { page, words, open }: Around): StatusRow => {
  const late = open.find(({ payment }) => payment === view.payment)?.now;
  const said = moneyText(view, page, words);
  if (late?.state !== 'refund-failed' || moneyOf(view) !== 'refund-failed') return text(said, moneyLook(view));
  if (late.retryAt === undefined) return text(words.refundAttention(wonText(page, view.total)), moneyLook(view));
  return text(`${said} (${words.nextTry(when(page, late.retryAt))})`, moneyLook(view));
};

/** How long the shop has to answer, and what becomes of the order if it does not. */
const acceptRows = (until: Instant, page: Page, words: OrderWords): readonly StatusRow[] =>
  until <= page.now ? [text(words.acceptOver, 'warn')] : [{ kind: 'accept', until }, text(words.acceptOr(when(page, until)), 'dim')];

export const statusRows = (looked: Looked, around: Around): readonly StatusRow[] => {
  const { view } = looked;
  const { page, words, isAway } = around;
  const status = statusOf(view);
  const reason = reasonText(view, page);
  const times = timesText(looked, page, words);
  const endedAt = fellAt(view);
  const isUnheard = status === 'placed' && view.ticket === 'none' && isAway;
  return [
    isUnheard ? text(words.notYetThere, 'warn') : text(nowText(view, words), 'title'),
    ...(reason === undefined ? [] : [text(endedAt === undefined ? reason : words.endedBy(reason, when(page, endedAt)), 'warn')]),
    ...(status === 'placed' ? acceptRows(view.acceptBy, page, words) : []),
    ...(times === '' ? [] : [text(times)]),
    moneyRow(looked, around),
    ...(status === 'delivered' ? [text(words.thanks, 'accent')] : []),
  ];
};
