import type { Lang } from '../../../words/lang.ts';
import type { Until } from './menu-model.ts';

export type MenuWords = {
  readonly title: string;
  readonly soldOut: (count: number) => string;
  readonly empty: string;
  readonly noneFound: string;
  readonly mark: string;
  readonly restore: string;
  readonly price: string;
  readonly search: string;
  readonly undo: string;
  readonly nothing: string;
  readonly markTitle: (name: string) => string;
  readonly markAbout: string;
  readonly markShared: (dishes: number) => string;
  readonly markYes: string;
  readonly leave: string;
  readonly until: Readonly<Record<Until['id'], string>>;
  readonly marked: (name: string, undo: string) => string;
  readonly restored: (name: string, undo: string) => string;
  readonly preview: string;
  readonly offeredWith: string;
  readonly required: string;
  readonly priceTitle: (name: string) => string;
  readonly priceAbout: (now: string) => string;
  readonly priceLabel: string;
  readonly priceNext: string;
  readonly priceEmpty: string;
  readonly priceSame: string;
  readonly askTitle: string;
  readonly askText: (name: string, was: string, now: string) => string;
  readonly askYes: string;
  readonly priced: (name: string, now: string) => string;
  readonly meanwhile: (changes: string) => string;
};

const ko: MenuWords = {
  title: '메뉴',
  soldOut: (count) => `품절 ${count}개`,
  empty: '메뉴가 아직 없어요. 더하려면: baedal shop item add',
  noneFound: '찾는 이름이 없어요. Esc로 검색을 끝내세요.',
  mark: '품절',
  restore: '다시 팔기',
  price: '가격',
  search: '찾기',
  undo: '되돌리기',
  nothing: '고른 메뉴가 없어요.',
  markTitle: (name) => `${name} 품절`,
  markAbout: '언제까지 품절인가요? 고객 화면에서 바로 고를 수 없게 돼요.',
  markShared: (dishes) => `메뉴 ${dishes}개에서 모두 품절이 돼요. 언제까지인가요?`,
  markYes: '품절 표시',
  leave: '그만두기',
  until: { tomorrow: '내일까지', closing: '영업 마칠 때까지', hour: '한 시간', forever: '다시 팔 때까지' },
  marked: (name, undo) => `${name} 품절로 표시했어요. ${undo} 되돌리기`,
  restored: (name, undo) => `${name} 다시 팔아요. ${undo} 되돌리기`,
  preview: '고객이 보는 모습',
  offeredWith: '함께 고르는 메뉴',
  required: '필수',
  priceTitle: (name) => `${name} 가격`,
  priceAbout: (now) => `지금 ${now}. 이미 받은 주문의 값은 바뀌지 않아요.`,
  priceLabel: '새 가격',
  priceNext: '확인하기',
  priceEmpty: '새 가격을 적어 주세요.',
  priceSame: '지금과 같은 가격이에요.',
  askTitle: '가격을 바꿀까요?',
  askText: (name, was, now) => `${name}: ${was} → ${now}`,
  askYes: '바꾸기',
  priced: (name, now) => `${name} 가격을 바꿨어요. 지금 ${now}`,
  meanwhile: (changes) => `그사이 다른 사람이 바꾼 것: ${changes}. 아직 바꾸지 않았어요. 그래도 바꿀까요?`,
};

const en: MenuWords = {
  title: 'menu',
  soldOut: (count) => `${count} sold out`,
  empty: 'There is nothing on the menu. To add something: baedal shop item add',
  noneFound: 'Nothing is called that. Esc ends the search.',
  mark: 'sold out',
  restore: 'back on sale',
  price: 'price',
  search: 'search',
  undo: 'undo',
  nothing: 'Nothing is selected.',
  markTitle: (name) => `${name}: sold out`,
  markAbout: 'Until when? Customers cannot choose it from this moment on.',
  markShared: (dishes) => `It is sold out with all ${dishes} dishes that offer it. Until when?`,
  markYes: 'mark sold out',
  leave: 'leave it',
  until: { tomorrow: 'until tomorrow', closing: 'until we close', hour: 'for an hour', forever: 'until it is put back' },
  marked: (name, undo) => `${name} is sold out. ${undo} takes it back`,
  restored: (name, undo) => `${name} is back on sale. ${undo} takes it back`,
  preview: 'as customers see it',
  offeredWith: 'offered with',
  required: 'required',
  priceTitle: (name) => `Price of ${name}`,
  priceAbout: (now) => `Now ${now}. Orders that were placed keep their price.`,
  priceLabel: 'new price',
  priceNext: 'review',
  priceEmpty: 'Write the new price.',
  priceSame: 'That is the price already.',
  askTitle: 'Change the price?',
  askText: (name, was, now) => `${name}: ${was} → ${now}`,
  askYes: 'change it',
  priced: (name, now) => `The price of ${name} is now ${now}.`,
  meanwhile: (changes) => `Meanwhile somebody else changed: ${changes}. Nothing is changed yet. Change it all the same?`,
};

const all: Readonly<Record<Lang, MenuWords>> = { ko, en };
export const menuWords = (lang: Lang): MenuWords => all[lang];
