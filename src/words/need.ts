import type { Lang } from './lang.ts';

/** What the core says is needed, in the other language; it names it in English. */
const needs = new Map<string, string>([
  ['anyone', '누구나'],
  ['a customer (--as customer:<id>)', '고객 (--as customer:<id>)'],
  ['the customer who ordered it', '주문한 고객'],
  ['the owner of the shop (--as owner:<shop>)', '그 상점의 주인 (--as owner:<shop>)'],
  ['a rider (--as rider:<id>)', '라이더 (--as rider:<id>)'],
  ['the rider who claimed it', '배달을 맡은 라이더'],
  ['the operator (--as operator)', '운영자 (--as operator)'],
]);

export const needText = (need: string, lang: Lang): string =>
  lang === 'en'
    ? need
    : need
        .split(', or ')
        .map((one) => needs.get(one) ?? one)
        .join(', ');
