export type PrintWords = {
  readonly reprint: string;
  readonly mayBeOut: string;
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
