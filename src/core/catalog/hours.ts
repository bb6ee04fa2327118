import type { Instant } from '../kinds.ts';
import { dayNumber, wallMs, weekdayOf, whenWallReads } from '../time.ts';
import type { Shop, Span } from './shop.ts';

export type IntakeNow =
  /** `until` is when it will close; absent when no end is in sight. */
  | { readonly open: true; readonly until?: Instant }
  | { readonly open: false; readonly why: 'hours' | 'holiday' | 'paused' | 'closed'; readonly opensAt?: Instant };

type ByHours = { readonly open: true; readonly until?: Instant } | { readonly open: false; readonly opensAt?: Instant };

const minutesADay = 1440;
const minuteMs = 60_000;
const daysAhead = 14;

type HolidaySpans = ReadonlyMap<number, readonly Span[]>;
const holidaySpans = (shop: Shop): HolidaySpans => new Map(shop.holidays.map(({ day, spans }) => [dayNumber(day), spans]));

const spansOf = (shop: Shop, holidays: HolidaySpans, day: number): readonly Span[] =>
  (holidays.get(day) ?? shop.hours[weekdayOf(day)] ?? []).map(({ from, to }) => ({
    from: day * minutesADay + from,
    to: day * minutesADay + to,
  }));

// On the wall clock, spans that touch or overlap are one: 24:00 is the next day's 0:00. So an always open shop costs no zone arithmetic.
const stretches = (shop: Shop, holidays: HolidaySpans, firstDay: number, lastDay: number): readonly Span[] => {
  const joined: Span[] = [];
  for (let day = firstDay; day <= lastDay; day += 1) {
    for (const span of spansOf(shop, holidays, day)) {
      const last = joined.at(-1);
      if (last && span.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
      else joined.push(span);
    }
  }
  return joined;
};

// A clock put forward can jump over a break: then the shop stays open through it.
const endOf = (zone: string, all: readonly Span[], at: number, horizon: number): Instant | undefined => {
  const span = all[at];
  if (!span || span.to >= horizon) return undefined;
  const end = whenWallReads(span.to * minuteMs, zone);
  const next = all[at + 1];
  return next && wallMs(end, zone) >= next.from * minuteMs ? endOf(zone, all, at + 1, horizon) : end;
};

// A span lasts from the first instant at which the clock reached its start to the first at which it reached its end,
// so an hour that the clock repeats neither closes the shop nor opens it twice.
const byHours = (shop: Shop, holidays: HolidaySpans, now: Instant): ByHours => {
  const wall = wallMs(now, shop.zone);
  const today = Math.floor(wall / (minutesADay * minuteMs));
  const horizon = (today + daysAhead + 1) * minutesADay;
  const all = stretches(shop, holidays, today - 1, today + daysAhead);
  for (const [at, { from, to }] of all.entries()) {
    if (to * minuteMs <= wall) continue;
    const end = endOf(shop.zone, all, at, horizon);
    if (end !== undefined && end <= now) continue;
    const begun = from * minuteMs <= wall;
    const start = begun ? now : whenWallReads(from * minuteMs, shop.zone);
    if (start <= now) return end === undefined ? { open: true } : { open: true, until: end };
    if (start !== end) return { open: false, opensAt: start };
  }
  return { open: false };
};

const opensFrom = (shop: Shop, holidays: HolidaySpans, at: Instant): { readonly opensAt?: Instant } => {
  const then = byHours(shop, holidays, at);
  if (then.open) return { opensAt: at };
  return then.opensAt === undefined ? {} : { opensAt: then.opensAt };
};

/** Whether the shop takes an order now, why not, and when it will again. A pause ends by itself and leaves the hours to decide. */
export const intakeAt = (shop: Shop, now: Instant): IntakeNow => {
  if (shop.intake.state === 'closed') return { open: false, why: 'closed' };
  const holidays = holidaySpans(shop);
  if (shop.intake.state === 'paused' && now < shop.intake.until)
    return { open: false, why: 'paused', ...opensFrom(shop, holidays, shop.intake.until) };
  const hours = byHours(shop, holidays, now);
  if (hours.open) return hours;
  const today = Math.floor(wallMs(now, shop.zone) / (minutesADay * minuteMs));
  return { ...hours, why: holidays.has(today) ? 'holiday' : 'hours' };
};
