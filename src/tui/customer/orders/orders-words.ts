import type { Lang } from '../../../words/lang.ts';

export type OrdersWords = {
  readonly title: string;
  readonly panel: string;
  readonly payments: string;
  readonly active: string;
  readonly past: string;
  readonly more: string;
  readonly open: string;
  readonly look: string;
  readonly reorder: string;
  readonly save: string;
  readonly search: string;
  readonly toShops: string;
  readonly none: string;
  readonly choose: string;
  readonly notAnOrder: string;
  readonly unknown: (by: string) => string;
  readonly held: (at: string) => string;
  readonly refundPending: string;
  readonly refundLate: (retryAt: string | undefined) => string;
  readonly moneyBack: string;
  readonly andOthers: (count: number) => string;
  readonly total: string;
  readonly fee: string;
  readonly free: string;
};

const ko: OrdersWords = {
  title: '주문',
  panel: '내 주문',
  payments: '확인 중인 돈',
  active: '진행 중',
  past: '지난 주문',
  more: '더 오래된 주문 보기',
  open: '열기',
  look: '결제 보기',
  reorder: '다시 주문',
  save: '단골로 저장',
  search: '검색',
  toShops: '가게 보기',
  none: '아직 주문이 없어요. Enter를 눌러 가게를 골라 보세요.',
  choose: '먼저 주문을 하나 고르세요.',
  notAnOrder: '아직 주문이 되지 않은 결제예요.',
  unknown: (by) => `결제 확인 중 · 두 번 청구되지 않아요 · 늦어도 ${by}에 알아요`,
  held: (at) => `보관 중 · 청구된 돈은 없어요 · 다시 결제 ${at}부터`,
  refundPending: '돌려드리는 중',
  refundLate: (retryAt) => (retryAt === undefined ? '환불이 늦어져 직접 확인하고 있어요' : `환불이 늦어지고 있어요. 다음 시도 ${retryAt}`),
  moneyBack: '환불',
  andOthers: (count) => ` 외 ${count}`,
  total: '합계',
  fee: '배달비',
  free: '무료',
};

const en: OrdersWords = {
  title: 'Orders',
  panel: 'Your orders',
  payments: 'Money being looked after',
  active: 'Now',
  past: 'Before',
  more: 'older orders',
  open: 'open',
  look: 'see the payment',
  reorder: 'order again',
  save: 'keep as usual',
  search: 'search',
  toShops: 'see the shops',
  none: 'You have not ordered yet. Press Enter and choose a shop.',
  choose: 'Choose an order first.',
  notAnOrder: 'This payment has not become an order yet.',
  unknown: (by) => `being looked into · never charged twice · known by ${by}`,
  held: (at) => `kept for you · nothing charged · pay again from ${at}`,
  refundPending: 'on its way back to you',
  refundLate: (retryAt) =>
    retryAt === undefined ? 'the refund is late; somebody looks into it' : `the refund is late; next try ${retryAt}`,
  moneyBack: 'refund',
  andOthers: (count) => ` +${count}`,
  total: 'total',
  fee: 'delivery',
  free: 'free',
};

const all: Readonly<Record<Lang, OrdersWords>> = { ko, en };
export const ordersWords = (lang: Lang): OrdersWords => all[lang];
