import type { Lang } from '../../../words/lang.ts';

export type CheckoutWords = {
  readonly title: string;
  readonly payButton: (won: string) => string;
  readonly payChanged: (won: string) => string;
  readonly dropButton: (won: string) => string;
  readonly repriceButton: string;
  readonly cannotButton: string;
  readonly needAddress: string;
  readonly pricing: string;
  readonly holds: string;
  readonly expired: string;
  readonly changedInQuote: (what: string) => string;
  readonly changedSince: string;
  readonly missing: string;
  readonly edit: string;
  readonly card: string;
  readonly toPayment: string;
  readonly notPriced: string;
};

const ko: CheckoutWords = {
  title: '주문서',
  payButton: (won) => `${won} 결제하기`,
  payChanged: (won) => `바뀐 값 ${won} 결제하기`,
  dropButton: (won) => `살 수 없는 것 빼고 계속 · ${won}`,
  repriceButton: '지금 값 보기',
  cannotButton: '지금은 결제할 수 없어요',
  needAddress: '주소 쓰기',
  pricing: '값을 확인하고 있어요…',
  holds: '이 값으로',
  expired: '값을 맡아 둔 시간이 지났어요. 청구된 돈은 없어요. 지금 값을 다시 확인해 주세요.',
  changedInQuote: (what) => `담을 때와 달라졌어요. ${what}. 결제하면 이 값으로 주문해요.`,
  changedSince: '방금 가게나 장바구니가 바뀌었어요. 지금 값을 다시 확인해 주세요.',
  missing: '바꾸려면 그 메뉴에서 Enter, 다 빼고 이어 가려면 아래 버튼에서 Enter를 눌러 주세요.',
  edit: '바꾸기',
  card: '카드',
  toPayment: '결제 보기',
  notPriced: '지금은 값을 알 수 없어요. 곧 다시 물어볼게요. 청구된 돈은 없어요.',
};

const en: CheckoutWords = {
  title: 'Checkout',
  payButton: (won) => `Pay ${won}`,
  payChanged: (won) => `Pay the new price ${won}`,
  dropButton: (won) => `Go on without what is missing · ${won}`,
  repriceButton: 'See the price of now',
  cannotButton: 'It cannot be paid now',
  needAddress: 'tell the address',
  pricing: 'Asking for the price…',
  holds: 'Price held',
  expired: 'The price was held for a while, and that is over. Nothing is charged. Please look at the price of now.',
  changedInQuote: (what) => `Not as when you chose: ${what}. If you pay, you order at this price.`,
  changedSince: 'The shop or your cart has just changed. Please look at the price of now.',
  missing: 'To change a dish press Enter on it; to go on without, press Enter on the button below.',
  edit: 'change',
  card: 'card',
  toPayment: 'See the payment',
  notPriced: 'The price cannot be asked for right now; it is tried again by itself. Nothing is charged.',
};

const all: Readonly<Record<Lang, CheckoutWords>> = { ko, en };
export const checkoutWords = (lang: Lang): CheckoutWords => all[lang];
