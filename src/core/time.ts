import { type Instant, instant } from './kinds.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const minutesADay = 1440;

/** What the clock on the wall and the calendar beside it say; Monday is 0. */
export type LocalTime = { readonly day: string; readonly weekday: number; readonly minute: number };

const readers = new Map<string, Intl.DateTimeFormat>();
const newReader = (zone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
// A formatter costs a hundred times its use, so each zone has one, made when it is first asked for.
const readerOf = (zone: string): Intl.DateTimeFormat => {
  const known = readers.get(zone);
  if (known) return known;
  const made = newReader(zone);
  readers.set(zone, made);
  return made;
};

/** Whether the text names an IANA zone; offsets such as `+09:00` are none. */
export const isZone = (text: string): boolean => {
  if (text === settled.zone) return true;
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return false;
  try {
    readerOf(text);
    return true;
  } catch {
    // Intl has no other way to say that it does not know a zone.
    return false;
  }
};

// Korea has kept one offset since October 1988. Asking Intl costs 12 ms in a fresh process, more than the rest of a command.
const settled = { zone: 'Asia/Seoul', since: Date.UTC(1989, 0, 1), offsetMs: 9 * 60 * minuteMs };

/** The wall clock as milliseconds since 1970-01-01 00:00 on that same wall. */
export const wallMs = (at: Instant, zone: string): number => {
  if (zone === settled.zone && at >= settled.since) return at + settled.offsetMs;
  // Reading `11/22/2026, 19:40:05` is four times as fast as formatToParts.
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = (readerOf(zone).format(at).match(/\d+/g) ?? []).map(Number);
  const millisecond = ((at % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
};

/** `2026-11-22` as a count of days since 1970-01-01. */
export const dayNumber = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / dayMs;
export const dayText = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);
/** Monday is 0. */
export const weekdayOf = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7;
/** Whether the text is a day of the calendar, written `2026-11-22`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(dayNumber(text)) && dayText(dayNumber(text)) === text;

const minuteOfDay = (wall: number): number => Math.floor((wall - Math.floor(wall / dayMs) * dayMs) / minuteMs);

export const localTime = (at: Instant, zone: string): LocalTime => {
  const wall = wallMs(at, zone);
  const number = Math.floor(wall / dayMs);
  return { day: dayText(number), weekday: weekdayOf(number), minute: minuteOfDay(wall) };
};
export const localDay = (at: Instant, zone: string): string => localTime(at, zone).day;

// Only a clock put forward comes here: it never reads the target, so the moment of the jump is searched.
const jumpOver = (target: number, zone: string, from: number, to: number): Instant => {
  let before = from;
  let reached = to;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (wallMs(instant(middle), zone) >= target) reached = middle;
    else before = middle;
  }
  return instant(reached);
};

/** The first instant at which the wall clock has reached `target` (as of wallMs): the end of a gap, the earlier of a repeated hour. */
export const whenWallReads = (target: number, zone: string): Instant => {
  const offsetNear = (ms: number) => wallMs(instant(ms), zone) - ms;
  const before = target - offsetNear(target - dayMs);
  const after = target - offsetNear(target + dayMs);
  const earlier = Math.min(before, after);
  const reads = (ms: number) => wallMs(instant(ms), zone) === target;
  if (reads(earlier)) return instant(earlier);
  const later = Math.max(before, after);
  if (reads(later)) return instant(later);
  return jumpOver(target, zone, earlier, later);
};

/** A local day and minutes since its midnight; 1440 and more run on into the next days. */
export const instantOf = (day: string, minute: number, zone: string): Instant =>
  whenWallReads((dayNumber(day) * minutesADay + minute) * minuteMs, zone);

/** The end of the local day: what is sold out today is back by then. */
export const nextMidnight = (at: Instant, zone: string): Instant => instantOf(localDay(at, zone), minutesADay, zone);

const two = (n: number) => String(n).padStart(2, '0');
const clockOf = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** `19:40`; both languages read twenty-four hours. */
export const clock = (at: Instant, zone: string, _lang: 'ko' | 'en'): string => clockOf(minuteOfDay(wallMs(at, zone)));

const weekdays = { ko: '월화수목금토일'.split(''), en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `11월 22일 (일) 19:40`, `Sun 22 Nov 19:40`. */
export const dayAndClock = (at: Instant, zone: string, lang: 'ko' | 'en'): string => {
  const { day, weekday, minute } = localTime(at, zone);
  const month = Number(day.slice(5, 7));
  const date = Number(day.slice(8, 10));
  const name = weekdays[lang][weekday] ?? '';
  return lang === 'ko'
    ? `${month}월 ${date}일 (${name}) ${clockOf(minute)}`
    : `${name} ${date} ${months[month - 1] ?? ''} ${clockOf(minute)}`;
};
