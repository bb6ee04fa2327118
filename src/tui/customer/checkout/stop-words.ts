import type { Refusal } from '../../../core/refusal.ts';
import { never } from '../../../core/result.ts';
import type { Lang } from '../../../words/lang.ts';
import { type Page, when, wonText } from '../../../words/page.ts';
import { differenceText, refusalText, unmetText } from '../../../words/problem.ts';

type Closed = Extract<Refusal, { readonly code: 'CLOSED' }>;
type StopWords = {
  readonly changed: (what: string) => string;
  readonly missing: (what: string) => string;
  readonly unmet: (what: string) => string;
  readonly short: (won: string) => string;
  readonly closed: (why: string, opens: string | undefined) => string;
  readonly outside: (metres: number, area: number) => string;
  readonly shopGone: string;
  readonly gone: string;
  readonly canceled: string;
  readonly again: string;
  readonly busy: string;
  readonly expired: string;
  readonly paying: string;
  readonly ordered: string;
};

const ko: StopWords = {
  changed: (what) => `값이 바뀌었어요. ${what}`,
  missing: (what) => `지금 살 수 없는 것이 있어요. ${what}`,
  unmet: (what) => `이대로는 주문할 수 없어요. ${what}`,
  short: (won) => `최소 주문까지 ${won} 더 담아 주세요.`,
  closed: (why, opens) =>
    `가게가 지금은 주문을 받지 않아요 (${why}). ${opens === undefined ? '장바구니는 그대로 둘게요.' : `여는 시각: ${opens}. 장바구니는 그대로 둘게요.`}`,
  outside: (metres, area) => `배달 지역 밖이에요 (거리 ${metres}m, 배달 가능 ${area}m). 주소를 바꾸거나 다른 가게를 골라 주세요.`,
  shopGone: '이 가게는 더 이상 없어요. 담은 것을 보고 비울 수 있어요.',
  gone: '방금 없어졌어요. 다시 한번 확인해 주세요.',
  canceled: '그사이 상태가 바뀌었어요. 주문 화면에서 확인해 주세요.',
  again: '지금은 처리할 수 없어요. 잠시 뒤 다시 해 주세요.',
  busy: '지금 다른 작업이 몰려 있어요. 바뀐 것은 없으니 다시 눌러 주세요.',
  expired: '값을 맡아 둔 시간이 지났어요. 청구된 돈은 없어요.',
  paying: '이 장바구니는 결제하고 있어요. 결제 화면에서 확인해 주세요.',
  ordered: '이미 주문했어요. 주문 화면에서 볼 수 있어요.',
};

const en: StopWords = {
  changed: (what) => `The price has changed: ${what}.`,
  missing: (what) => `Something cannot be had right now: ${what}.`,
  unmet: (what) => `It cannot be ordered like this: ${what}.`,
  short: (won) => `Add ${won} more to reach the minimum.`,
  closed: (why, opens) =>
    `The shop takes no orders now (${why}). ${opens === undefined ? 'Your cart stays.' : `It opens ${opens}; your cart stays.`}`,
  outside: (metres, area) =>
    `The address is out of its area (${metres} m away, it delivers up to ${area} m). Change the address or choose another shop.`,
  shopGone: 'This shop is no longer there. You can look at what you had, and clear it.',
  gone: 'It has just gone. Please look again.',
  canceled: 'It has changed meanwhile. Please look at your orders.',
  again: 'That cannot be done right now. Please try again in a moment.',
  busy: 'Too much is going on at once. Nothing was changed; please press again.',
  expired: 'The time to pay at this price ran out. Nothing is charged.',
  paying: 'This cart is being paid. Please look at its payment.',
  ordered: 'It is ordered already. You find it among your orders.',
};

const all: Readonly<Record<Lang, StopWords>> = { ko, en };

const closedText = ({ why, opensAt }: Closed, page: Page, words: StopWords): string =>
  words.closed(page.words.shut[why], opensAt === undefined ? undefined : when(page, opensAt));

const list = (parts: readonly string[]): string => parts.join(', ');

/** Why it cannot be ordered or paid as it is, and what can be done here: the command line says the same with commands. */
export const stopText = (refusal: Refusal, page: Page): string => {
  const words = all[page.lang];
  const { code } = refusal;
  switch (code) {
    case 'PRICE_CHANGED':
      return words.changed(list(refusal.differences.map((one) => differenceText(one, page))));
    case 'AVAILABILITY_CHANGED':
      return words.missing(list(refusal.differences.map((one) => differenceText(one, page))));
    case 'REQUIREMENTS_NOT_MET': {
      const [first] = refusal.unmet;
      if (first?.kind === 'minimum' && refusal.unmet.length === 1) return words.short(wonText(page, first.missing));
      return words.unmet(list(refusal.unmet.map((one) => unmetText(one, page))));
    }
    case 'CLOSED':
      return closedText(refusal, page, words);
    case 'OUT_OF_SERVICE_AREA':
      return words.outside(refusal.metres, refusal.areaMetres);
    case 'NOT_FOUND':
      return refusal.what === 'shop' ? words.shopGone : words.gone;
    case 'INVALID_TRANSITION':
    case 'TOO_LATE_COOK_STARTED':
      return words.canceled;
    case 'INVALID_INPUT':
    case 'MISCONFIGURED':
    case 'INVALID_DOCUMENT':
    case 'ALREADY_EXISTS':
    case 'CHANGED_MEANWHILE':
      return refusalText(refusal, page);
    case 'NOT_ALLOWED':
    case 'IDEMPOTENCY_CONFLICT':
    case 'CART_NOT_EMPTY':
      return words.again;
    case 'BUSY':
      return words.busy;
    case 'QUOTE_EXPIRED':
      return words.expired;
    case 'ALREADY_ORDERED':
      return words.ordered;
    case 'PAYMENT_DECLINED':
    case 'PAYMENT_UNKNOWN':
    case 'PAYMENT_DEFERRED':
      return words.paying;
    default:
      return never(code);
  }
};
