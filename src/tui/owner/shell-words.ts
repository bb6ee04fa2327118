import type { Lang } from '../../words/lang.ts';

/** What every screen of the shop says around its own. */
export type ShellWords = {
  readonly back: string;
  readonly board: string;
  readonly menu: string;
  readonly shop: string;
  readonly day: string;
  readonly language: string;
  readonly quit: string;
  readonly nextShop: string;
  readonly elsewhere: (shop: string, ringing: number, nextShop: string) => string;
  readonly away: string;
  readonly lost: (seconds: number) => string;
  readonly lostWhy: string;
  readonly leaveTitle: string;
  readonly leaveText: (open: number) => string;
  readonly leaveYes: string;
  readonly leaveNo: string;
  readonly left: (open: number) => string;
  readonly notRead: string;
};

const ko: ShellWords = {
  back: '뒤로',
  board: '주문판',
  menu: '메뉴',
  shop: '가게',
  day: '오늘',
  language: 'English',
  quit: '종료',
  nextShop: '다른 가게',
  elsewhere: (shop, ringing, nextShop) => `${shop}: 새 주문 ${ringing}건. ${nextShop} 키로 건너가세요.`,
  away: '데몬이 쉬고 있어요. 새 주문과 알림은 데몬이 켜져야 전해져요: baedal daemon',
  lost: (seconds) => (seconds < 60 ? `연결 끊김 · ${seconds}초 전 자료` : `연결 끊김 · ${Math.floor(seconds / 60)}분 전 자료`),
  lostWhy: '연결이 끊겨서 지금은 바꿀 수 없어요. 저절로 다시 이어져요.',
  leaveTitle: '화면을 닫을까요?',
  leaveText: (open) => `주방에 ${open}건이 있어요. 닫으면 새 주문이 울리지 않고, 고객에게는 가게 화면이 꺼졌다고 알려요.`,
  leaveYes: '닫기',
  leaveNo: '계속 보기',
  left: (open) => `주방에 ${open}건이 남아 있어요.`,
  notRead: '이 가게의 주문판을 볼 수 없어요.',
};

const en: ShellWords = {
  back: 'back',
  board: 'board',
  menu: 'menu',
  shop: 'shop',
  day: 'today',
  language: '한국어',
  quit: 'quit',
  nextShop: 'next shop',
  elsewhere: (shop, ringing, nextShop) => `${shop}: ${ringing} new. Press ${nextShop} to go there.`,
  away: 'No daemon is running. New orders and messages arrive once one is: baedal daemon',
  lost: (seconds) => (seconds < 60 ? `disconnected · as of ${seconds}s ago` : `disconnected · as of ${Math.floor(seconds / 60)} min ago`),
  lostWhy: 'Disconnected: nothing can be changed now. It reconnects by itself.',
  leaveTitle: 'Close the screen?',
  leaveText: (open) => `${open} in the kitchen. Once it is closed nothing rings, and customers are told that the shop's screen is off.`,
  leaveYes: 'close',
  leaveNo: 'stay',
  left: (open) => `${open} still in the kitchen.`,
  notRead: 'The board of this shop cannot be seen.',
};

const all: Readonly<Record<Lang, ShellWords>> = { ko, en };
export const shellWords = (lang: Lang): ShellWords => all[lang];
