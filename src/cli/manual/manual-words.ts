import { type Exit, exits } from '../exit.ts';
import type { Phrase } from '../stop.ts';

/** What stands in a manual page beside the table of commands. */
export const headings = {
  name: { ko: '이름', en: 'NAME' },
  synopsis: { ko: '사용법', en: 'SYNOPSIS' },
  about: { ko: '설명', en: 'DESCRIPTION' },
  commands: { ko: '명령', en: 'COMMANDS' },
  options: { ko: '옵션', en: 'OPTIONS' },
  everywhere: { ko: '어느 명령에나', en: 'OPTIONS OF EVERY COMMAND' },
  examples: { ko: '예', en: 'EXAMPLES' },
  json: { ko: 'JSON', en: 'JSON' },
  exit: { ko: '종료 코드', en: 'EXIT STATUS' },
  environment: { ko: '환경 변수', en: 'ENVIRONMENT' },
  files: { ko: '파일', en: 'FILES' },
  more: { ko: '더 보기', en: 'SEE ALSO' },
} as const satisfies Record<string, Phrase>;

export const manualName: Phrase = { ko: 'baedal 설명서', en: 'baedal manual' };

export const introduction: Phrase = {
  ko: '고객은 주문하고 결제하고, 상점은 접수하고 조리하고, 라이더는 나르고, 운영자는 지켜봐요. 데이터베이스 파일 하나로 모두 함께 써요. 데이터는 표준 출력으로, 안내와 오류는 표준 오류로 나가요.',
  en: 'Customers order and pay, shops accept and cook, riders carry, an operator keeps the house; all of them share one database file. Data goes to stdout, talk and errors to stderr.',
};

/** An exit code without a meaning is a type error. */
const meanings: Readonly<Record<keyof typeof exits, Phrase>> = {
  done: { ko: '됐음', en: 'done' },
  fault: { ko: '예상하지 못한 오류', en: 'an unexpected fault' },
  usage: { ko: '잘못된 사용법이나 입력', en: 'wrong usage or input' },
  notFound: { ko: '찾을 수 없음', en: 'not found' },
  notAllowed: { ko: '허락되지 않음', en: 'not allowed' },
  wrongState: { ko: '지금은 할 수 없음, 늦었음', en: 'wrong state, too late' },
  changed: { ko: '주문할 것이 달라졌음: 확인 필요', en: 'the checkout changed: review' },
  declined: { ko: '결제 거절', en: 'payment declined' },
  unknown: { ko: '아직 알 수 없음: 다시 확인', en: 'not known yet: look again' },
  later: { ko: '나중에 다시', en: 'try again later' },
  configuration: { ko: '설정 오류', en: 'configuration' },
};
const isName = (name: string): name is keyof typeof exits => Object.hasOwn(exits, name);

export const exitMeanings: readonly (readonly [code: Exit, meaning: Phrase])[] = Object.keys(exits)
  .filter(isName)
  .map((name) => [exits[name], meanings[name]]);

export const variables: readonly (readonly [name: string, about: Phrase])[] = [
  ['BAEDAL_DB', { ko: '--db가 없을 때의 데이터베이스', en: 'the database, where --db is not given' }],
  ['XDG_DATA_HOME, XDG_CONFIG_HOME', { ko: '파일을 두는 곳', en: 'where files are kept' }],
  ['LC_ALL, LC_MESSAGES, LANG', { ko: '언어', en: 'the language' }],
  ['NO_COLOR, FORCE_COLOR, TERM', { ko: '색', en: 'colours' }],
  ['BAEDAL_ACCEPT_LEASE_MS …', { ko: '기한과 재시도 설정 (docs/cli.md)', en: 'settings of deadlines and retries (docs/cli.md)' }],
  ['BAEDAL_DEBUG', { ko: '1: 예상하지 못한 오류의 자세한 내용', en: '1: where an unexpected fault came from' }],
];

export const files: readonly (readonly [name: string, about: Phrase])[] = [
  ['$XDG_DATA_HOME/baedal/baedal.db', { ko: '데이터베이스 (~/.local/share)', en: 'the database (~/.local/share)' }],
  ['$XDG_CONFIG_HOME/baedal/profile.json', { ko: '이 컴퓨터의 고객 (~/.config)', en: 'the customer of this machine (~/.config)' }],
];
