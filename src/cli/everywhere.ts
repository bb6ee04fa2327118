import type { OptionSpec } from './verb.ts';

/** What every command understands. */
export const everywhere: readonly OptionSpec[] = [
  { flags: '--json', about: { ko: '프로그램이 읽을 JSON 한 줄로', en: 'print one JSON value for programs' } },
  {
    flags: '--as <actor>',
    about: {
      ko: '누구로서: customer:<id>, owner:<shop>, rider:<id>, operator',
      en: 'who is asking: customer:<id>, owner:<shop>, rider:<id>, operator',
    },
  },
  { flags: '--db <file>', about: { ko: '데이터베이스 파일 (BAEDAL_DB)', en: 'the database file (BAEDAL_DB)' } },
  { flags: '--lang <ko|en>', about: { ko: '언어 (기본: 로캘)', en: 'the language (default: by locale)' } },
];
