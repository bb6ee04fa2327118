import type { Lang } from '../../../words/lang.ts';

export type ShopsWords = {
  readonly title: string;
  readonly open: (count: number) => string;
  readonly closedBelow: string;
  readonly opensAt: (at: string) => string;
  readonly enter: string;
  readonly search: string;
  readonly track: string;
  readonly noShops: string;
  readonly usually: (minutes: number) => string;
  readonly usuallyLong: (minutes: number, orders: number) => string;
  readonly distance: (metres: number) => string;
  readonly outside: string;
  readonly outsideNow: string;
  readonly firstHint: string;
  readonly payingOpen: string;
  readonly payingHeld: string;
};

const kilometres = (metres: number) => (metres < 1000 ? `${Math.round(metres / 10) * 10}m` : `${(metres / 1000).toFixed(1)}km`);

const ko: ShopsWords = {
  title: '배달 · 가게',
  open: (count) => `주문할 수 있는 가게 ${count}`,
  closedBelow: '지금은 쉬어요',
  opensAt: (at) => `${at}에 열어요`,
  enter: '메뉴 보기',
  search: '검색',
  track: '보기',
  noShops: '아직 가게가 없어요. 나가서 `baedal seed`를 실행하면 표본 가게 세 곳이 생겨요.',
  usually: (minutes) => `약 ${minutes}분`,
  usuallyLong: (minutes, orders) => `보통 ${minutes}분 (최근 ${orders}건)`,
  distance: kilometres,
  outside: '배달 밖',
  outsideNow: '기본 주소가 배달 지역 밖이에요',
  firstHint: '가게를 고르고 Enter를 누르세요. 언제든 ?를 누르면 쓸 수 있는 키가 보여요.',
  payingOpen: '결제 확인 중',
  payingHeld: '결제를 기다리는 주문',
};

const en: ShopsWords = {
  title: 'baedal · shops',
  open: (count) => `Open now: ${count}`,
  closedBelow: 'Closed now',
  opensAt: (at) => `opens ${at}`,
  enter: 'see the menu',
  search: 'search',
  track: 'look',
  noShops: 'There is no shop yet. Leave, and run `baedal seed` to get three sample shops.',
  usually: (minutes) => `~${minutes} min`,
  usuallyLong: (minutes, orders) => `usually ${minutes} min (last ${orders})`,
  distance: kilometres,
  outside: 'too far',
  outsideNow: 'Your usual address is out of its area',
  firstHint: 'Choose a shop and press Enter. Press ? at any time to see the keys.',
  payingOpen: 'payment being looked into',
  payingHeld: 'order waiting to be paid',
};

const all: Readonly<Record<Lang, ShopsWords>> = { ko, en };
export const shopsWords = (lang: Lang): ShopsWords => all[lang];
