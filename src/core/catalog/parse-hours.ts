import { isDay } from '../time.ts';
import { complain, type Reading, readList, readObject, readText, readWhole } from './reading.ts';
import type { Holiday, Span, WeekHours } from './shop.ts';

const minutesADay = 1440;
const spansADay = 10;
const holidaysAtMost = 366;

const readSpan = (of: Reading): Span => {
  const at = readObject(of, ['from', 'to']);
  const from = readWhole(at('from'), 0, minutesADay - 1);
  return { from, to: readWhole(at('to'), from + 1, from + minutesADay) };
};

const readSpans = (of: Reading): readonly Span[] => {
  const spans = readList(of, spansADay, readSpan);
  for (const [at, span] of spans.entries()) {
    const before = spans[at - 1];
    if (before && span.from < before.to) complain({ ...of, field: `${of.field}[${at}].from` }, { kind: 'span-overlaps' });
  }
  return spans;
};

// The night of one day must be over when the next day opens, Sunday's too.
const checkNights = (of: Reading, week: WeekHours): void => {
  for (const [at, spans] of week.entries()) {
    const last = week[(at + 6) % 7]?.at(-1);
    const first = spans[0];
    if (last && first && last.to - minutesADay > first.from)
      complain({ ...of, field: `${of.field}[${at}][0].from` }, { kind: 'night-overlaps' });
  }
};

export const readWeek = (of: Reading): WeekHours => {
  const days = Array.isArray(of.value) && of.value.length === 7 ? readList(of, 7, readSpans) : [];
  if (days.length !== 7) complain(of, { kind: 'not-week' });
  const [monday = [], tuesday = [], wednesday = [], thursday = [], friday = [], saturday = [], sunday = []] = days;
  const week: WeekHours = [monday, tuesday, wednesday, thursday, friday, saturday, sunday];
  checkNights(of, week);
  return week;
};

const readDay = (of: Reading): string => {
  if (typeof of.value === 'string' && isDay(of.value)) return of.value;
  complain(of, { kind: 'not-day' });
  return '';
};

const readHoliday = (of: Reading): Holiday => {
  const at = readObject(of, ['day', 'name', 'spans']);
  return { day: readDay(at('day')), name: readText(at('name'), 60), spans: readSpans(at('spans')) };
};

export const readHolidays = (of: Reading): readonly Holiday[] => {
  const holidays = readList(of, holidaysAtMost, readHoliday);
  for (const [at, { day }] of holidays.entries())
    if (day !== '' && holidays.findIndex((one) => one.day === day) < at)
      complain({ ...of, field: `${of.field}[${at}].day` }, { kind: 'day-twice' });
  return holidays;
};
