import type { Span, WeekHours } from './shop.ts';
import { parseClock, parseWeekday, plain, writeClock } from './written-clock.ts';

const minutesADay = 1440;
const everyDay: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
const groups = new Map<string, readonly number[]>([
  ...['매일', 'daily', 'everyday', 'every day', '연중무휴'].map((name) => [name, everyDay] as const),
  ...['평일', 'weekday', 'weekdays'].map((name) => [name, [0, 1, 2, 3, 4]] as const),
  ...['주말', 'weekend', 'weekends'].map((name) => [name, [5, 6]] as const),
]);
const dash = / ?(?:-|~|–|—|∼|〜|부터| to ) ?/g;

// `금-월` goes over the weekend.
const run = (from: number, to: number): readonly number[] => Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, at) => (from + at) % 7);

const daysNamed = (token: string): readonly number[] | undefined => {
  const group = groups.get(token);
  if (group) return group;
  if (/^[월화수목금토일]{2,7}$/.test(token)) return [...token].flatMap((day) => parseWeekday(day) ?? []);
  const [first = '', last, more] = token.split('-');
  const from = parseWeekday(first);
  const to = last === undefined ? from : parseWeekday(last);
  return from === undefined || to === undefined || more !== undefined ? undefined : run(from, to);
};

/** `mon-fri`, `월-금`, `토, 일`, `월수금`, `매일`, `weekend`: days of the week, Monday 0, each once; undefined when it names none. */
export const parseDays = (text: string): readonly number[] | undefined => {
  const written = plain(text).replace(dash, '-');
  const whole = groups.get(written);
  if (whole) return whole;
  const tokens = written.split(/[ ,·/]+/).filter((token) => token !== '');
  const days = tokens.map(daysNamed);
  const known = days.flatMap((all) => all ?? []);
  return tokens.length === 0 || days.includes(undefined) ? undefined : [...new Set(known)];
};

const oneSpan = (text: string): Span | undefined => {
  const [first = '', last = '', more] = text.replace(dash, '-').split('-');
  const from = parseClock(first, 23.99);
  const to = parseClock(last, 48);
  if (from === undefined || to === undefined || more !== undefined || from.minute === to.minute) return undefined;
  // 오후 5-10: nobody can tell whether ten is in the evening.
  const isUnclear = (from.half === undefined) !== (to.half === undefined) && (from.half === undefined ? from : to).minute < 13 * 60;
  if (isUnclear) return undefined;
  return { from: from.minute, to: to.minute > from.minute ? to.minute : to.minute + minutesADay };
};

const spansIn = (part: string): readonly (Span | undefined)[] => {
  const whole = oneSpan(part);
  return whole ? [whole] : part.replace(dash, '-').split(' ').map(oneSpan);
};

/** `11:00-22:00`, `11-15, 17-22`, `22:00-02:00`, `24h`, `closed`. Undefined when it cannot be read. */
export const parseSpans = (text: string): readonly Span[] | undefined => {
  const written = plain(text).replace(/까지$/, '');
  if (['closed', '휴무', '휴업', '쉼', 'off'].includes(written)) return [];
  if (['24h', '24시간', '종일', 'all day'].includes(written)) return [{ from: 0, to: minutesADay }];
  const spans = written.split(/ ?, ?/).flatMap(spansIn);
  const known = spans.flatMap((span) => span ?? []);
  return known.length === spans.length ? known : undefined;
};

const hoursBegin = /(?:^|\s)(?:\d|오전|오후|아침|저녁|정오|am |pm |noon|closed|휴무|휴업|쉼|off\b|종일|all day)/;

export type DayHours = { readonly days: readonly number[]; readonly spans: readonly Span[] };

/** `월-금 11:00-22:00`; without days it is every day. */
export const parseDayHours = (text: string): DayHours | 'unreadable-days' | 'unreadable-hours' => {
  const written = plain(text);
  const begin = hoursBegin.exec(written)?.index;
  // `mon late`: the days are fine, what follows is not.
  const blank = written.indexOf(' ');
  const at = begin ?? (blank > 0 && parseDays(written.slice(0, blank)) ? blank : written.length);
  const days = at === 0 ? everyDay : parseDays(written.slice(0, at).replace(/:\s*$/, ''));
  if (!days) return 'unreadable-days';
  const spans = parseSpans(written.slice(at));
  return spans ? { days, spans } : 'unreadable-hours';
};

/** These days get these hours, the others stay as they are. */
export const withDayHours = (week: WeekHours, all: readonly DayHours[]): WeekHours => {
  const of = (day: number): readonly Span[] => all.findLast(({ days }) => days.includes(day))?.spans ?? week[day] ?? [];
  return [of(0), of(1), of(2), of(3), of(4), of(5), of(6)];
};

const writeSpan = ({ from, to }: Span): string =>
  `${writeClock(from)}-${writeClock(to > minutesADay && to - minutesADay < from ? to - minutesADay : to)}`;

/** As parseSpans reads it. */
export const writeSpans = (spans: readonly Span[]): string => (spans.length === 0 ? 'closed' : spans.map(writeSpan).join(', '));

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `mon-fri, sun`; days in the order of the week. */
export const writeDays = (days: readonly number[]): string => {
  if (days.length === 7) return 'daily';
  const runs: [number, number][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs.map(([from, to]) => (from === to ? names[from] : `${names[from]}-${names[to]}`)).join(', ');
};

/** Days of the same hours together, in the order of the week. */
export const groupWeek = (week: WeekHours): readonly DayHours[] => {
  const byHours = new Map<string, { readonly days: number[]; readonly spans: readonly Span[] }>();
  for (const [day, spans] of week.entries()) {
    const written = writeSpans(spans);
    const group = byHours.get(written) ?? { days: [], spans };
    group.days.push(day);
    byHours.set(written, group);
  }
  return [...byHours.values()];
};
