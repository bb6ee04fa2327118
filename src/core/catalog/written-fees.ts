import { plain } from './written-clock.ts';

type Tier = { readonly fee: number; readonly fromAmount?: number; readonly toMetres?: number };

const amount = (text: string): number => Number(text.replaceAll(',', ''));
const metres = (count: string, unit: string | undefined): number => Math.round(Number(count) * (unit === 'km' ? 1000 : 1));

const feeForm = /^(?:(free|무료)|₩?(\d[\d,]*)원?)/;
const fromForm = /(?:from|over|>=) ?₩?(\d[\d,]*)원?|(\d[\d,]*)원? ?(?:부터|이상)/;
const withinForm = /(?:within|up to|<=) ?(\d+(?:\.\d+)?) ?(km|m)?\b|(\d+(?:\.\d+)?) ?(km|m)? ?(?:까지|이내|이하)/;

/** `2000 within 1.5km`, `0 from 30000`, `무료 30000원 이상`, `2000 1500m 이내`, `4000`. Undefined when it cannot be read. */
export const parseTier = (text: string): Tier | undefined => {
  const written = plain(text);
  const fee = feeForm.exec(written);
  if (!fee) return undefined;
  let rest = written.slice(fee[0].length);
  const take = (form: RegExp): RegExpExecArray | undefined => {
    const found = form.exec(rest) ?? undefined;
    if (found) rest = rest.replace(found[0], ' ');
    return found;
  };
  const within = take(withinForm);
  const from = take(fromForm);
  if (/[^ (),]/.test(rest)) return undefined;
  return {
    fee: fee[1] === undefined ? amount(fee[2] ?? '') : 0,
    ...(from && { fromAmount: amount(from[1] ?? from[2] ?? '') }),
    ...(within && { toMetres: metres(within[1] ?? within[3] ?? '', within[2] ?? within[4]) }),
  };
};

/** As parseTier reads it. */
export const writeTier = ({ fee, fromAmount, toMetres }: Tier): string =>
  [`${fee}`, fromAmount === undefined ? '' : ` from ${fromAmount}`, toMetres === undefined ? '' : ` within ${toMetres}`].join('');
