import type { Answer } from '../core/cart/changes.ts';
import type { Values } from './values.ts';
import type { OptionSpec } from './verb.ts';

/** Where to, for whom, paid with what: the same wherever something is ordered. */
export const deliveryOptions: readonly OptionSpec[] = [
  {
    flags: '--address <text>',
    about: {
      ko: '배달 주소나 저장한 이름 (기본: 기본 주소, 없으면 지난 주소)',
      en: 'where to, or the name of a kept address (default: the default one, else the last)',
    },
  },
  {
    flags: '--at <lat,lng>',
    about: { ko: '배달 위치의 위도,경도 (배달비와 지역 확인)', en: 'latitude,longitude of the address, for fee and area' },
  },
  {
    flags: '--pay <card>',
    about: {
      ko: '카드나 저장한 이름 (기본: 기본 카드, 없으면 지난 카드나 card_ok)',
      en: 'a card, or the name of a kept one (default: the default one, else the last, else card_ok)',
    },
  },
  { flags: '--note <text>', about: { ko: '주방에 남길 말', en: 'for the kitchen' } },
  { flags: '--rider-note <text>', about: { ko: '라이더에게 남길 말', en: 'for the rider' } },
  { flags: '--name <text>', about: { ko: '받는 사람', en: 'who receives it' } },
  { flags: '--phone <number>', about: { ko: '연락처', en: 'a phone number' } },
];

/** What somebody says beforehand to differences. */
export const answerOptions: readonly OptionSpec[] = [
  { flags: '--accept-changes', about: { ko: '바뀐 값을 받아들이기', en: 'take the new prices' } },
  { flags: '--drop-missing', about: { ko: '없거나 품절인 것은 빼기', en: 'go without what is gone or sold out' } },
];
export const answerFrom = (values: Values): Answer => ({
  ...(values.flag('accept-changes') && { accept: 'changes' }),
  ...(values.flag('drop-missing') && { drop: 'missing' }),
});
