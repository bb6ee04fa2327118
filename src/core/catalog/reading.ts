import { type Instant, instant } from '../kinds.ts';
import { type Won, won } from '../money.ts';
import { safeLine, safeText } from '../safe-text.ts';
import type { Complaint, Problem } from './problem.ts';

/** A value on its way in. A reader that finds it unfit writes that down and gives a stand-in: a document with problems is never used. */
export type Reading = { readonly value: unknown; readonly field: string; readonly problems: Problem[] };

const latestInstant = 253_402_300_799_999;

export const complain = ({ field, problems }: Reading, problem: Complaint): void => {
  problems.push({ field, problem });
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Opens an object: every key must be known; of something else nothing more is told. The result reads one field of it; an absent one has the value undefined. */
export const readObject = (of: Reading, known: readonly string[]): ((key: string) => Reading) => {
  const record = isRecord(of.value) ? of.value : {};
  const below = (key: string): Reading => ({
    value: Object.hasOwn(record, key) ? record[key] : undefined,
    field: of.field === '' ? key : `${of.field}.${key}`,
    problems: isRecord(of.value) ? of.problems : [],
  });
  if (!isRecord(of.value)) complain(of, { kind: 'not-object' });
  const unknown = Object.keys(record).filter((key) => !known.includes(key));
  for (const key of unknown.slice(0, 10)) complain(below(safeText(key, { max: 60 })), { kind: 'unknown-field' });
  return below;
};

/** Opens a list of at most `max`; every entry is read, those that come to nothing are left out. */
export const readList = <T>(of: Reading, max: number, read: (entry: Reading) => T | undefined): readonly T[] => {
  if (!Array.isArray(of.value)) {
    complain(of, { kind: 'not-list' });
    return [];
  }
  if (of.value.length > max) {
    complain(of, { kind: 'too-many', max });
    return [];
  }
  const entries: readonly unknown[] = of.value;
  return entries.flatMap((value, at) => {
    const one = read({ value, field: `${of.field}[${at}]`, problems: of.problems });
    return one === undefined ? [] : [one];
  });
};

/** A line of text for people, made safe; nothing is cut in silence. */
export const readText = (of: Reading, max: number): string => {
  if (typeof of.value !== 'string') complain(of, { kind: 'not-text' });
  else {
    const text = safeText(of.value.trim(), { max });
    if (text === '') complain(of, { kind: 'empty' });
    else if (of.value.length > max * 64 || text !== safeLine(of.value.trim())) complain(of, { kind: 'too-long', max });
    else return text;
  }
  return '';
};

export const readId = <T extends string>(
  of: Reading,
  parse: (text: string) => T | undefined,
  shape: 'not-shop-id' | 'not-local-id',
): T | undefined => {
  const id = typeof of.value === 'string' ? parse(of.value) : undefined;
  if (id === undefined) complain(of, { kind: shape });
  return id;
};

export const readNumber = (of: Reading, min: number, max: number): number => {
  if (typeof of.value === 'number' && of.value >= min && of.value <= max) return of.value;
  complain(of, { kind: 'not-number', min, max });
  return min;
};

const whole = ({ value }: Reading, min: number, max: number): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max ? value : undefined;

export const readWhole = (of: Reading, min: number, max: number): number => {
  const number = whole(of, min, max);
  if (number === undefined) complain(of, { kind: 'not-whole', min, max });
  return number ?? min;
};

const mostWon = 10_000_000;
export const readWon = (of: Reading): Won => {
  const amount = whole(of, 0, mostWon);
  if (amount === undefined) complain(of, { kind: 'not-won', max: mostWon });
  return won(amount ?? 0);
};
export const readInstant = (of: Reading): Instant => instant(readWhole(of, 0, latestInstant));
