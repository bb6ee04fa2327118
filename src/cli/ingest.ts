import type { Location } from '../core/catalog/shop.ts';
import { safeText } from '../core/safe-text.ts';
import { wrongInput } from './stop.ts';

const blank = (field: string) => wrongInput(field, { ko: '비어 있어요', en: 'it is empty' });

/** Text of a person, made fit to keep: one line, no steering characters, an end. */
export const readText = (text: string, field: string, max: number): string => {
  const safe = safeText(text.trim(), { max });
  if (safe === '') throw blank(field);
  return safe;
};

export const readAddress = (text: string): string => readText(text, '--address', 200);
/** The name of something that is kept: composed, as it will be looked for. */
export const readLabel = (text: string | undefined, max: number): string => readText((text ?? '').normalize('NFC'), 'label', max);
export const readNote = (text: string, field: string): string => readText(text, field, 200);
export const readName = (text: string): string => readText(text, '--name', 40);

export const readPhone = (text: string): string => {
  const phone = text.trim();
  if (/^\+?[0-9-]{3,19}$/.test(phone) && /\d/.test(phone)) return phone;
  throw wrongInput('--phone', {
    ko: '숫자, +, - 만으로 20자까지 적으세요 (예: 010-1234-5678)',
    en: 'digits, + and - only, 20 at most, such as 010-1234-5678',
  });
};

export const readCard = (text: string): string => {
  const card = text.trim();
  if (/^[A-Za-z0-9_-]{1,64}$/.test(card)) return card;
  throw wrongInput('--pay', {
    ko: '등록된 카드의 이름을 적으세요 (예: card_ok). 카드 번호는 안 돼요',
    en: 'the name of a registered card, such as card_ok; never a card number',
  });
};

export const readKey = (text: string): string => {
  const key = text.trim();
  if (/^[A-Za-z0-9_.:-]{1,64}$/.test(key)) return key;
  throw wrongInput('--key', { ko: '영문자, 숫자, _ . : - 로 64자까지 적으세요', en: 'letters, digits and _ . : - only, 64 at most' });
};

/** `37.55,126.92` */
export const readLocation = (text: string): Location => {
  const parts = text.split(',').map((part) => part.trim());
  const [latitude = Number.NaN, longitude = Number.NaN] = parts.map((part) =>
    /^-?\d{1,3}(\.\d{1,12})?$/.test(part) ? Number(part) : Number.NaN,
  );
  if (parts.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  throw wrongInput('--at', { ko: `위도,경도를 적으세요 (예: 37.55,126.92)`, en: `latitude,longitude such as 37.55,126.92, not '${text}'` });
};
