import type { OrderStatus } from '../../../core/views/order-view.ts';
import type { Lang } from '../../../words/lang.ts';

type Step = 'placed' | 'accepted' | 'cooking' | 'cooked' | 'delivering' | 'delivered';

export type OrderWords = {
  readonly title: (shop: string) => string;
  readonly steps: Readonly<Record<Step, string>>;
  /** What goes on, in a sentence. */
  readonly now: Readonly<Record<OrderStatus, string>>;
  readonly riderWaits: string;
  readonly riderComing: string;
  readonly ready: (at: string) => string;
  readonly arrives: (at: string) => string;
  readonly acceptBy: string;
  readonly paid: (won: string) => string;
  readonly refundPending: (won: string) => string;
  readonly refunded: (won: string) => string;
  readonly refundFailed: (won: string) => string;
  readonly refundAttention: (won: string) => string;
  readonly items: string;
  readonly fee: string;
  readonly free: string;
  readonly total: string;
  readonly to: string;
  readonly toShop: string;
  readonly toRider: string;
  readonly messages: string;
  readonly noMessages: string;
  readonly cancel: string;
  readonly isOver: string;
  readonly canceled: string;
  readonly reorder: string;
  readonly why: string;
  readonly copy: string;
  readonly copied: (id: string) => string;
  readonly notCopied: string;
  readonly showCode: string;
  readonly codeTitle: string;
  readonly codeAbout: string;
  readonly gone: string;
  readonly stale: (since: string) => string;
  readonly acceptOr: (by: string) => string;
  readonly acceptOver: string;
  readonly notYetThere: string;
  readonly late: (minutes: number) => string;
  readonly nextTry: (at: string) => string;
  readonly endedBy: (reason: string, at: string) => string;
  readonly thanks: string;
  readonly save: string;
  readonly toMessages: (count: number) => string;
  readonly toItems: string;
  readonly switchTo: string;
  readonly waiting: (status: string) => string;
  readonly messagesWait: string;
  readonly sender: string;
};

const ko: OrderWords = {
  title: (shop) => `주문 · ${shop}`,
  steps: { placed: '주문', accepted: '접수', cooking: '조리', cooked: '완성', delivering: '배달', delivered: '도착' },
  now: {
    placed: '가게가 주문을 확인하고 있어요.',
    accepted: '가게가 주문을 받았어요. 곧 조리를 시작해요.',
    cooking: '지금 조리하고 있어요.',
    cooked: '음식이 다 됐어요.',
    delivering: '라이더가 가져가고 있어요.',
    delivered: '도착했어요. 맛있게 드세요!',
    canceled: '취소된 주문이에요.',
    rejected: '가게가 받지 못한 주문이에요.',
    expired: '가게가 제시간에 받지 못해 취소됐어요.',
    'delivery-failed': '배달하지 못했어요.',
  },
  riderWaits: '라이더를 찾고 있어요.',
  riderComing: '라이더가 가게로 가고 있어요.',
  ready: (at) => `조리 예정 ${at}`,
  arrives: (at) => `도착 예상 ${at}`,
  acceptBy: '가게의 답을 기다려요:',
  paid: (won) => `${won} 결제했어요`,
  refundPending: (won) => `${won} 돌려드리는 중이에요`,
  refunded: (won) => `${won} 돌려드렸어요`,
  refundAttention: (won) => `${won} 환불이 저절로 되지 않아 사람이 직접 확인하고 있어요. 되면 알려 드려요`,
  refundFailed: (won) => `${won} 환불이 늦어지고 있어요. 될 때까지 다시 시도하고, 되면 알려 드려요`,
  items: '주문한 것',
  fee: '배달비',
  free: '무료',
  total: '합계',
  to: '받는 곳',
  toShop: '가게에',
  toRider: '라이더에게',
  messages: '받은 알림',
  noMessages: '아직 받은 알림이 없어요.',
  cancel: '취소',
  isOver: '이미 끝난 주문이에요.',
  canceled: '취소했어요. 낸 돈은 돌려드려요.',
  reorder: '다시 주문',
  why: '지난 일',
  copy: '번호 복사',
  copied: (id) => `주문 번호를 복사했어요: ${id}`,
  notCopied: '이 터미널에는 복사할 수 없어요.',
  showCode: '번호를 QR로 보여 주기',
  codeTitle: '주문 번호',
  codeAbout: '가게나 라이더에게 이 코드나 번호를 보여 주세요.',
  gone: '주문을 찾을 수 없어요.',
  stale: (since) => `지금은 새로 읽을 수 없어 ${since} 모습을 보여 드려요. 주문은 그대로 진행돼요.`,
  acceptOr: (by) => `${by}까지 답이 없으면 저절로 취소되고 낸 돈은 모두 돌려드려요.`,
  acceptOver: '답할 시간이 지났어요. 곧 저절로 취소되고 낸 돈은 모두 돌려드려요.',
  notYetThere: '주문은 안전하게 저장됐어요. 데몬이 켜지면 가게에 바로 전해져요.',
  late: (minutes) => `예정보다 ${minutes}분 늦어지고 있어요`,
  nextTry: (at) => `다음 시도 ${at}`,
  endedBy: (reason, at) => `${at} · ${reason}`,
  thanks: '고마워요. 다음에 또 먹고 싶다면 r 다시 주문, s 단골 메뉴로 저장',
  save: '단골로 저장',
  toMessages: (count) => `Tab 받은 알림 ${count}`,
  toItems: 'Tab 주문한 것',
  switchTo: '알림/내역',
  waiting: (status) => `${status} · 곧 보내요`,
  messagesWait: '데몬이 꺼져 있어 알림이 밀려 있어요. 켜지면 보내고, 주문 상태는 지금도 맞아요.',
  sender: '배달',
};

const en: OrderWords = {
  title: (shop) => `Order · ${shop}`,
  steps: { placed: 'ordered', accepted: 'taken', cooking: 'cooking', cooked: 'ready', delivering: 'riding', delivered: 'here' },
  now: {
    placed: 'The shop is looking at your order.',
    accepted: 'The shop has accepted your order and will start cooking soon.',
    cooking: 'Your food is being cooked.',
    cooked: 'Your food is ready.',
    delivering: 'The rider is on the way to you.',
    delivered: 'It has arrived. Enjoy your meal!',
    canceled: 'This order was canceled.',
    rejected: 'The shop could not take this order.',
    expired: 'The shop did not answer in time, so the order was canceled.',
    'delivery-failed': 'It could not be delivered.',
  },
  riderWaits: 'Looking for a rider.',
  riderComing: 'The rider is on the way to the shop.',
  ready: (at) => `ready about ${at}`,
  arrives: (at) => `arrives about ${at}`,
  acceptBy: 'Time to answer:',
  paid: (won) => `${won} paid`,
  refundPending: (won) => `${won} is on its way back to you`,
  refunded: (won) => `${won} was refunded`,
  refundAttention: (won) => `The refund of ${won} did not go through by itself; somebody looks into it and tells you when it is done`,
  refundFailed: (won) => `The refund of ${won} takes longer. We keep trying and tell you when it is done`,
  items: 'What you ordered',
  fee: 'delivery',
  free: 'free',
  total: 'total',
  to: 'to',
  toShop: 'to the shop',
  toRider: 'to the rider',
  messages: 'Messages',
  noMessages: 'No message yet.',
  cancel: 'cancel',
  isOver: 'This order is over.',
  canceled: 'Canceled. Your money is on its way back.',
  reorder: 'order again',
  why: 'history',
  copy: 'copy id',
  copied: (id) => `copied: ${id}`,
  notCopied: 'This terminal cannot be copied to.',
  showCode: 'show id as QR',
  codeTitle: 'Order id',
  codeAbout: 'Show the code or the id to the shop or the rider.',
  gone: 'The order was not found.',
  stale: (since) => `This cannot be read anew right now, so you see it as of ${since}. Your order goes on.`,
  acceptOr: (by) => `Without an answer by ${by} it is canceled by itself, and all of your money comes back.`,
  acceptOver: 'The time to answer is over. It is canceled by itself soon, and all of your money comes back.',
  notYetThere: 'Your order is safely stored. The shop hears of it as soon as a daemon runs.',
  late: (minutes) => `${minutes} min later than planned`,
  nextTry: (at) => `next try ${at}`,
  endedBy: (reason, at) => `${at} · ${reason}`,
  thanks: 'Thank you! Would you have it again? r order again, s keep it as a usual',
  save: 'keep as usual',
  toMessages: (count) => `Tab messages ${count}`,
  toItems: 'Tab what you ordered',
  switchTo: 'messages/items',
  waiting: (status) => `${status} · will be sent`,
  messagesWait: 'No daemon runs, so messages wait until one does. What you see of the order is right all the same.',
  sender: 'baedal',
};

const all: Readonly<Record<Lang, OrderWords>> = { ko, en };
export const orderWords = (lang: Lang): OrderWords => all[lang];
