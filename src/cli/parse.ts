import { parseTime } from '../core/catalog/written-time.ts';
import { type IdKind, type IdOf, type Instant, idPrefixes, parseId } from '../core/kinds.ts';
import { dayText, instantOf, wallMs } from '../core/time.ts';
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

/** A time to come, as people write it: `30m`, `21:30`, `내일 10시`, `2026-12-25 18:00` on the shop's clock. */
export const readUntil = (text: string, now: Instant, zone: string): Instant => {
  const at = parseTime(text, now, zone);
  if (at !== undefined && at > now) return at;
  throw wrongInput(
    '--until',
    at === undefined
      ? {
          ko: `'${text}' 시각을 읽을 수 없어요 (예: 30m, 2시간, 21:30, "내일 10시", "2026-12-25 18:00")`,
          en: `'${text}' is no time; write one like 30m, 2h, 21:30, "tomorrow 10:00", "2026-12-25 18:00"`,
        }
      : { ko: `'${text}' 시각은 이미 지났어요`, en: `'${text}' is past` },
  );
};

/** The end of the shop's day: what is sold out is back tomorrow. */
export const tomorrow = (now: Instant, zone: string): Instant =>
  instantOf(dayText(Math.floor(wallMs(now, zone) / 86_400_000) + 1), 0, zone);
