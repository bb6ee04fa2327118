import type { Lang } from '../../../words/lang.ts';
import type { ColumnId, Gone } from './board-model.ts';

/** What the board and its tickets say. */
export type BoardWords = {
  readonly column: Readonly<Record<ColumnId, string>>;
  readonly empty: Readonly<Record<ColumnId, string>>;
  readonly nothing: string;
  readonly noneFound: string;
  readonly age: (minutes: number) => string;
  readonly answerOver: string;
  readonly ready: (clock: string) => string;
  readonly over: (minutes: number) => string;
  readonly riderNone: string;
  readonly riderWaits: (minutes: number) => string;
  readonly riderComes: string;
  readonly more: (count: number) => string;
  readonly allergy: string;
  readonly noted: string;
  readonly ghost: Readonly<Record<Gone, string>>;
  readonly counts: (open: number, late: number) => string;
  readonly today: (orders: number, sales: string) => string;
  readonly cut: string;
  readonly sorted: Readonly<Record<'arrival' | 'promise', string>>;
  readonly lateOnly: string;
  readonly heading: (order: string, status: string) => string;
  readonly erased: string;
  readonly move: string;
  readonly columns: string;
  readonly accept: (minutes: number) => string;
  readonly minutes: string;
  readonly reject: string;
  readonly cook: string;
  readonly finish: string;
  readonly atRider: string;
  readonly next: string;
  readonly recall: string;
  readonly delay: string;
  readonly undo: string;
  readonly focus: string;
  readonly sort: string;
  readonly filter: string;
  readonly late: string;
  readonly allDay: string;
  readonly silence: string;
  readonly noTicket: string;
  readonly gone: Readonly<Record<Gone, string>>;
  readonly notAwaiting: string;
  readonly notCooked: string;
  readonly notDelayable: string;
};

const ko: BoardWords = {
  column: { new: '신규', accepted: '접수', cooking: '조리', cooked: '완성' },
  empty: { new: '새 주문을 기다려요', accepted: '접수한 주문 없음', cooking: '조리 중인 주문 없음', cooked: '기다리는 음식 없음' },
  nothing: '주방에 주문이 없어요. 새 주문이 오면 소리로 알려요.',
  noneFound: '찾는 주문이 없어요. Esc로 모두 보기',
  age: (minutes) => `${minutes}분`,
  answerOver: '기한 지남',
  ready: (clock) => `${clock}까지`,
  over: (minutes) => `+${minutes}분`,
  riderNone: '부르는 중',
  riderWaits: (minutes) => `대기 ${minutes}분`,
  riderComes: '오는 중',
  more: (count) => `외 ${count}`,
  allergy: '알레르기',
  noted: '요청',
  ghost: { moved: '다른 화면에서 처리했어요', out: '주방을 떠났어요' },
  counts: (open, late) => (late === 0 ? `주방 ${open}건` : `주방 ${open}건 · 늦음 ${late}`),
  today: (orders, sales) => `오늘 ${orders}건 · ${sales}`,
  cut: '300건까지만 보여요',
  sorted: { arrival: '온 순서', promise: '약속 순서' },
  lateOnly: '늦은 것만',
  heading: (order, status) => `${order} · ${status}`,
  erased: '고객 정보는 지워졌어요',
  move: '이동',
  columns: '칸',
  accept: (minutes) => `접수(${minutes}분)`,
  minutes: '시간 선택',
  reject: '거절',
  cook: '조리 시작',
  finish: '조리 완료',
  atRider: '라이더 차례',
  next: '다음 단계',
  recall: '완료 취소',
  delay: '늦음 알리기',
  undo: '되돌리기',
  focus: '크게 보기',
  sort: '정렬',
  filter: '찾기',
  late: '늦은 것만',
  allDay: '만들 개수',
  silence: '소리 끄기',
  noTicket: '고른 주문이 없어요.',
  gone: { moved: '이 주문은 이미 다른 화면에서 처리했어요.', out: '이 주문은 이제 주방에 없어요. 취소나 거절됐거나 배달을 나갔어요.' },
  notAwaiting: '이미 접수한 주문이에요.',
  notCooked: '조리를 마친 주문만 되돌릴 수 있어요.',
  notDelayable: '접수했거나 조리 중인 주문만 늦어진다고 알릴 수 있어요.',
};

const en: BoardWords = {
  column: { new: 'New', accepted: 'Accepted', cooking: 'Cooking', cooked: 'Ready' },
  empty: { new: 'waiting for orders', accepted: 'nothing to start', cooking: 'nothing on the stove', cooked: 'nothing waits' },
  nothing: 'Nothing in the kitchen. A new order will ring.',
  noneFound: 'No order matches. Esc shows all of them',
  age: (minutes) => `${minutes}m`,
  answerOver: 'too late',
  ready: (clock) => `by ${clock}`,
  over: (minutes) => `+${minutes}m`,
  riderNone: 'calling',
  riderWaits: (minutes) => `waits ${minutes}m`,
  riderComes: 'coming',
  more: (count) => `+${count}`,
  allergy: 'ALLERGY',
  noted: 'note',
  ghost: { moved: 'handled on another screen', out: 'left the kitchen' },
  counts: (open, late) => (late === 0 ? `${open} in the kitchen` : `${open} in the kitchen · ${late} late`),
  today: (orders, sales) => `today ${orders} · ${sales}`,
  cut: 'only 300 are shown',
  sorted: { arrival: 'by arrival', promise: 'by promise' },
  lateOnly: 'late ones only',
  heading: (order, status) => `${order} · ${status}`,
  erased: 'the customer was erased',
  move: 'move',
  columns: 'column',
  accept: (minutes) => `accept(${minutes}m)`,
  minutes: 'minutes',
  reject: 'reject',
  cook: 'start cooking',
  finish: 'finish',
  atRider: "rider's turn",
  next: 'next step',
  recall: 'recall',
  delay: 'delay',
  undo: 'undo',
  focus: 'one ticket',
  sort: 'sort',
  filter: 'find',
  late: 'late only',
  allDay: 'all day',
  silence: 'silence',
  noTicket: 'No ticket is selected.',
  gone: { moved: 'This ticket was handled on another screen.', out: 'This order left the kitchen: canceled, rejected or on its way.' },
  notAwaiting: 'It was accepted already.',
  notCooked: 'Only a ticket that is ready can be recalled.',
  notDelayable: 'Only an accepted ticket or one that is cooking can be delayed.',
};

const all: Readonly<Record<Lang, BoardWords>> = { ko, en };
export const boardWords = (lang: Lang): BoardWords => all[lang];
