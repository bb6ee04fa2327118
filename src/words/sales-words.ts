import type { Lang } from './lang.ts';

/** What the reckoning of a shop is called. */
export type SalesWords = {
  readonly orders: string;
  readonly delivered: string;
  readonly underway: string;
  readonly canceled: string;
  readonly taken: string;
  readonly refunds: string;
  readonly owed: string;
  readonly revenue: string;
  readonly average: string;
  readonly accept: string;
  readonly cook: string;
  readonly deliver: string;
  readonly whole: string;
  readonly why: string;
  readonly day: string;
  readonly hour: string;
  readonly item: string;
  readonly quantity: string;
  readonly undone: string;
  readonly nothing: string;
  readonly count: (n: number) => string;
  /** How long it took, to the second below an hour. */
  readonly length: (minutes: number, seconds: number) => string;
};

const en: SalesWords = {
  orders: 'orders',
  delivered: 'delivered',
  underway: 'under way',
  canceled: 'canceled',
  taken: 'taken',
  refunds: 'refunds',
  owed: 'still to go back',
  revenue: 'revenue',
  average: 'on average',
  accept: 'accepted in',
  cook: 'cooked in',
  deliver: 'on the road',
  whole: 'order to door',
  why: 'why canceled',
  day: 'day',
  hour: 'hour',
  item: 'item',
  quantity: 'sold',
  undone: 'canceled',
  nothing: 'There were no orders.',
  count: (n) => String(n),
  length: (minutes, seconds) => (minutes === 0 ? `${seconds} s` : `${minutes} min${seconds === 0 ? '' : ` ${seconds} s`}`),
};

const ko: SalesWords = {
  orders: '주문',
  delivered: '배달 완료',
  underway: '진행 중',
  canceled: '취소',
  taken: '받은 돈',
  refunds: '환불',
  owed: '아직 돌려줄 돈',
  revenue: '매출',
  average: '평균',
  accept: '접수',
  cook: '조리',
  deliver: '배달',
  whole: '주문부터 도착',
  why: '취소 사유',
  day: '날짜',
  hour: '시각',
  item: '메뉴',
  quantity: '판매',
  undone: '취소',
  nothing: '주문이 없었어요.',
  count: (n) => `${n}건`,
  length: (minutes, seconds) => (minutes === 0 ? `${seconds}초` : `${minutes}분${seconds === 0 ? '' : ` ${seconds}초`}`),
};

export const salesWords: Readonly<Record<Lang, SalesWords>> = { en, ko };
