import type { Final, Instead } from '../../../core/kitchen/undo-of.ts';
import type { Lang } from '../../../words/lang.ts';

/** What is said of what was done to a ticket, and of what cannot be taken back. */
export type KitchenWords = {
  readonly nothingRings: string;
  readonly noUndo: string;
  readonly final: Readonly<Record<Final, string>>;
  readonly instead: Readonly<Record<Instead, (delay: string) => string>>;
  readonly did: Readonly<Record<'accept' | 'reject' | 'cook' | 'recall' | 'delay' | 'mark' | 'unmark', (order: string) => string>>;
  /** `undo`, `delay`: the keys that do it. */
  readonly finished: (order: string, undo: string) => string;
  readonly silenced: string;
  readonly undone: string;
  readonly wrongState: (state: string) => string;
  readonly tooLate: (clock: string) => string;
};

const ko: KitchenWords = {
  nothingRings: '지금 울리는 주문이 없어요.',
  noUndo: '되돌릴 일이 없어요.',
  final: {
    told: '고객에게 이미 알려서 되돌릴 수 없어요.',
    'cancel-right': '조리를 시작하면 고객이 취소할 수 없게 돼서 되돌릴 수 없어요.',
    refund: '환불이 시작돼서 되돌릴 수 없어요.',
    seen: '본 것은 되돌릴 수 없어요.',
  },
  instead: { cancel: () => '꼭 필요하면: baedal kitchen cancel', delay: (delay) => `시간은 ${delay} 키로 다시 알릴 수 있어요.` },
  did: {
    accept: (order) => `${order} 접수했어요.`,
    reject: (order) => `${order} 거절했어요. 낸 돈은 모두 돌려줘요.`,
    cook: (order) => `${order} 조리를 시작했어요.`,
    recall: (order) => `${order} 다시 조리 중이에요. 고객에게도 알려요.`,
    delay: (order) => `${order} 늦어진다고 고객에게 알려요.`,
    mark: (order) => `${order} 한 가지를 마쳤어요.`,
    unmark: (order) => `${order} 표시를 지웠어요.`,
  },
  finished: (order, undo) => `${order} 조리를 마쳤어요. ${undo} 되돌리기`,
  silenced: '소리를 껐어요. 주문은 그대로 기다려요.',
  undone: '되돌렸어요.',
  wrongState: (state) => `지금은 할 수 없어요. 이 주문의 상태: ${state}`,
  tooLate: (clock) => `기한이 지나서 할 수 없어요. (${clock}까지)`,
};

const en: KitchenWords = {
  nothingRings: 'Nothing rings now.',
  noUndo: 'Nothing to undo.',
  final: {
    told: 'The customer was told, so it stays.',
    'cancel-right': 'The customer may not cancel once cooking began, so it stays.',
    refund: 'The refund is on its way, so it stays.',
    seen: 'What was seen stays seen.',
  },
  instead: { cancel: () => 'If it must be: baedal kitchen cancel', delay: (delay) => `Another time can be told by ${delay}.` },
  did: {
    accept: (order) => `${order} accepted.`,
    reject: (order) => `${order} rejected; all of the money goes back.`,
    cook: (order) => `${order} is cooking.`,
    recall: (order) => `${order} is cooking again; the customer is told.`,
    delay: (order) => `${order}: the customer is told that it takes longer.`,
    mark: (order) => `${order}: one dish done.`,
    unmark: (order) => `${order}: mark taken away.`,
  },
  finished: (order, undo) => `${order} is ready. ${undo} takes it back`,
  silenced: 'Silenced. The orders still wait for an answer.',
  undone: 'Taken back.',
  wrongState: (state) => `Not now. This order is: ${state}`,
  tooLate: (clock) => `Too late: it could be done until ${clock}.`,
};

const all: Readonly<Record<Lang, KitchenWords>> = { ko, en };
export const kitchenWords = (lang: Lang): KitchenWords => all[lang];
