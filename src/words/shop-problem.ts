import type { Complaint, Problem } from '../core/catalog/problem.ts';
import { formatWon, won } from '../core/money.ts';
import type { Lang } from './lang.ts';

/** `{max}` stands for the complaint's own number. */
type Sayings = Readonly<Record<Complaint['kind'], string>>;

const en: Sayings = {
  'not-object': 'must be an object',
  'not-list': 'must be a list',
  'not-text': 'must be text',
  empty: 'must not be empty',
  'unknown-field': 'is not known here',
  'too-many': 'must have at most {max} entries',
  'too-many-items': 'must have at most {max} items',
  'too-long': 'must have at most {max} characters',
  'not-number': 'must be a number from {min} to {max}',
  'not-whole': 'must be a whole number from {min} to {max}',
  'not-won': 'must be whole won, 9000 for ₩9,000, at most {max}',
  'not-shop-id': 'must be an id such as shop_hanki',
  'not-local-id': 'must be letters and digits, with _ . - inside, at most 64',
  'id-taken': 'is already the id of {by}',
  'id-in-use': 'is in use already; choose another one with --id',
  'not-zone': 'must be a time zone such as Asia/Seoul',
  'not-intake': 'must be open, paused or closed',
  'until-without-pause': 'belongs to a pause only',
  'no-tier': 'must have at least one tier',
  'last-tier': 'is the last tier and must hold for every order in the area',
  'not-week': 'must be seven lists of spans, Monday first',
  'not-day': 'must be a day such as 2026-12-25',
  'day-twice': 'is in the list twice',
  'span-overlaps': 'must not be before the end of the span before it',
  'night-overlaps': 'must not be before the end of the night before it',
  'unreadable-days': 'must be days such as mon-fri, sat, sun, daily, weekend',
  'unreadable-hours': 'must be hours such as 11:00-22:00, 11-15 17-22, 22:00-02:00, 24h or closed',
  'unreadable-location': 'must be latitude, longitude such as 37.5495, 126.9138',
  'unreadable-choose': 'must be how many may be chosen: 1, 0-3 or 1-2, and not more than there are choices',
  'unreadable-lease': 'must be whole minutes from {min} to {max}, or default',
  'weekday-twice': 'names a day that has its hours already',
  'no-such-group': 'is not among the shared options of this file',
  'other-shop': 'is another shop; to copy its menu, take this line and version out of the file',
};

const ko: Sayings = {
  'not-object': '항목 이름과 값을 적으세요 (예: name: 김치찌개)',
  'not-list': '목록이어야 해요 (- 로 시작하는 줄들)',
  'not-text': '글자여야 해요',
  empty: '비어 있어요',
  'unknown-field': '모르는 항목이에요',
  'too-many': '{max}개까지 적을 수 있어요',
  'too-many-items': '메뉴는 {max}개까지예요',
  'too-long': '{max}자까지 적을 수 있어요',
  'not-number': '{min}–{max} 범위의 숫자를 적으세요',
  'not-whole': '{min}–{max} 범위의 정수를 적으세요',
  'not-won': '원 단위 정수를 적으세요 (9,000원 = 9000, {max} 이하)',
  'not-shop-id': '상점 번호를 적으세요 (예: shop_hanki)',
  'not-local-id': '글자와 숫자로 적으세요 (중간에 _ . - 가능, 64자까지)',
  'id-taken': '이미 다른 곳에서 쓰는 id예요: {by}',
  'id-in-use': '이미 쓰는 id예요. --id 로 다른 것을 고르세요',
  'not-zone': '시간대를 적으세요 (예: Asia/Seoul)',
  'not-intake': 'open, paused, closed 중에서 고르세요',
  'until-without-pause': '잠시 멈출 때만 적어요',
  'no-tier': '배달비를 한 줄 이상 적으세요',
  'last-tier': '마지막 줄은 배달 지역의 모든 주문에 맞아야 해요',
  'not-week': '월요일부터 일곱 요일이 있어야 해요',
  'not-day': '날짜를 적으세요 (예: 2026-12-25)',
  'day-twice': '같은 날짜가 두 번 있어요',
  'span-overlaps': '앞 시간대가 끝나기 전에 시작해요',
  'night-overlaps': '전날 밤 영업이 끝나기 전에 시작해요',
  'unreadable-days': '요일을 적으세요 (예: 월-금, 토, 매일, 주말, mon-fri)',
  'unreadable-hours': '시간을 적으세요 (예: 11:00-22:00, 11-15 17-22, 22:00-02:00, 24시간, 휴무)',
  'unreadable-location': '위도, 경도를 적으세요 (예: 37.5495, 126.9138)',
  'unreadable-choose': '몇 개 고르는지 선택지 수 이하로 적으세요 (예: 1, 0-3, 1-2)',
  'unreadable-lease': '{min}–{max} 범위의 분을 정수로 적거나 default 라고 적으세요',
  'weekday-twice': '이미 시간을 적은 요일이 들어 있어요',
  'no-such-group': '이 파일의 options에 없는 선택 그룹이에요',
  'other-shop': '다른 상점의 파일이에요. 메뉴를 옮기려면 이 줄과 version 줄을 지우세요',
};

const sayings: Readonly<Record<Lang, Sayings>> = { en, ko };

/** What is wrong, without its place. */
export const complaintText = (problem: Complaint, lang: Lang): string => {
  const facts = new Map<string, unknown>(Object.entries(problem));
  const told = (name: string): string => {
    const value = facts.get(name);
    return problem.kind === 'not-won' && typeof value === 'number' ? formatWon(won(value), lang) : String(value);
  };
  return sayings[lang][problem.kind].replace(/\{(\w+)\}/g, (_slot, name: string) => told(name));
};

/** `menu[0].items[2].price must be …` */
export const problemText = ({ field, problem }: Problem, lang: Lang): string =>
  `${field === '' ? '' : lang === 'ko' ? `${field}: ` : `${field} `}${complaintText(problem, lang)}`;
