import type { Instant } from '../../../core/kinds.ts';
import { instant } from '../../../core/kinds.ts';
import type { Pace } from '../../../core/use-cases/pace.ts';
import { moneyOf, type OrderStatus, type OrderView, statusOf } from '../../../core/views/order-view.ts';
import { type Page, when, wonText } from '../../../words/page.ts';
import type { Step } from '../../kit/step-bar.tsx';
import type { Role } from '../../kit/theme.ts';
import type { OrderWords } from './order-words.ts';

const path = ['placed', 'accepted', 'cooking', 'cooked', 'delivering', 'delivered'] as const;
type PathStep = (typeof path)[number];

const reachedAt = (view: OrderView): Readonly<Record<PathStep, Instant | undefined>> => ({
  placed: view.placedAt,
  accepted: view.acceptedAt,
  cooking: view.cookStartedAt,
  cooked: view.cookedAt,
  delivering: view.pickedAt,
  delivered: view.deliveredAt,
});

const isOnPath = (status: OrderStatus): status is PathStep => path.some((step) => step === status);

/** When it fell; a delivery has failed a moment before its order is over. */
export const fellAt = ({ endedAt, failure, updatedAt }: OrderView): Instant | undefined => endedAt ?? (failure ? updatedAt : undefined);

/** What lasts for a while is being done; the others are reached at once. */
const lasting: readonly PathStep[] = ['cooking', 'delivering'];
const shown = path.slice(1);

/** Each step with its time; an order that fell shows how far it came, and that it ended there. */
export const stepsOf = (view: OrderView, page: Page, words: OrderWords): readonly Step[] => {
  const status = statusOf(view);
  const reached = reachedAt(view);
  const step = (name: PathStep, state: Step['state']): Step => {
    const at = reached[name];
    return { label: words.steps[name], state, ...(at !== undefined && state !== 'coming' && { time: when(page, at) }) };
  };
  if (isOnPath(status)) {
    const current = path.indexOf(status);
    return shown.map((name) => {
      const at = path.indexOf(name);
      if (at < current || (at === current && !lasting.includes(name))) return step(name, 'done');
      // A placed order waits for its first step.
      return step(name, at === Math.max(1, current) ? 'current' : 'coming');
    });
  }
  const endedAt = fellAt(view);
  const came = shown.filter((name) => reached[name] !== undefined);
  return [
    ...(came.length === 0 ? (['placed'] as const) : came).map((name) => step(name, 'done')),
    { label: page.words.status[status], state: 'failed', ...(endedAt !== undefined && { time: when(page, endedAt) }) },
  ];
};

/** When it should be at the door, as this shop's orders usually are; undefined where there is nothing to go by. */
export const arrivesAt = (view: OrderView, pace: Pace | undefined): Instant | undefined => {
  if (!pace || !isOnPath(statusOf(view)) || view.deliveredAt !== undefined) return undefined;
  return instant(view.placedAt + pace.deliverMinutes * 60_000);
};

/** What goes on, in a sentence or two. */
export const nowText = (view: OrderView, words: OrderWords): string => {
  const status = statusOf(view);
  const said = words.now[status];
  if (status !== 'cooking' && status !== 'cooked') return said;
  if (view.delivery === 'waiting') return status === 'cooked' ? `${said} ${words.riderWaits}` : said;
  return view.delivery === 'claimed' ? `${said} ${words.riderComing}` : said;
};

export const moneyLook = (view: OrderView): Role =>
  (({ paid: 'good', 'refund-pending': 'warn', refunded: 'good', 'refund-failed': 'bad' }) as const)[moneyOf(view)];

/** What has become of the money. */
export const moneyText = (view: OrderView, page: Page, words: OrderWords): string => {
  const said = {
    paid: words.paid,
    'refund-pending': words.refundPending,
    refunded: words.refunded,
    'refund-failed': words.refundFailed,
  } as const;
  return said[moneyOf(view)](wonText(page, view.total));
};
