import type { Lang } from '../../../words/lang.ts';

/** What is said when an order is to be canceled, and when it is too late for that. */
export type CancelWords = {
  readonly cancelTitle: string;
  readonly cancelWhy: string;
  readonly keep: string;
  readonly cancelYes: string;
  readonly tooLateTitle: string;
  readonly tooLateWhat: string;
  readonly cookBegan: string;
  readonly youAsked: string;
  readonly understood: string;
  readonly notNow: string;
};

const ko: CancelWords = {
  cancelTitle: '주문을 취소할까요?',
  cancelWhy: '까닭을 고르세요. 낸 돈은 모두 돌려드려요.',
  keep: '그대로 두기',
  cancelYes: '주문 취소',
  tooLateTitle: '지금은 취소할 수 없어요',
  tooLateWhat: '조리가 먼저 시작됐어요. 문제가 있으면 가게에 연락해 주세요.',
  cookBegan: '조리 시작',
  youAsked: '취소 요청',
  understood: '알겠어요',
  notNow: '지금은 취소하지 못했어요. 주문은 그대로예요. 잠시 뒤 다시 해 주세요.',
};

const en: CancelWords = {
  cancelTitle: 'Cancel this order?',
  cancelWhy: 'Choose why. All your money comes back.',
  keep: 'keep it',
  cancelYes: 'cancel the order',
  tooLateTitle: 'It cannot be canceled now',
  tooLateWhat: 'Cooking had begun before. If something is wrong, please call the shop.',
  cookBegan: 'cooking began',
  youAsked: 'you asked',
  understood: 'all right',
  notNow: 'It could not be canceled just now, and stands as it was. Please try again in a moment.',
};

const all: Readonly<Record<Lang, CancelWords>> = { ko, en };
export const cancelWords = (lang: Lang): CancelWords => all[lang];
