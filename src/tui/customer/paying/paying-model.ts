import { type Instant, instant } from '../../../core/kinds.ts';
import { never } from '../../../core/result.ts';
import { type Page, when, wonText } from '../../../words/page.ts';
import { paymentReasonText } from '../../../words/payment-reason-text.ts';
import type { Step } from '../../kit/step-bar.tsx';
import type { Role } from '../../kit/theme.ts';
import { stopText } from '../checkout/stop-words.ts';
import type { Paying, Stage } from './paying-state.ts';
import type { PayingWords } from './paying-words.ts';

/** What the screen says of a payment: one line in large, what follows from it, and what is waited for. */
export type Told = {
  readonly head: string;
  readonly role: Role;
  readonly text: readonly string[];
  readonly waiting?: { readonly label: string; readonly until: Instant };
};

type Spoken = { readonly page: Page; readonly words: PayingWords; readonly isWatched: boolean };

/** Before so many tries, a number for the operator would only alarm. */
const patience = 3;
const minuteMs = 60_000;
/** A promise is rounded up to the minute that is shown. */
const atLatest = (at: Instant): Instant => instant(Math.ceil(at / minuteMs) * minuteMs);

const unknownTold = ({ knowBy }: Extract<Stage, { readonly is: 'unknown' }>, { page, words, isWatched }: Spoken): Told => {
  const isLate = page.now >= knowBy;
  return {
    head: words.unknown,
    role: 'warn',
    text: [
      `${words.notTwice} ${isLate ? words.late : words.knowBy(when(page, atLatest(knowBy)))}`,
      `${words.noNeed} ${isWatched ? words.goesOn : words.onlyHere}`,
    ],
    ...(!isLate && { waiting: { label: words.untilKnown, until: knowBy } }),
  };
};

const deferredTold = (
  { total, retryAt, heldUntil }: Extract<Stage, { readonly is: 'deferred' }>,
  asking: boolean,
  { page, words }: Spoken,
): Told => {
  const held = words.held(wonText(page, total), when(page, heldUntil));
  const isInTime = retryAt < heldUntil;
  return {
    head: asking ? words.trying : words.deferred,
    role: asking ? 'accent' : 'warn',
    text: [words.deferredWhy, held, isInTime ? words.byItself : words.tooLate],
    ...(!asking && isInTime && { waiting: { label: words.untilRetry, until: retryAt } }),
  };
};

/** `isWatched`: a daemon looks after it, too. */
export const tellPaying = ({ stage, asking }: Paying, spoken: Spoken): Told => {
  const { page, words } = spoken;
  switch (stage.is) {
    case 'begun':
      return { head: words.paying, role: 'accent', text: [words.payingMore, words.once] };
    case 'unheard':
      return {
        head: words.unheard,
        role: 'text',
        text: [words.unheardMore, ...(stage.incident === undefined || stage.tries < patience ? [] : [words.incident(stage.incident)])],
      };
    case 'unknown':
      return unknownTold(stage, spoken);
    case 'deferred':
      return deferredTold(stage, asking, spoken);
    case 'declined':
      if (asking) return { head: words.paying, role: 'accent', text: [words.payingMore, words.once] };
      return {
        head: words.declined,
        role: 'bad',
        text: [words.declinedFor(paymentReasonText(stage.reason, page.lang)), words.notCharged],
      };
    case 'stopped':
      return { head: words.stopped, role: 'warn', text: [stopText(stage.refusal, page)] };
    case 'over':
      return { head: words.over, role: 'warn', text: [words.overMore] };
    case 'placed':
      return { head: words.placed, role: 'good', text: [words.placedMore] };
    case 'nothing':
      return { head: words.nothing, role: 'text', text: [words.nothingMore] };
    default:
      return never(stage);
  }
};

/** How far the order has come. */
export const stepsOf = ({ stage, asking }: Paying, { steps }: PayingWords): readonly Step[] => {
  const [cart, checkout, paying, shop] = steps;
  const isPaid = stage.is === 'placed';
  const isStuck = !asking && ['declined', 'stopped', 'over', 'nothing'].includes(stage.is);
  return [
    { state: 'done', label: cart },
    { state: 'done', label: checkout },
    { state: isPaid ? 'done' : isStuck ? 'failed' : 'current', label: paying },
    { state: isPaid ? 'current' : 'coming', label: shop },
  ];
};
