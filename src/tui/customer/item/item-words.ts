import type { Lang } from '../../../words/lang.ts';

export type ItemWords = {
  readonly add: string;
  readonly change: string;
  readonly added: (name: string, quantity: number, won: string) => string;
  readonly changed: (name: string) => string;
  readonly note: string;
  readonly notePlaceholder: string;
  readonly noteDone: string;
  readonly quantity: string;
  readonly more: string;
  readonly fewer: string;
  readonly atLeast: string;
  readonly atMost: (max: number) => string;
  readonly total: string;
  readonly choose: (group: string) => string;
  readonly noOptions: string;
  readonly soldOut: string;
  readonly gone: string;
};

const ko: ItemWords = {
  add: '담기',
  change: '바꾸기',
  added: (name, quantity, won) => `담았어요: ${name} ×${quantity} · ${won}`,
  changed: (name) => `바꿨어요: ${name}`,
  note: '요청',
  notePlaceholder: '덜 맵게 해 주세요',
  noteDone: '다 썼어요',
  quantity: '수량',
  more: '더',
  fewer: '덜',
  atLeast: '한 개보다 적게 담을 수 없어요.',
  atMost: (max) => `한 번에 ${max}개까지 담을 수 있어요.`,
  total: '합계',
  choose: (group) => `먼저 골라 주세요: ${group}`,
  noOptions: '고를 것이 없어요. Enter를 누르면 담겨요.',
  soldOut: '품절이에요. Esc를 눌러 다른 메뉴를 골라 주세요.',
  gone: '메뉴에서 빠졌어요. Esc를 눌러 다른 메뉴를 골라 주세요.',
};

const en: ItemWords = {
  add: 'add to cart',
  change: 'change',
  added: (name, quantity, won) => `added: ${name} ×${quantity} · ${won}`,
  changed: (name) => `changed: ${name}`,
  note: 'note',
  notePlaceholder: 'less spicy, please',
  noteDone: 'done',
  quantity: 'quantity',
  more: 'more',
  fewer: 'fewer',
  atLeast: 'One is the least you can order.',
  atMost: (max) => `At most ${max} at a time.`,
  total: 'total',
  choose: (group) => `Please choose first: ${group}`,
  noOptions: 'Nothing to choose. Press Enter to add it.',
  soldOut: 'It is sold out. Press Esc and choose another dish.',
  gone: 'It is no longer on the menu. Press Esc and choose another dish.',
};

const all: Readonly<Record<Lang, ItemWords>> = { ko, en };
export const itemWords = (lang: Lang): ItemWords => all[lang];
