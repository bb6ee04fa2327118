import type { Lang } from '../../../words/lang.ts';

export type AgainWords = {
  readonly title: (shop: string) => string;
  readonly gone: string;
  readonly soldOut: string;
  readonly withoutChoice: (names: string) => string;
  readonly fee: string;
  readonly free: string;
  readonly total: string;
  readonly was: (won: string, change: string) => string;
  readonly same: string;
  readonly acceptAndDrop: string;
  readonly accept: string;
  readonly drop: string;
  readonly closed: (why: string, opens: string | undefined) => string;
  readonly outside: string;
  readonly toMinimum: (won: string) => string;
  readonly take: string;
  readonly replace: string;
  readonly replaceAsk: (lines: number) => string;
  readonly leave: string;
  readonly nothingLeft: string;
  readonly noShop: string;
  readonly changedJustNow: string;
  readonly cannot: string;
  readonly taken: (shop: string) => string;
  readonly usualTitle: string;
  readonly usualAbout: (shop: string) => string;
  readonly usualName: string;
  readonly usualPlaceholder: string;
  readonly usualTaken: string;
  readonly usualSaved: (name: string) => string;
  readonly save: string;
  readonly next: string;
};

const ko: AgainWords = {
  title: (shop) => `다시 주문 · ${shop}`,
  gone: '메뉴에서 빠졌어요',
  soldOut: '품절',
  withoutChoice: (names) => `지금 없는 것: ${names}`,
  fee: '배달비',
  free: '무료',
  total: '합계',
  was: (won, change) => `지난번 ${won} (${change})`,
  same: '지난번과 같아요. 확인하고 담으면 돼요.',
  acceptAndDrop: '없는 것은 빼고, 바뀐 값으로 담아요.',
  accept: '바뀐 값으로 담아요.',
  drop: '없는 것은 빼고 담아요.',
  closed: (why, opens) =>
    `가게가 지금은 주문을 받지 않아요 (${why}${opens === undefined ? '' : `, 여는 시각 ${opens}`}). 담아 둘 수는 있어요.`,
  outside: '주문했던 주소가 지금은 배달 지역 밖이에요. 담은 뒤 주소를 바꿀 수 있어요.',
  toMinimum: (won) => `최소 주문까지 ${won} 더 담아야 해요.`,
  take: '장바구니에 담기',
  replace: '바꿔 담기',
  replaceAsk: (lines) => `이 가게 장바구니에 다른 메뉴가 ${lines}가지 있어요. 그것을 빼고 담을까요?`,
  leave: '그만두기',
  nothingLeft: '지금 주문할 수 있는 것이 하나도 없어요. 가게 메뉴에서 다른 것을 골라 주세요.',
  noShop: '이 가게는 더 이상 없어요.',
  changedJustNow: '방금 또 바뀌었어요. 다시 보고 담아 주세요.',
  cannot: '지금은 담을 수 없어요. 잠시 뒤 다시 해 주세요.',
  taken: (shop) => `장바구니에 담았어요: ${shop}`,
  usualTitle: '단골 메뉴로 저장',
  usualAbout: (shop) => `${shop}. 다음부터 이 이름으로 바로 주문할 수 있어요.`,
  usualName: '이름',
  usualPlaceholder: '점심, 야근할 때 …',
  usualTaken: '이미 쓰는 이름이에요. 다른 이름을 써 주세요.',
  usualSaved: (name) => `단골 메뉴로 저장했어요: ${name}`,
  save: '저장',
  next: '다음',
};

const en: AgainWords = {
  title: (shop) => `Order again · ${shop}`,
  gone: 'no longer on the menu',
  soldOut: 'sold out',
  withoutChoice: (names) => `not to be had: ${names}`,
  fee: 'delivery',
  free: 'free',
  total: 'total',
  was: (won, change) => `last time ${won} (${change})`,
  same: 'As it was the last time.',
  acceptAndDrop: 'It is taken without what is missing, at today’s prices.',
  accept: 'It is taken at today’s prices.',
  drop: 'It is taken without what is missing.',
  closed: (why, opens) =>
    `The shop takes no orders now (${why}${opens === undefined ? '' : `, opens ${opens}`}). You can fill your cart all the same.`,
  outside: 'The address it went to is out of the shop’s area now; you can change it in the cart.',
  toMinimum: (won) => `${won} more is needed to reach the minimum.`,
  take: 'put into the cart',
  replace: 'replace it',
  replaceAsk: (lines) => `Your cart of this shop holds ${lines === 1 ? 'something else' : `${lines} other things`}. Take this instead?`,
  leave: 'not now',
  nothingLeft: 'Nothing of it can be had now. Choose something else from the menu.',
  noShop: 'This shop is no longer there.',
  changedJustNow: 'It has just changed once more. Please look again.',
  cannot: 'That cannot be done right now. Please try again in a moment.',
  taken: (shop) => `put into your cart: ${shop}`,
  usualTitle: 'Keep it as a usual',
  usualAbout: (shop) => `${shop}. Order it by this name from now on.`,
  usualName: 'Name',
  usualPlaceholder: 'lunch, late at work …',
  usualTaken: 'You have a usual of this name. Choose another one.',
  usualSaved: (name) => `kept as a usual: ${name}`,
  save: 'save',
  next: 'next',
};

const all: Readonly<Record<Lang, AgainWords>> = { ko, en };
export const againWords = (lang: Lang): AgainWords => all[lang];
