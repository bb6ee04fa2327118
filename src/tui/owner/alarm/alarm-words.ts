import type { AlarmKind } from '../../../core/events.ts';
import type { StoppedAt } from '../../../core/views/order-view.ts';
import type { Lang } from '../../../words/lang.ts';

/** What an alarm over the board says. */
export type AlarmWords = {
  readonly title: Readonly<Record<AlarmKind, string>>;
  readonly was: Readonly<Record<StoppedAt, string>>;
  /** Of food that was on the road already. */
  readonly undelivered: string;
  readonly more: (count: number) => string;
  readonly bump: string;
  readonly who: (party: string, reason: string) => string;
  readonly since: (clock: string, minutes: number) => string;
  readonly rider: (name: string) => string;
  readonly soon: string;
  readonly gone: string;
};

const ko: AlarmWords = {
  title: { 'stop-cooking': '조리 중지', 'delivery-failed': '배달 실패' },
  was: {
    accepted: '아직 조리 전이에요. 시작하지 마세요.',
    cooking: '조리하던 주문이에요. 지금 멈추세요.',
    cooked: '이미 조리를 마친 주문이에요. 내보내지 마세요.',
  },
  undelivered: '고객에게 전하지 못했어요. 받은 돈은 모두 돌려줘요.',
  more: (count) => `${count}건 더`,
  bump: '봤어요',
  who: (party, reason) => `${party} · ${reason}`,
  since: (clock, minutes) => (minutes < 1 ? `${clock} · 방금` : `${clock} · ${minutes}분 전`),
  rider: (name) => `라이더 ${name}`,
  soon: '먼저 읽어 주세요. 잠시 뒤에 치울 수 있어요.',
  gone: '경고를 치웠어요. 누가 언제 봤는지 기록에 남아요.',
};

const en: AlarmWords = {
  title: { 'stop-cooking': 'STOP COOKING', 'delivery-failed': 'DELIVERY FAILED' },
  was: {
    accepted: 'Not cooking yet. Do not start it.',
    cooking: 'It is being cooked. Stop now.',
    cooked: 'It is cooked already. Do not hand it over.',
  },
  undelivered: 'It reached nobody. All of the money goes back.',
  more: (count) => `${count} more`,
  bump: 'seen',
  who: (party, reason) => `${party} · ${reason}`,
  since: (clock, minutes) => (minutes < 1 ? `${clock} · just now` : `${clock} · ${minutes} min ago`),
  rider: (name) => `rider ${name}`,
  soon: 'Read it first. It can be bumped in a moment.',
  gone: 'Bumped away. Who saw it and when stays on record.',
};

const all: Readonly<Record<Lang, AlarmWords>> = { ko, en };
export const alarmWords = (lang: Lang): AlarmWords => all[lang];
