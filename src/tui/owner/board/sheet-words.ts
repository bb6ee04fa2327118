import type { Lang } from '../../../words/lang.ts';

/** What is asked before an order is accepted, refused or delayed. */
export type SheetWords = {
  readonly acceptTitle: (order: string) => string;
  readonly acceptAbout: string;
  readonly acceptYes: string;
  readonly minutes: (count: number) => string;
  readonly usual: string;
  readonly delayTitle: (order: string) => string;
  readonly delayAbout: string;
  readonly delayYes: string;
  readonly moreMinutes: (count: number) => string;
  readonly rejectTitle: (order: string) => string;
  readonly rejectAbout: string;
  readonly rejectYes: string;
  readonly soldOutTitle: string;
  readonly soldOutAbout: string;
  readonly soldOutYes: string;
  readonly tick: string;
  readonly leave: string;
  readonly allDayTitle: string;
  readonly allDayNone: string;
  readonly open: (count: number) => string;
  readonly awaiting: (count: number) => string;
  readonly close: string;
};

const ko: SheetWords = {
  acceptTitle: (order) => `${order} 접수`,
  acceptAbout: '몇 분 뒤에 다 되나요? 고객에게 그대로 알려요.',
  acceptYes: '접수',
  minutes: (count) => `${count}분`,
  usual: '평소',
  delayTitle: (order) => `${order} 늦음 알리기`,
  delayAbout: '얼마나 더 걸리나요? 고객에게 알려요.',
  delayYes: '알리기',
  moreMinutes: (count) => `+${count}분`,
  rejectTitle: (order) => `${order} 거절`,
  rejectAbout: '까닭을 고르세요. 고객에게 알리고 낸 돈은 모두 돌려줘요.',
  rejectYes: '거절',
  soldOutTitle: '무엇이 떨어졌나요?',
  soldOutAbout: '고른 것은 내일까지 품절로 표시해요. 아무것도 고르지 않아도 돼요.',
  soldOutYes: '거절하고 품절 표시',
  tick: '고르기',
  leave: '그만두기',
  allDayTitle: '지금 만들 개수',
  allDayNone: '지금 만들 것이 없어요.',
  open: (count) => `${count}`,
  awaiting: (count) => `접수하면 +${count}`,
  close: '닫기',
};

const en: SheetWords = {
  acceptTitle: (order) => `Accept ${order}`,
  acceptAbout: 'Ready in how many minutes? The customer is told the same.',
  acceptYes: 'accept',
  minutes: (count) => `${count} minutes`,
  usual: 'usual',
  delayTitle: (order) => `Delay ${order}`,
  delayAbout: 'How much longer? The customer is told.',
  delayYes: 'tell them',
  moreMinutes: (count) => `+${count} minutes`,
  rejectTitle: (order) => `Reject ${order}`,
  rejectAbout: 'Choose why. The customer is told, and all of the money goes back.',
  rejectYes: 'reject',
  soldOutTitle: 'What ran out?',
  soldOutAbout: 'What you tick is sold out until tomorrow. You may tick nothing.',
  soldOutYes: 'reject, mark sold out',
  tick: 'tick',
  leave: 'leave it',
  allDayTitle: 'All day: to be made',
  allDayNone: 'Nothing to be made now.',
  open: (count) => `${count}`,
  awaiting: (count) => `+${count} if accepted`,
  close: 'close',
};

const all: Readonly<Record<Lang, SheetWords>> = { ko, en };
export const sheetWords = (lang: Lang): SheetWords => all[lang];
