import type { Lang } from '../../words/lang.ts';

/** What every screen of the customer says around its own. */
export type ShellWords = {
  readonly shops: string;
  readonly back: string;
  readonly cart: string;
  readonly orders: string;
  readonly profile: string;
  readonly language: string;
  readonly quit: string;
  readonly inCart: (count: number, won: string) => string;
  readonly away: string;
  readonly leaveTitle: string;
  readonly leaveText: (count: number) => string;
  readonly leaveYes: string;
  readonly leaveNo: string;
  readonly stillOpen: (status: string, shop: string) => string;
  readonly payingStill: string;
  readonly noteLate: string;
  readonly noteKept: string;
  readonly noneFound: (text: string) => string;
};

const ko: ShellWords = {
  shops: '가게',
  back: '뒤로',
  cart: '장바구니',
  orders: '주문',
  profile: '내 정보',
  language: 'English',
  quit: '종료',
  inCart: (count, won) => `장바구니 ${count} · ${won}`,
  away: '데몬이 쉬고 있어요. 주문은 지금도 되고, 가게에는 데몬이 켜지면 전해져요.',
  leaveTitle: '나갈까요?',
  leaveText: (count) => `장바구니에 ${count}개가 담겨 있어요. 그대로 남아 있으니 다음에 이어서 주문할 수 있어요.`,
  leaveYes: '나가기',
  leaveNo: '계속 보기',
  stillOpen: (status, shop) => `${shop} · ${status}`,
  payingStill: '결제를 확인하고 있어요. 나가도 끝까지 확인하고, 두 번 결제되지 않아요.',
  noteLate: '메모를 아직 저장하지 못했어요. 다시 해 볼게요. 주문하면 함께 보내요.',
  noteKept: '메모를 저장했어요.',
  noneFound: (text) => `‘${text}’에 맞는 것이 없어요. 다른 말로 찾아 보세요.`,
};

const en: ShellWords = {
  shops: 'Shops',
  back: 'back',
  cart: 'cart',
  orders: 'orders',
  profile: 'profile',
  language: '한국어',
  quit: 'quit',
  inCart: (count, won) => `cart ${count} · ${won}`,
  away: 'No daemon is running. You can order all the same; the shop hears it later.',
  leaveTitle: 'Leave?',
  leaveText: (count) => `${count === 1 ? 'One dish is' : `${count} dishes are`} in your cart. It stays there for the next time.`,
  leaveYes: 'leave',
  leaveNo: 'stay',
  stillOpen: (status, shop) => `${shop} · ${status}`,
  payingStill: 'Your payment is being looked into. That goes on without you, and you are not charged twice.',
  noteLate: 'Your note is not saved yet; that is tried again. An order takes it along.',
  noteKept: 'Your note is saved.',
  noneFound: (text) => `Nothing matches “${text}”. Try other words.`,
};

const all: Readonly<Record<Lang, ShellWords>> = { ko, en };
export const shellWords = (lang: Lang): ShellWords => all[lang];
