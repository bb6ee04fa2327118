import type { Kind } from './kinds.ts';

/** Whole won. */
export type Won = Kind<number, 'Won'>;

export const won = (n: number): Won => {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not whole won: ${n}`);
  return n as Won;
};
export const times = (unit: Won, quantity: number): Won => won(unit * quantity);
export const sum = (all: readonly Won[]): Won => won(all.reduce((a, b) => a + b, 0));
export const minus = (a: Won, b: Won): Won => won(a - b);

/** `12,000원` for people who read Korean, `₩12,000` for the others. */
export const formatWon = (amount: Won, lang: 'ko' | 'en'): string => {
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = amount < 0 ? '-' : '';
  return lang === 'ko' ? `${sign}${digits}원` : `${sign}₩${digits}`;
};
