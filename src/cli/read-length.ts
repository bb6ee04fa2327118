import { wrongInput } from './stop.ts';

const unitMs = new Map([
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);

/** `30s`, `10m`, `2h`: a length of time, not a point in it. */
export const readLength = (text: string, field: string): number => {
  const [, count = '', unit = ''] = /^(\d{1,4})([smh])$/.exec(text.trim()) ?? [];
  const ms = Number(count) * (unitMs.get(unit) ?? 0);
  if (ms > 0) return ms;
  throw wrongInput(field, { ko: `'${text}' 대신 이렇게 적으세요: 30s, 10m, 2h`, en: `write 30s, 10m or 2h, not '${text}'` });
};
