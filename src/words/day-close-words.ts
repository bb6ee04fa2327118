import type { Lang } from './lang.ts';

/** What the close of a day says beside the names of its figures, which are those of `baedal sales`. */
export type DayCloseWords = {
  readonly close: string;
  readonly asOf: (at: string) => string;
  readonly notOver: (underway: number) => string;
  readonly byHour: string;
  readonly items: string;
  readonly noneOwed: string;
  readonly ofItem: (undone: number) => string;
};

const ko: DayCloseWords = {
  close: '하루 마감',
  asOf: (at) => `${at} 기준`,
  notOver: (underway) => `진행 중인 주문 ${underway}건이 끝나면 달라져요.`,
  byHour: '시간대별',
  items: '팔린 메뉴 (배달비 빼고)',
  noneOwed: '없음',
  ofItem: (undone) => `취소 ${undone}`,
};

const en: DayCloseWords = {
  close: "day's close",
  asOf: (at) => `as of ${at}`,
  notOver: (underway) =>
    underway === 1 ? 'It changes when the order under way has ended.' : `It changes when the ${underway} orders under way have ended.`,
  byHour: 'by hour',
  items: 'items sold (without delivery)',
  noneOwed: 'nothing',
  ofItem: (undone) => `${undone} canceled`,
};

export const dayCloseWords = (lang: Lang): DayCloseWords => (lang === 'ko' ? ko : en);
