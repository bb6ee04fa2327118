import { parseTier } from '../core/catalog/written-fees.ts';
import { formatWon, won } from '../core/money.ts';
import type { Lang } from './lang.ts';

const korean = new Map<string, string>([
  ['daily', '매일'],
  ['mon', '월'],
  ['tue', '화'],
  ['wed', '수'],
  ['thu', '목'],
  ['fri', '금'],
  ['sat', '토'],
  ['sun', '일'],
  ['closed', '휴무'],
  ['default', '기본값'],
]);

/** Days and hours as files have them, for people: `mon-fri 11:00-22:00` is `월-금 11:00-22:00`. Both can be typed. */
export const hoursText = (written: string, lang: Lang): string =>
  lang === 'en' ? written : written.replace(/[a-z]+/g, (word) => korean.get(word) ?? word);

const tierText = (written: string, lang: Lang): string => {
  const tier = parseTier(written);
  if (!tier) return written;
  const { fee, fromAmount, toMetres } = tier;
  const money = (amount: number) => formatWon(won(amount), lang);
  const price = fee === 0 ? (lang === 'ko' ? '무료' : 'free') : money(fee);
  const limits =
    lang === 'ko'
      ? [fromAmount === undefined ? '' : `${money(fromAmount)} 이상`, toMetres === undefined ? '' : `${toMetres} m 이내`]
      : [fromAmount === undefined ? '' : `from ${money(fromAmount)}`, toMetres === undefined ? '' : `within ${toMetres} m`];
  const said = limits.filter((one) => one !== '').join(', ');
  return said === '' ? price : `${price} (${said})`;
};

/** `0 from 30000; 4000`: `무료 (30,000원 이상), 4,000원`. */
export const feesText = (written: string, lang: Lang): string =>
  written
    .split('; ')
    .map((tier) => tierText(tier, lang))
    .join(', ');
