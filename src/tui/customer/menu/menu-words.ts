import type { Lang } from '../../../words/lang.ts';

export type MenuWords = {
  readonly enter: string;
  readonly add: string;
  readonly addFirst: string;
  readonly category: string;
  readonly search: string;
  readonly options: (groups: string) => string;
  readonly inCart: (count: number, won: string) => string;
  readonly toMinimum: (won: string) => string;
  readonly enough: string;
  readonly nothingYet: string;
  readonly added: (name: string) => string;
  readonly shut: (when: string) => string;
  readonly empty: string;
  readonly gone: string;
};

const ko: MenuWords = {
  enter: '고르기',
  add: '바로 담기',
  addFirst: '고를 것이 있어요. Enter를 눌러 골라 주세요.',
  category: '분류',
  search: '검색',
  options: (groups) => `고를 것: ${groups}`,
  inCart: (count, won) => `이 가게 장바구니 ${count}개 · ${won}`,
  toMinimum: (won) => `최소 주문까지 ${won} 더`,
  enough: 'c를 누르면 주문해요',
  nothingYet: '아직 담은 것이 없어요',
  added: (name) => `담았어요: ${name}`,
  shut: (when) => `${when}. 지금 담아 두고 문을 열면 주문할 수 있어요.`,
  empty: '메뉴가 비어 있어요. 가게에서 준비하고 있나 봐요.',
  gone: '이 가게는 더 이상 없어요. Esc를 눌러 다른 가게를 골라 주세요.',
};

const en: MenuWords = {
  enter: 'choose',
  add: 'add at once',
  addFirst: 'There is something to choose. Press Enter.',
  category: 'category',
  search: 'search',
  options: (groups) => `to choose: ${groups}`,
  inCart: (count, won) => `in your cart here: ${count} · ${won}`,
  toMinimum: (won) => `${won} more to the minimum`,
  enough: 'press c to order',
  nothingYet: 'Nothing in your cart yet',
  added: (name) => `added: ${name}`,
  shut: (when) => `${when}. Fill your cart now, and order when it opens.`,
  empty: 'There is nothing on the menu. The shop may be preparing it.',
  gone: 'This shop is no longer there. Press Esc and choose another one.',
};

const all: Readonly<Record<Lang, MenuWords>> = { ko, en };
export const menuWords = (lang: Lang): MenuWords => all[lang];
