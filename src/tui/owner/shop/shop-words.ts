import type { Lang } from '../../../words/lang.ts';

/** What the owner is asked, and told, of taking orders. */
export type ShopWords = {
  readonly open: string;
  readonly isOpen: string;
  readonly pause: string;
  readonly close: string;
  readonly leave: string;
  readonly pauseTitle: string;
  readonly pauseAbout: (kitchen: number) => string;
  readonly pauseYes: string;
  readonly minutes: (count: number) => string;
  readonly tomorrow: string;
  readonly closeTitle: string;
  readonly closeAbout: (kitchen: number) => string;
  readonly closeYes: string;
  readonly closeToday: string;
  readonly closeForever: string;
  readonly opened: string;
  readonly openedOutside: (intake: string) => string;
  readonly paused: (until: string, open: string) => string;
  readonly closed: (open: string) => string;
  readonly now: string;
  readonly told: string;
  readonly kitchen: string;
  readonly kitchenOf: (count: number) => string;
  readonly soldOut: string;
  readonly soldOutOf: (count: number, names: string) => string;
  readonly soldOutNone: string;
  readonly settings: string;
  readonly holidaysMore: (count: number) => string;
  readonly change: string;
};

const ko: ShopWords = {
  open: '열기',
  isOpen: '이미 주문을 받고 있어요.',
  pause: '잠시 멈추기',
  close: '일찍 닫기',
  leave: '그만두기',
  pauseTitle: '주문 잠시 멈추기',
  pauseAbout: (kitchen) => `언제까지 새 주문을 받지 않을까요?${kitchen === 0 ? '' : ` 주방에 있는 ${kitchen}건은 그대로예요.`}`,
  pauseYes: '멈추기',
  minutes: (count) => (count < 60 ? `${count}분` : `${count / 60}시간`),
  tomorrow: '내일까지',
  closeTitle: '가게 닫기',
  closeAbout: (kitchen) => `새 주문을 더 받지 않아요.${kitchen === 0 ? '' : ` 주방에 있는 ${kitchen}건은 그대로예요.`}`,
  closeYes: '닫기',
  closeToday: '오늘만 일찍 닫기',
  closeForever: '다시 열 때까지 닫기',
  opened: '영업시간에 주문을 받아요.',
  openedOutside: (intake) => `열었지만 지금은 영업시간이 아니에요: ${intake}`,
  paused: (until, open) => `새 주문을 멈췄어요. 다시 받는 시각: ${until}. ${open} 바로 열기`,
  closed: (open) => `닫았어요. ${open} 다시 열기`,
  now: '지금',
  told: '고객에게 보이는 말',
  kitchen: '주방',
  kitchenOf: (count) => `${count}건`,
  soldOut: '품절',
  soldOutOf: (count, names) => `${count}개: ${names}`,
  soldOutNone: '없음',
  settings: '설정',
  holidaysMore: (count) => `그 밖에 ${count}일`,
  change: '시간과 배달비를 바꾸려면',
};

const en: ShopWords = {
  open: 'open',
  isOpen: 'Orders are taken already.',
  pause: 'pause',
  close: 'close early',
  leave: 'leave it',
  pauseTitle: 'Pause',
  pauseAbout: (kitchen) => `No new orders until when?${kitchen === 0 ? '' : ` What is in the kitchen (${kitchen}) stays as it is.`}`,
  pauseYes: 'pause',
  minutes: (count) => (count < 60 ? `${count} minutes` : count === 60 ? '1 hour' : `${count / 60} hours`),
  tomorrow: 'until tomorrow',
  closeTitle: 'Close the shop',
  closeAbout: (kitchen) => `No new orders are taken.${kitchen === 0 ? '' : ` What is in the kitchen (${kitchen}) stays as it is.`}`,
  closeYes: 'close',
  closeToday: 'for today only',
  closeForever: 'until it is opened again',
  opened: 'Orders are taken within the hours.',
  openedOutside: (intake) => `Opened, but not within the hours: ${intake}`,
  paused: (until, open) => `Paused. Orders are taken again: ${until}. ${open} opens now`,
  closed: (open) => `Closed. ${open} opens it again`,
  now: 'now',
  told: 'customers are told',
  kitchen: 'kitchen',
  kitchenOf: (count) => `${count} open`,
  soldOut: 'sold out',
  soldOutOf: (count, names) => `${count}: ${names}`,
  soldOutNone: 'nothing',
  settings: 'settings',
  holidaysMore: (count) => `${count} more`,
  change: 'to change hours and fees',
};

const all: Readonly<Record<Lang, ShopWords>> = { ko, en };
export const shopWords = (lang: Lang): ShopWords => all[lang];
