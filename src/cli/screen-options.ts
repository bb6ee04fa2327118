import type { OptionSpec } from './verb.ts';

/** What every screen understands. */
export const screenOptions: readonly OptionSpec[] = [
  { flags: '--theme <dark|light|none>', about: { ko: '화면의 색 (BAEDAL_THEME)', en: 'the colors of the screens (BAEDAL_THEME)' } },
  { flags: '--ascii', about: { ko: '선과 기호를 ASCII로 (BAEDAL_ASCII)', en: 'lines and signs in plain ASCII (BAEDAL_ASCII)' } },
  { flags: '--screen-reader', about: { ko: '화면 낭독기용: 테두리 없이 줄로', en: 'for screen readers: lines, no borders' } },
];
