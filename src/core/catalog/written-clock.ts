/** What people write, made comparable: composed, small letters, single spaces. */
export const plain = (text: string): string => text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');

/** A time of day as it was written. `half` is set when it says before or after noon. */
type Clock = { readonly minute: number; readonly isSure: boolean; readonly half: 'am' | 'pm' | undefined };

const halves = new Map<string, 'am' | 'pm'>([
  ['오전', 'am'],
  ['아침', 'am'],
  ['오후', 'pm'],
  ['저녁', 'pm'],
  ['am', 'am'],
  ['a.m.', 'am'],
  ['pm', 'pm'],
  ['p.m.', 'pm'],
]);

const form = /^(오전|오후|아침|저녁|am|pm)? ?(\d{1,2})(?::(\d{2})| ?시(?: ?(\d{1,2})분| ?(반))?)? ?(am|pm|a\.m\.|p\.m\.)?$/;

const hourOf = (written: number, half: 'am' | 'pm' | undefined): number | undefined => {
  if (half === undefined) return written;
  if (written < 1 || written > 12) return undefined;
  return (written % 12) + (half === 'pm' ? 12 : 0);
};

/** `21:30`, `9시 30분`, `오후 9시 반`, `9:30pm`, `정오`; a bare `21` is not sure to be a time. Beyond 24:00 belongs to the next day. */
export const parseClock = (text: string, lastHour = 24): Clock | undefined => {
  const written = plain(text);
  if (written === '정오' || written === 'noon') return { minute: 720, isSure: true, half: 'pm' };
  const found = form.exec(written);
  if (!found) return undefined;
  const [, before = '', digits = '', colon, spoken, halfPast, after = ''] = found;
  if (before !== '' && after !== '') return undefined;
  const half = halves.get(before || after);
  const hour = hourOf(Number(digits), half);
  const minute = halfPast === undefined ? Number(colon ?? spoken ?? 0) : 30;
  if (hour === undefined || minute > 59 || hour * 60 + minute > lastHour * 60) return undefined;
  const isSure = colon !== undefined || half !== undefined || written.includes('시');
  return { minute: hour * 60 + minute, isSure, half };
};

const two = (n: number): string => String(n).padStart(2, '0');
/** `21:30`. */
export const writeClock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

const weekdays = new Map<string, number>(
  [
    ['월', 'mon', 'monday'],
    ['화', 'tue', 'tues', 'tuesday'],
    ['수', 'wed', 'wednesday'],
    ['목', 'thu', 'thur', 'thurs', 'thursday'],
    ['금', 'fri', 'friday'],
    ['토', 'sat', 'saturday'],
    ['일', 'sun', 'sunday'],
  ].flatMap((names, day) => [...names, `${names[0]}요일`].map((name): [string, number] => [name, day])),
);
/** Monday is 0. */
export const parseWeekday = (text: string): number | undefined => weekdays.get(text);
