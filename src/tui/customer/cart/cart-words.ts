import type { Lang } from '../../../words/lang.ts';

export type CartWords = {
  readonly title: string;
  readonly empty: string;
  readonly toShops: string;
  readonly toMenu: string;
  readonly toCheckout: string;
  readonly toPayment: string;
  readonly seeWhy: string;
  readonly orderButton: (won: string) => string;
  readonly payingButton: string;
  readonly cannotButton: string;
  readonly edit: string;
  readonly more: string;
  readonly fewer: string;
  readonly remove: string;
  readonly undo: string;
  readonly removed: (name: string) => string;
  readonly nothingToUndo: string;
  readonly atLeast: string;
  readonly atMost: (max: number) => string;
  readonly missing: Readonly<Record<'gone' | 'sold-out', string>>;
  readonly missingHint: string;
  readonly was: (won: string) => string;
  readonly choose: (what: string) => string;
  readonly nextCart: string;
  readonly bill: string;
  readonly toMinimum: (won: string) => string;
  readonly otherPrices: string;
  readonly card: string;
  readonly firstCard: string;
  readonly instead: string;
  readonly noAddress: string;
  readonly noNote: string;
  readonly change: string;
  readonly open: Readonly<Record<'paying' | 'unknown' | 'deferred', string>>;
};

const ko: CartWords = {
  title: '장바구니',
  empty: '장바구니가 비어 있어요. Enter를 누르고 먹고 싶은 것을 골라 보세요.',
  toShops: '가게 보기',
  toMenu: '더 담기',
  toCheckout: '주문서 보기',
  toPayment: '결제 보기',
  seeWhy: '이유 보기',
  orderButton: (won) => `주문서 보기 · ${won}`,
  payingButton: '결제 보기',
  cannotButton: '아직 주문할 수 없어요',
  edit: '바꾸기',
  more: '더',
  fewer: '덜',
  remove: '빼기',
  undo: '되돌리기',
  removed: (name) => `뺐어요: ${name}. u를 누르면 되돌려요.`,
  nothingToUndo: '되돌릴 것이 없어요.',
  atLeast: '한 개 남았어요. 빼려면 d를 눌러 주세요.',
  atMost: (max) => `한 번에 ${max}개까지 담을 수 있어요.`,
  missing: { gone: '메뉴에서 빠짐', 'sold-out': '품절' },
  missingHint: 'd를 눌러 빼거나, Enter를 눌러 바꿔 주세요',
  was: (won) => `담을 때는 하나에 ${won}`,
  choose: (what) => `골라 주세요: ${what}`,
  nextCart: '다른 장바구니',
  bill: '결제할 금액',
  toMinimum: (won) => `최소 주문까지 ${won} 더`,
  otherPrices: '담을 때와 값이 달라진 것이 있어요.',
  card: '카드',
  firstCard: '연습용 카드',
  instead: '맡아 둔 주문에서 바뀌었어요. 결제하면 맡아 둔 것 대신 이대로 주문해요.',
  noAddress: '주소를 알려 주세요',
  noNote: '남길 말 (선택)',
  change: '바꾸기',
  open: {
    paying: '이 장바구니를 결제하고 있어요.',
    unknown: '결제 여부를 확인하고 있어요. 두 번 결제되지 않아요.',
    deferred: '결제를 기다리고 있어요. 청구된 돈은 없어요.',
  },
};

const en: CartWords = {
  title: 'Cart',
  empty: 'Your cart is empty. Press Enter and choose what you would like.',
  toShops: 'see the shops',
  toMenu: 'add more',
  toCheckout: 'check out',
  toPayment: 'see the payment',
  seeWhy: 'see why',
  orderButton: (won) => `Check out · ${won}`,
  payingButton: 'See the payment',
  cannotButton: 'Cannot be ordered yet',
  edit: 'change',
  more: 'more',
  fewer: 'fewer',
  remove: 'remove',
  undo: 'undo',
  removed: (name) => `Removed: ${name}. Press u to undo.`,
  nothingToUndo: 'There is nothing to undo.',
  atLeast: 'One is left. Press d to remove it.',
  atMost: (max) => `At most ${max} at a time.`,
  missing: { gone: 'off the menu', 'sold-out': 'sold out' },
  missingHint: 'press d to remove it, Enter to change it',
  was: (won) => `it was ${won} each when you chose it`,
  choose: (what) => `please choose: ${what}`,
  nextCart: 'other cart',
  bill: 'To pay',
  toMinimum: (won) => `${won} more to the minimum`,
  otherPrices: 'Some prices are not what they were when you chose.',
  card: 'card',
  firstCard: 'practice card',
  instead: 'Not what is being kept for you any more. If you pay, you order this instead.',
  noAddress: 'tell us your address',
  noNote: 'a note, if you like',
  change: 'change',
  open: {
    paying: 'This cart is being paid.',
    unknown: 'Its payment is being looked into. You are not charged twice.',
    deferred: 'It waits to be paid. Nothing is charged.',
  },
};

const all: Readonly<Record<Lang, CartWords>> = { ko, en };
export const cartWords = (lang: Lang): CartWords => all[lang];
