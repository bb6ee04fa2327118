import type { Lang } from '../../../words/lang.ts';

export type PayingWords = {
  readonly title: string;
  readonly steps: readonly [cart: string, checkout: string, paying: string, shop: string];
  readonly paying: string;
  readonly payingMore: string;
  readonly once: string;
  readonly unheard: string;
  readonly unheardMore: string;
  readonly incident: (id: string) => string;
  readonly unknown: string;
  readonly notTwice: string;
  readonly knowBy: (time: string) => string;
  readonly late: string;
  readonly noNeed: string;
  readonly goesOn: string;
  readonly onlyHere: string;
  readonly untilKnown: string;
  readonly deferred: string;
  readonly deferredWhy: string;
  readonly held: (won: string, time: string) => string;
  readonly byItself: string;
  readonly tooLate: string;
  readonly untilRetry: string;
  readonly trying: string;
  readonly declined: string;
  readonly declinedFor: (reason: string) => string;
  readonly notCharged: string;
  readonly stopped: string;
  readonly over: string;
  readonly overMore: string;
  readonly placed: string;
  readonly placedMore: string;
  readonly nothing: string;
  readonly nothingMore: string;
  readonly look: string;
  readonly tryNow: string;
  readonly otherCard: string;
  readonly sameCard: string;
  readonly review: string;
  readonly newPrice: string;
  readonly toOrder: string;
  readonly toCart: string;
  readonly busyNow: string;
  readonly staysPaid: string;
  readonly staysHeld: string;
};

const ko: PayingWords = {
  title: '결제',
  steps: ['장바구니', '주문서', '결제', '가게 확인'],
  paying: '결제하고 있어요',
  payingMore: '보통 몇 초면 끝나요.',
  once: '여러 번 눌러도 한 번만 결제돼요.',
  unheard: '잠시 기다리고 있어요',
  unheardMore: '데이터베이스가 바빠서 아직 답을 듣지 못했어요. 같은 주문으로 곧 다시 물어볼게요. 두 번 결제되지 않아요.',
  incident: (id) => `계속 이러면 이 번호를 알려 주세요: ${id}`,
  unknown: '아직 결제 여부를 몰라요',
  notTwice: '두 번 결제되지 않아요.',
  knowBy: (time) => `${time}까지는 알 수 있어요.`,
  late: '생각보다 오래 걸리고 있어요. 계속 확인하고 있어요.',
  noNeed: '새로 주문하지 않아도 돼요.',
  goesOn: '이 화면을 나가도 계속 확인해요.',
  onlyHere: '데몬이 쉬고 있어서, 이 화면을 열어 두면 계속 확인해요.',
  untilKnown: '알게 될 때까지',
  deferred: '지금은 결제를 받을 수 없어요',
  deferredWhy: '결제사가 바쁘거나 연결되지 않아요. 청구된 돈은 없어요.',
  held: (won, time) => `주문과 값 ${won} 그대로, ${time}까지 맡아 둘게요.`,
  byItself: '이 화면에 있으면 저절로 다시 해 보고, 되면 바로 주문해요. 나가면 멈추고, 돌아오면 이어져요.',
  tooLate: '맡아 두는 동안에는 다시 열리지 않을 것 같아요. Enter를 눌러 지금 해 볼 수는 있어요.',
  untilRetry: '다시 해 보기까지',
  trying: '다시 해 보고 있어요…',
  declined: '결제가 거절됐어요',
  declinedFor: (reason) => `이유: ${reason}`,
  notCharged: '청구된 돈은 없어요.',
  stopped: '결제하지 않았어요',
  over: '맡아 둔 시간이 지났어요',
  overMore: '청구된 돈은 없어요. 담은 것은 장바구니에 그대로 있어요. Enter를 누르면 지금 값을 보여 드려요.',
  placed: '주문했어요!',
  placedMore: '가게가 받으면 바로 알려 드릴게요.',
  nothing: '지금 하고 있는 결제가 없어요',
  nothingMore: '끝났거나 다른 곳에서 바뀌었어요. 주문과 장바구니를 확인해 주세요.',
  look: '지금 확인',
  tryNow: '지금 해 보기',
  otherCard: '다른 카드로',
  sameCard: '같은 카드로 다시',
  review: '주문서 보기',
  newPrice: '지금 값 보기',
  toOrder: '주문 보기',
  toCart: '장바구니',
  busyNow: '지금 하고 있어요. 두 번 결제되지 않아요.',
  staysPaid: '결제는 취소되지 않고 계속돼요. 장바구니에서 이어 볼 수 있어요.',
  staysHeld: '맡아 둔 주문은 장바구니에서 이어서 결제할 수 있어요.',
};

const en: PayingWords = {
  title: 'Payment',
  steps: ['Cart', 'Checkout', 'Payment', 'Shop answers'],
  paying: 'Paying',
  payingMore: 'This usually takes a few seconds.',
  once: 'However often you press, you pay once.',
  unheard: 'Waiting for a moment',
  unheardMore: 'The database is busy, so there is no answer yet. The same order is asked for again in a moment; you are not charged twice.',
  incident: (id) => `If this goes on, tell us this number: ${id}`,
  unknown: 'We do not know yet whether it was paid',
  notTwice: 'You will not be charged twice.',
  knowBy: (time) => `We will know by ${time}.`,
  late: 'This takes longer than we thought. It is still being looked into.',
  noNeed: 'There is no need to order again.',
  goesOn: 'You may leave this screen; the look-up goes on.',
  onlyHere: 'No daemon is running: keep this screen open and the look-up goes on.',
  untilKnown: 'until it is known',
  deferred: 'Payments are not possible right now',
  deferredWhy: 'The payment company is busy or cannot be reached. Nothing is charged.',
  held: (won, time) => `Your order is kept at ${won} until ${time}.`,
  byItself: 'Stay here and it is tried again by itself, and ordered as soon as it works. Leave and it stops; come back and it goes on.',
  tooLate: 'It may not work again while the order is kept. You can press Enter to try now.',
  untilRetry: 'until the next try',
  trying: 'Trying again…',
  declined: 'The payment was declined',
  declinedFor: (reason) => `Why: ${reason}`,
  notCharged: 'Nothing is charged.',
  stopped: 'It was not paid',
  over: 'The time to pay ran out',
  overMore: 'Nothing is charged. Your dishes are still in the cart. Press Enter to see the price of now.',
  placed: 'Ordered!',
  placedMore: 'We tell you as soon as the shop accepts.',
  nothing: 'No payment is going on',
  nothingMore: 'It has ended, or was changed elsewhere. Please look at your orders and your cart.',
  look: 'look now',
  tryNow: 'try now',
  otherCard: 'another card',
  sameCard: 'same card again',
  review: 'see the order',
  newPrice: 'see the new price',
  toOrder: 'see the order',
  toCart: 'cart',
  busyNow: 'It is being done. You are not charged twice.',
  staysPaid: 'The payment is not canceled; it goes on. You find it in your cart.',
  staysHeld: 'The order that is kept can be paid from your cart.',
};

const all: Readonly<Record<Lang, PayingWords>> = { ko, en };
export const payingWords = (lang: Lang): PayingWords => all[lang];
