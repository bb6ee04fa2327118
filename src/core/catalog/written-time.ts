import { type Instant, instant, later } from '../kinds.ts';
import { dayNumber, dayText, instantOf, isDay, localDay, localTime } from '../time.ts';
import { parseClock, parseWeekday, plain } from './written-clock.ts';

const minuteMs = 60_000;
const unitMs = { day: 86_400_000, hour: 3_600_000, minute: minuteMs };

const length =
  /^(?:(\d{1,4}) ?(?:days?|d|일) ?)?(?:(\d{1,4}) ?(?:hours?|h|시간)(?: ?(반))? ?)?(?:(\d{1,4}) ?(?:minutes?|mins?|m|분))?(?: ?(?:동안|뒤|후))?$/;

/** `2h`, `30분`, `1시간 반`, `1d`. */
const afterLength = (text: string, now: Instant): Instant | undefined => {
  const found = length.exec(text);
  if (!found) return undefined;
  const [, days = '0', hours = '0', half, minutes = '0'] = found;
  const ms =
    Number(days) * unitMs.day + Number(hours) * unitMs.hour + Number(minutes) * minuteMs + (half === undefined ? 0 : 30 * minuteMs);
  return ms > 0 ? later(now, ms) : undefined;
};

const relative = new Map<string, number>([
  ['그저께', -2],
  ['그제', -2],
  ['어제', -1],
  ['yesterday', -1],
  ['오늘', 0],
  ['today', 0],
  ['tonight', 0],
  ['내일', 1],
  ['tomorrow', 1],
  ['모레', 2],
]);

type Direction = 'coming' | 'past';

const monthAndDay = /^(\d{1,2})(?:월 ?|[/.])(\d{1,2})일?$/;
// Of this year, else of the one before or behind it, as the direction says.
const nearestDate = (text: string, today: string, direction: Direction): string | undefined => {
  const [, month, day] = monthAndDay.exec(text) ?? [];
  if (month === undefined || day === undefined) return undefined;
  const year = Number(today.slice(0, 4));
  const inYear = (one: number) => `${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const years = direction === 'coming' ? [year, year + 1] : [year, year - 1];
  return years.map(inYear).find((one) => isDay(one) && (direction === 'coming' ? one >= today : one <= today));
};

const nearestWeekday = (text: string, today: string, direction: Direction): string | undefined => {
  const weekday = parseWeekday(text);
  if (weekday === undefined) return undefined;
  const steps = [0, 1, 2, 3, 4, 5, 6].map((step) => dayNumber(today) + (direction === 'coming' ? step : -step));
  const found = steps.find((number) => (number + 3) % 7 === weekday);
  return found === undefined ? undefined : dayText(found);
};

/** `today`, `어제`, `금`, `12/25`, `12월 25일`, `2026-12-25` as a day of the calendar there; a weekday or a date without its year is the nearest one. */
export const parseDay = (text: string, now: Instant, zone: string, direction: Direction): string | undefined => {
  const written = plain(text);
  const today = localDay(now, zone);
  if (isDay(written)) return written;
  const step = relative.get(written);
  if (step !== undefined) return dayText(dayNumber(today) + step);
  return nearestDate(written, today, direction) ?? nearestWeekday(written, today, direction);
};

const nextClock = (text: string, now: Instant, zone: string): Instant | undefined => {
  const clock = parseClock(text);
  if (!clock?.isSure) return undefined;
  const today = instantOf(localDay(now, zone), clock.minute, zone);
  return today > now ? today : instantOf(dayText(dayNumber(localDay(now, zone)) + 1), clock.minute, zone);
};

// A weekday that is today, at a time that is past, is the one of next week.
const onDay = (dayWritten: string, minute: number, now: Instant, zone: string): Instant | undefined => {
  const day = parseDay(dayWritten, now, zone, 'coming');
  if (day === undefined) return undefined;
  const isOver = parseWeekday(dayWritten) !== undefined && day === localDay(now, zone) && minute <= localTime(now, zone).minute;
  return instantOf(isOver ? dayText(dayNumber(day) + 7) : day, minute, zone);
};

const dayAndTime = (text: string, now: Instant, zone: string): Instant | undefined => {
  const whole = onDay(text, 0, now, zone);
  if (whole !== undefined) return whole;
  // The day may have a blank in it: 12월 25일 18시.
  const blanks = [...text.matchAll(/[ t]/g)].map(({ index }) => index);
  for (const at of blanks) {
    const clock = parseClock(text.slice(at + 1));
    const found = clock && onDay(text.slice(0, at).replace(/,$/, ''), clock.minute, now, zone);
    if (found !== undefined) return found;
  }
  return undefined;
};

const withOffset = (text: string): Instant | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isFinite(at) ? instant(at) : undefined;
};

/**
 * `2h`, `30분`, `21:30` (the next one), `until 21:30`, `내일 10시`, `tomorrow 10:00`, `금 18:00`, `12월 25일 18시`, `2026-12-25 18:00` on the clock
 * of the zone, or RFC 3339 with its offset. A day alone is its beginning. Undefined when it cannot be read; it may be past.
 */
export const parseTime = (text: string, now: Instant, zone: string): Instant | undefined => {
  const exact = withOffset(text.trim());
  if (exact !== undefined) return exact;
  const written = plain(text)
    .replace(/^until /, '')
    .replace(/ ?까지$/, '');
  if (written === 'midnight' || written === '자정') return instantOf(dayText(dayNumber(localDay(now, zone)) + 1), 0, zone);
  return afterLength(written, now) ?? nextClock(written, now, zone) ?? dayAndTime(written, now, zone);
};
