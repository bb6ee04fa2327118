import { no, ok, type Result } from '../core/result.ts';
import type { Phrase } from './stop.ts';

/** `<item>[*qty][:choice,choice]` as it was written; item and choices are ids or names. */
export type ItemSpec = { readonly item: string; readonly quantity: number; readonly choices: readonly string[] };

const complain = (text: string, what: Phrase): Result<never, Phrase> => no({ ko: `'${text}': ${what.ko}`, en: `'${text}': ${what.en}` });

const most = 99;

const quantityOf = (text: string): number | undefined => {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : undefined;
};

/** Spaces around the parts do not matter; names come composed (NFC), as they are kept. */
export const parseItemSpec = (text: string): Result<ItemSpec, Phrase> => {
  const whole = text.normalize('NFC').trim();
  const colon = whole.indexOf(':');
  const left = colon < 0 ? whole : whole.slice(0, colon);
  const star = left.lastIndexOf('*');
  const item = (star < 0 ? left : left.slice(0, star)).trim();
  if (item === '') return complain(text, { ko: '메뉴 이름이 없어요', en: 'the item is missing' });

  const counted = star < 0 ? '1' : left.slice(star + 1).trim();
  const quantity = quantityOf(counted);
  if (quantity === undefined) {
    return complain(text, {
      ko: `* 뒤의 수량은 1–${most} 범위의 정수예요 ('${counted}')`,
      en: `the quantity behind * is a whole number from 1 to ${most}, not '${counted}'`,
    });
  }

  const choices =
    colon < 0
      ? []
      : whole
          .slice(colon + 1)
          .split(',')
          .map((choice) => choice.trim());
  if (choices.includes('')) return complain(text, { ko: ': 뒤의 선택지가 비어 있어요', en: 'a choice behind : is empty' });
  return ok({ item, quantity, choices });
};
