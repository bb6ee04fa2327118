import type { Lang } from '../../../words/lang.ts';
import type { SaveProblem } from '../../seat.ts';

/** What stands around the numbers of a day; the numbers are named as `baedal sales` names them. */
export type DayWords = {
  readonly title: string;
  readonly today: string;
  readonly before: string;
  readonly next: string;
  readonly toToday: string;
  readonly notYet: string;
  readonly nothing: string;
  readonly save: string;
  readonly unread: string;
  readonly saveTitle: string;
  readonly saveAbout: string;
  readonly saveFile: string;
  readonly saveYes: string;
  readonly leave: string;
  readonly saveEmpty: string;
  readonly saved: (file: string) => string;
  readonly problem: Readonly<Record<SaveProblem, string>>;
};

const ko: DayWords = {
  title: '매출',
  today: '오늘',
  before: '하루 전',
  next: '하루 뒤',
  toToday: '오늘',
  notYet: '아직 오지 않은 날이에요.',
  nothing: '이날은 주문이 없었어요. ←로 하루 전을 볼 수 있어요.',
  save: '저장',
  unread: '아직 읽고 있어요.',
  saveTitle: '하루 마감 저장',
  saveAbout: '이 날의 마감을 글로 저장해요. 파일은 나만 읽을 수 있어요.',
  saveFile: '파일',
  saveYes: '저장하기',
  leave: '그만두기',
  saveEmpty: '파일 이름을 적어 주세요.',
  saved: (file) => `저장했어요: ${file}`,
  problem: {
    exists: '이미 있는 이름이에요. 다른 이름을 적어 주세요.',
    'no-folder': '그런 폴더가 없어요. 있는 폴더를 적어 주세요.',
    'not-allowed': '여기에는 쓸 수 없어요. 다른 곳을 적어 주세요.',
    full: '디스크에 자리가 없어요.',
  },
};

const en: DayWords = {
  title: 'sales',
  today: 'today',
  before: 'day before',
  next: 'next day',
  toToday: 'today',
  notYet: 'That day has not come yet.',
  nothing: 'There were no orders on this day. ← shows the day before.',
  save: 'save',
  unread: 'It is still being read.',
  saveTitle: "Save the day's close",
  saveAbout: "The day's close as a page of text, in a file that only you can read.",
  saveFile: 'file',
  saveYes: 'save',
  leave: 'leave it',
  saveEmpty: 'Write the name of a file.',
  saved: (file) => `Saved: ${file}`,
  problem: {
    exists: 'There is one of that name. Write another.',
    'no-folder': 'There is no such folder. Write one that is there.',
    'not-allowed': 'Nothing may be written there. Write another place.',
    full: 'The disk is full.',
  },
};

const all: Readonly<Record<Lang, DayWords>> = { ko, en };
export const dayWords = (lang: Lang): DayWords => all[lang];
