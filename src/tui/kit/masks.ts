import { never } from '../../core/result.ts';

/** How a field writes its text: as it is typed, only digits, a phone number, or won with commas. */
export type Mask = 'text' | 'number' | 'phone' | 'won';

const digitsOf = (text: string) => text.replace(/[^0-9]/g, '');

/** `01012345678` as `010-1234-5678`, and what is there of it so far. */
export const phoneText = (text: string): string => {
  const digits = digitsOf(text).slice(0, 11);
  const area = digits.startsWith('02') ? 2 : 3;
  // The middle group is one shorter in old numbers, which shows when the number is whole.
  const middle = digits.length - area > 7 ? 4 : 3;
  return [digits.slice(0, area), digits.slice(area, area + middle), digits.slice(area + middle)].filter((part) => part !== '').join('-');
};

export const commas = (text: string): string =>
  digitsOf(text)
    .replace(/^0+(?=\d)/, '')
    .replace(/\B(?=(\d{3})+$)/g, ',');

export const masked = (mask: Mask, text: string): string => {
  switch (mask) {
    case 'text':
      return text;
    case 'number':
      return digitsOf(text);
    case 'phone':
      return phoneText(text);
    case 'won':
      return commas(text);
    default:
      return never(mask);
  }
};

/** The text without what the mask put in: what is stored. */
export const unmasked = (mask: Mask, text: string): string => (mask === 'text' ? text.trim() : digitsOf(text));
