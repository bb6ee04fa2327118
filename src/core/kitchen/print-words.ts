import type { Party } from '../reasons.ts';
import type { StoppedAt } from '../views/order-view.ts';

export type PrintWords = {
  readonly reprint: string;
  readonly mayBeOut: string;
  readonly fallen: string;
  readonly canceled: string;
  /** What is to be done about it, by how far the kitchen had come. */
  readonly stop: Readonly<Record<StoppedAt, string>>;
  readonly canceledBy: Readonly<Record<Party, string>>;
  readonly placedAt: string;
  readonly readyBy: string;
  readonly printedAt: string;
  readonly allergy: string;
  readonly note: string;
  readonly erased: string;
  readonly test: string;
  /** Spelled, so that nobody reads two as one: `[2개]`, `[2 x]`. */
  readonly quantity: (count: number) => string;
  readonly count: (dishes: number) => string;
};

const ko: PrintWords = {
  reprint: '재출력',
  mayBeOut: '이미 나왔을 수 있음',
  fallen: '취소 주문',
  canceled: '취소',
  stop: { accepted: '조리하지 마세요', cooking: '조리를 멈추세요', cooked: '내보내지 마세요' },
  canceledBy: { customer: '고객이 취소했어요', shop: '가게가 취소했어요', system: '시스템이 취소했어요' },
  placedAt: '주문',
  readyBy: '조리 예정',
  printedAt: '출력',
  allergy: '알레르기 주의',
  note: '요청',
  erased: '요청 사항은 지워졌어요',
  test: '시험 출력',
  quantity: (count) => `[${count}개]`,
  count: (dishes) => `모두 ${dishes}개`,
};

const en: PrintWords = {
  reprint: 'REPRINT',
  mayBeOut: 'MAY BE OUT ALREADY',
  fallen: 'CANCELED',
  canceled: 'CANCELED',
  stop: { accepted: 'DO NOT COOK', cooking: 'STOP COOKING', cooked: 'DO NOT HAND OUT' },
  canceledBy: { customer: 'Canceled by the customer', shop: 'Canceled by the shop', system: 'Canceled by the system' },
  placedAt: 'Ordered',
  readyBy: 'Ready by',
  printedAt: 'Printed',
  allergy: 'ALLERGY',
  note: 'Note',
  erased: 'The notes were erased',
  test: 'TEST',
  quantity: (count) => `[${count} x]`,
  count: (dishes) => `${dishes} ${dishes === 1 ? 'dish' : 'dishes'} in all`,
};

/** What stands on paper beside what people wrote. */
export const printWords = (lang: 'ko' | 'en'): PrintWords => (lang === 'ko' ? ko : en);
