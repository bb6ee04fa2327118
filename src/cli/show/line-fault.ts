import { never } from '../../core/result.ts';
import type { LineFault } from '../../store/sqlite/transfer-lines.ts';
import type { Phrase } from '../stop.ts';

/** What is wrong with a line of an export. */
export const lineFaultText = (what: LineFault): Phrase => {
  switch (what.fault) {
    case 'no-export':
      return { ko: 'baedal export 결과가 아니에요', en: 'this is no export of baedal' };
    case 'newer':
      return { ko: '더 새로운 baedal의 것이에요. 이 baedal을 업데이트하세요', en: 'it was exported by a newer baedal; update this one' };
    case 'not-one':
      return {
        ko: 'event, document, work, end 하나를 담은 객체가 아니에요',
        en: 'it is not an object with one of event, document, work, end',
      };
    case 'behind-end':
      return { ko: '끝난 뒤에 줄이 더 있어요', en: 'there is something behind the last line' };
    case 'not-as-exported':
      return { ko: '빠졌거나 바뀐 줄이 있어요', en: 'lines are missing, or are not what was exported' };
    case 'cut-off':
      return { ko: '끝이 없어요. 잘린 파일이에요', en: 'the end is missing: it was cut off' };
    case 'field':
      return { ko: `제대로 된 '${what.field}' 값이 없어요 (${what.of})`, en: `the ${what.of} has no proper '${what.field}'` };
    case 'refused':
      return { ko: `넣을 수 없어요 (${what.said})`, en: `it cannot be put in (${what.said})` };
    default:
      return never(what);
  }
};
