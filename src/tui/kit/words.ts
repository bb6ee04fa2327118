import type { Lang } from '../../words/lang.ts';

/** What the widgets themselves say; screens bring their own words. */
export type KitWords = {
  readonly close: string;
  readonly help: string;
  readonly keysTitle: string;
  readonly sameInShell: string;
  readonly no: string;
  readonly move: string;
  readonly scroll: string;
  readonly choose: string;
  readonly loading: string;
  readonly searchHint: string;
  readonly results: string;
  readonly stopSearch: string;
  readonly tooSmall: (columns: number, rows: number) => string;
  readonly smallNow: (columns: number, rows: number) => string;
  readonly broken: string;
  readonly again: string;
  readonly notRead: (incident: string) => string;
  readonly failed: (incident: string) => string;
  /** Somebody else holds the database: still waiting for it, and given up. */
  readonly waits: string;
  readonly busy: string;
  readonly brokenNext: (incident: string) => string;
  readonly choosePlainly: (min: number, max: number) => string;
  readonly atMost: (max: number) => string;
  readonly left: (minutes: number) => string;
  readonly over: string;
  readonly step: (at: number, of: number) => string;
  readonly qrNeeds: (columns: number, rows: number) => string;
  readonly swapLight: string;
};

const ko: KitWords = {
  close: '닫기',
  help: '도움말',
  keysTitle: '쓸 수 있는 키',
  sameInShell: '명령으로는',
  no: '아니요',
  move: '이동',
  scroll: '넘기기',
  choose: '고르기',
  loading: '불러오고 있어요…',
  searchHint: '이름이나 초성으로 찾아보세요',
  results: '결과 보기',
  stopSearch: '검색 끝내기',
  tooSmall: (columns, rows) => `창을 ${columns}×${rows} 이상으로 키워 주세요.`,
  smallNow: (columns, rows) => `지금 ${columns}×${rows}`,
  broken: '화면에 문제가 생겼어요. 주문과 결제는 그대로 안전해요.',
  failed: (incident) => `하지 못했어요. 다시 해 보시고, 또 그러면 이 번호를 알려 주세요: ${incident}`,
  waits: '잠시만요, 다른 프로그램이 데이터베이스를 쓰고 있어요.',
  busy: '다른 프로그램이 쓰고 있어요. 바뀐 것은 없으니 잠시 뒤 다시 눌러 주세요.',
  again: '다시 열기',
  notRead: (incident) => `지금은 읽을 수 없어요. 곧 다시 해 볼게요. (${incident})`,
  brokenNext: (incident) => `Enter로 다시 열어 보시고, 또 그러면 이 번호를 알려 주세요: ${incident}`,
  choosePlainly: (min, max) => {
    if (min === max) return `${min}개를 골라 주세요`;
    if (min === 0) return `안 골라도 돼요 · 최대 ${max}개`;
    return `${min}개부터 ${max}개까지 골라 주세요`;
  },
  atMost: (max) => `최대 ${max}개까지 고를 수 있어요. 먼저 하나를 빼 주세요.`,
  left: (minutes) => `${minutes}분 남음`,
  over: '시간이 지났어요',
  step: (at, of) => `${of}단계 중 ${at}단계`,
  qrNeeds: (columns, rows) => `QR 코드를 그리려면 창이 ${columns}×${rows} 이상이어야 해요.`,
  swapLight: '밝기 뒤집기',
};

const en: KitWords = {
  close: 'close',
  help: 'help',
  keysTitle: 'Keys you can use',
  sameInShell: 'as a command',
  no: 'no',
  move: 'move',
  scroll: 'scroll',
  choose: 'choose',
  loading: 'Loading…',
  searchHint: 'type a name or a part of it',
  results: 'results',
  stopSearch: 'stop searching',
  tooSmall: (columns, rows) => `Please make the window ${columns}×${rows} or larger.`,
  smallNow: (columns, rows) => `now ${columns}×${rows}`,
  broken: 'Something on this screen broke. Your orders and payments are safe.',
  failed: (incident) => `That did not work. Try again; if it happens once more, tell us this number: ${incident}`,
  waits: 'One moment: another program holds the database.',
  busy: 'Another program is writing; nothing was changed. Press again in a moment.',
  again: 'open again',
  notRead: (incident) => `This cannot be read right now; it is tried again by itself. (${incident})`,
  brokenNext: (incident) => `Press Enter to open it again; if it happens once more, tell us this number: ${incident}`,
  choosePlainly: (min, max) => {
    if (min === max) return `Choose ${min}`;
    if (min === 0) return `Optional, up to ${max}`;
    return `Choose ${min} to ${max}`;
  },
  atMost: (max) => `You can choose at most ${max}. Take one away first.`,
  left: (minutes) => `${minutes} min left`,
  over: 'time is over',
  step: (at, of) => `step ${at} of ${of}`,
  qrNeeds: (columns, rows) => `A QR code needs a window of ${columns}×${rows} or larger.`,
  swapLight: 'swap light and dark',
};

const all: Readonly<Record<Lang, KitWords>> = { ko, en };
export const kitWords = (lang: Lang): KitWords => all[lang];
