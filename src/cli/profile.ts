import { linkSync, readFileSync, renameSync } from 'node:fs';
import { type CustomerId, parseId } from '../core/kinds.ts';
import { type Lang, parseLang } from '../words/lang.ts';
import { putPrivately } from './private-file.ts';
import { wrongConfig } from './stop.ts';

/** Who orders on this machine. `old` is what an earlier baedal kept here; it belongs into the database. */
export type Profile = {
  readonly customer: CustomerId;
  readonly lang: Lang;
  readonly old?: { readonly address: string; readonly card?: string };
};

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
const broken = (file: string, why: { readonly ko: string; readonly en: string }) =>
  wrongConfig(
    {
      ko: `프로필을 읽을 수 없어요: ${file} (${why.ko}). 고치거나 다른 곳으로 옮기세요. 덮어쓰지 않았어요`,
      en: `The profile cannot be used: ${file} (${why.en}). Mend it or move it away; it was not overwritten`,
    },
    { file },
  );

const textIn = (body: object, name: string): string | undefined => {
  const value: unknown = new Map<string, unknown>(Object.entries(body)).get(name);
  return typeof value === 'string' ? value : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const profileOf = (text: string, file: string): Profile => {
  const body = parsed(text);
  if (typeof body !== 'object' || body === null) throw broken(file, { ko: 'JSON 아님', en: 'it is not JSON' });
  const customer = parseId('customer', textIn(body, 'customer') ?? '');
  if (customer === undefined) throw broken(file, { ko: '"customer" 값이 cus_… 형식이 아님', en: '"customer" is not an id such as cus_…' });
  const lang = parseLang(textIn(body, 'lang') ?? '');
  if (lang === undefined) throw broken(file, { ko: '"lang" 값이 ko, en 둘 다 아님', en: '"lang" is neither ko nor en' });
  const [address, card] = [textIn(body, 'address'), textIn(body, 'card')];
  return { customer, lang, ...(address !== undefined && { old: { address, ...(card !== undefined && { card }) } }) };
};

export const readProfile = (file: string): Profile | undefined => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw broken(file, { ko: String(codeOf(error)), en: String(codeOf(error)) });
  }
  return profileOf(text, file);
};

const withDraft = (file: string, { customer, lang }: Profile, put: (draft: string) => void): void => {
  try {
    putPrivately(file, `${JSON.stringify({ customer, lang }, null, 2)}\n`, put);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    throw broken(file, { ko: String(codeOf(error)), en: String(codeOf(error)) });
  }
};

/** The profile, made at the first order. Of many that begin at once, one makes it and the others read it. */
export const ensureProfile = (file: string, fresh: () => Profile): Profile => {
  const found = readProfile(file);
  if (found) return found;
  withDraft(file, fresh(), (draft) => linkSync(draft, file));
  const made = readProfile(file);
  if (made) return made;
  throw broken(file, { ko: '방금 만든 파일이 없음', en: 'it vanished after it was made' });
};

/** Whole or not at all; without what was old. */
export const rewriteProfile = (file: string, profile: Profile): void => withDraft(file, profile, (draft) => renameSync(draft, file));
