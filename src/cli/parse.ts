import { type IdKind, type IdOf, type Instant, idPrefixes, instant, later, parseId } from '../core/kinds.ts';
import { dayNumber, dayText, instantOf, isDay, localDay, wallMs } from '../core/time.ts';
import { wrongInput } from './stop.ts';

/** An id of this kind, or a sentence that shows what one looks like. */
export const readId = <K extends IdKind>(of: K, text: string | undefined, field: string = of): IdOf[K] => {
  const id = parseId(of, (text ?? '').trim());
  if (id !== undefined) return id;
  const sample = `${idPrefixes[of]}_…`;
  throw wrongInput(field, {
    ko: `'${text ?? ''}' 번호가 아니에요 (이렇게 생겼어요: ${sample})`,
    en: `'${text ?? ''}' is not an id; it looks like ${sample}`,
  });
};

const digits = /^\d{1,12}$/;

export const readWhole = (text: string, field: string, least: number, most: number): number => {
  const number = digits.test(text.trim()) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw wrongInput(field, {
    ko: `${least}–${most} 범위의 정수를 적으세요 ('${text}')`,
    en: `a whole number from ${least} to ${most}, not '${text}'`,
  });
};

export const readMinutes = (text: string, field: string): number => readWhole(text, field, 1, 240);

/** One of a list of codes; small letters and dashes will do. */
export const readCode = <T extends string>(text: string, field: string, parse: (text: string) => T | undefined, all: readonly T[]): T => {
  const code = parse(text.trim());
  if (code !== undefined) return code;
  throw wrongInput(field, {
    ko: `'${text}' 대신 이 중에서 고르세요: ${all.join(', ')}`,
    en: `choose one of ${all.join(', ')}, not '${text}'`,
  });
};

const unitMs = new Map([
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);

const afterLength = (text: string, now: Instant): Instant | undefined => {
  const [, count = '', unit = ''] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  const ms = Number(count) * (unitMs.get(unit) ?? 0);
  return ms > 0 ? later(now, ms) : undefined;
};

const minuteOf = (text: string): number | undefined => {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : undefined;
};

const nextClock = (text: string, now: Instant, zone: string): Instant | undefined => {
  const minute = minuteOf(text);
  if (minute === undefined) return undefined;
  const today = instantOf(localDay(now, zone), minute, zone);
  return today > now ? today : instantOf(dayText(dayNumber(localDay(now, zone)) + 1), minute, zone);
};

const dayAndTime = (text: string, zone: string): Instant | undefined => {
  const [day = '', time = '00:00', more] = text.split(/[ T]/);
  const minute = minuteOf(time);
  return more === undefined && isDay(day) && minute !== undefined ? instantOf(day, minute, zone) : undefined;
};

const withOffset = (text: string): Instant | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isFinite(at) ? instant(at) : undefined;
};

/** `30m`, `2h`, `1d`, `18:00` (the next one), `2026-12-25 18:00` on the shop's clock, or RFC 3339 with its offset. */
export const readUntil = (text: string, now: Instant, zone: string): Instant => {
  const trimmed = text.trim();
  const at = afterLength(trimmed, now) ?? nextClock(trimmed, now, zone) ?? dayAndTime(trimmed, zone) ?? withOffset(trimmed);
  if (at !== undefined && at > now) return at;
  const forms = '30m, 2h, 1d, 18:00, 2026-12-25 18:00';
  throw wrongInput(
    '--until',
    at === undefined
      ? { ko: `'${text}' 시각을 읽을 수 없어요 (예: ${forms})`, en: `'${text}' is no time; write one like ${forms}` }
      : { ko: `'${text}' 시각은 이미 지났어요`, en: `'${text}' is past` },
  );
};

/** The end of the shop's day: what is sold out is back tomorrow. */
export const tomorrow = (now: Instant, zone: string): Instant =>
  instantOf(dayText(Math.floor(wallMs(now, zone) / 86_400_000) + 1), 0, zone);
