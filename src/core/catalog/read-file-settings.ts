import { dayNumber, dayText, isDay } from '../time.ts';
import { isPresent, type Places, wordOf } from './read-file-menu.ts';
import { complain, type Reading, readObject } from './reading.ts';
import type { Location, Span } from './shop.ts';
import { parseDays, parseSpans } from './written-hours.ts';

const minuteMs = 60_000;
const longestLease = 1440;
const daysAtMost = 366;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** `37.5495, 126.9138`. */
export const asLocation = (of: Reading): Location => {
  const parts = typeof of.value === 'string' ? of.value.split(',').map((part) => part.trim()) : [];
  const [latitude = Number.NaN, longitude = Number.NaN] = parts.map((part) =>
    /^-?\d{1,3}(\.\d{1,30})?(e-\d{1,3})?$/.test(part) ? Number(part) : Number.NaN,
  );
  if (parts.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  complain(of, { kind: 'unreadable-location' });
  return { latitude: 0, longitude: 0 };
};

const asSpans = (of: Reading): readonly Span[] => {
  const spans = typeof of.value === 'string' ? parseSpans(of.value) : undefined;
  if (!spans) complain(of, { kind: 'unreadable-hours' });
  return spans ?? [];
};

/** `{ mon-fri: 11:00-22:00, sat: 12:00-20:00 }`; a day that is not named is closed. */
export const asWeek = (of: Reading, places: Places): unknown => {
  if (typeof of.value !== 'object' || of.value === null || isList(of.value)) {
    complain(of, { kind: 'not-object' });
    return Array.from({ length: 7 }, () => []);
  }
  const keys = Object.keys(of.value);
  const at = readObject(of, keys);
  const week = new Map<number, readonly Span[]>();
  for (const key of keys) {
    const days = parseDays(key);
    if (!days) complain(at(key), { kind: 'unreadable-days' });
    else if (days.some((day) => week.has(day))) complain(at(key), { kind: 'weekday-twice' });
    const spans = asSpans(at(key));
    for (const day of days ?? []) {
      week.set(day, spans);
      places.set(`hours[${day}]`, at(key).field);
    }
  }
  return Array.from({ length: 7 }, (_, day) => week.get(day) ?? []);
};

// `2027-02-06~2027-02-08` is three days.
const daysOf = (of: Reading): readonly unknown[] => {
  const [first = '', last, more] = typeof of.value === 'string' ? of.value.split(/\s*(?:~|\.\.|–| to | - )\s*/) : [];
  if (last === undefined || !isDay(first) || !isDay(last) || more !== undefined) return [of.value];
  const count = dayNumber(last) - dayNumber(first) + 1;
  if (count >= 1 && count <= daysAtMost) return Array.from({ length: count }, (_, n) => dayText(dayNumber(first) + n));
  complain(of, { kind: 'too-many', max: daysAtMost });
  return [];
};

/** `[{ day: 2026-12-25, name: 성탄절, hours: 12:00-20:00 }]`; without hours it is closed. */
export const asHolidays = (of: Reading, places: Places): unknown => {
  if (!isList(of.value)) return of.value;
  const holidays: unknown[] = [];
  for (const [n, value] of of.value.entries()) {
    const field = `${of.field}[${n}]`;
    const at = readObject({ ...of, value, field }, ['day', 'name', 'hours']);
    if (typeof value !== 'object' || value === null || isList(value)) continue;
    const spans = isPresent(at('hours').value) ? asSpans(at('hours')) : [];
    for (const day of daysOf(at('day'))) {
      places.set(`holidays[${holidays.length}]`, field);
      holidays.push({ day, name: at('name').value, spans });
    }
  }
  return holidays;
};

/** `[{ fee: 0, from: 30000 }, { fee: 2000, within: 1500 }, { fee: 4000 }]`. */
export const asFees = (of: Reading, places: Places): unknown => {
  if (!isList(of.value)) return of.value;
  return of.value.map((value, n) => {
    if (typeof value !== 'object' || value === null || isList(value)) return value;
    const field = `${of.field}[${n}]`;
    const at = readObject({ ...of, value, field }, ['fee', 'from', 'within']);
    places.set(`${field}.fromAmount`, `${field}.from`);
    places.set(`${field}.toMetres`, `${field}.within`);
    const [from, within] = [at('from').value, at('within').value];
    return { fee: at('fee').value, ...(isPresent(from) && { fromAmount: from }), ...(isPresent(within) && { toMetres: within }) };
  });
};

const unitMs = new Map([
  ['', minuteMs],
  ['m', minuteMs],
  ['s', 1000],
  ['ms', 1],
]);

/** Whole minutes, `90s`, or `default`: what the installation has. */
export const asLease = (of: Reading): number | undefined => {
  const written = wordOf(of.value);
  if (written === 'default') return undefined;
  const [, count = '', unit = ''] = /^(\d{1,8}) ?(m|s|ms)?$/.exec(written) ?? [];
  const ms = Number(count) * (unitMs.get(unit) ?? 0);
  if (ms >= 1000 && ms <= longestLease * minuteMs) return ms;
  complain(of, { kind: 'unreadable-lease', min: 1, max: longestLease });
  return undefined;
};
