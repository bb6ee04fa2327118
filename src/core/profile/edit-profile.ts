import type { Refusal } from '../refusal.ts';
import { no, ok, type Result } from '../result.ts';
import { safeText } from '../safe-text.ts';
import type { Profile, SavedAddress, SavedMethod, Usual } from './profile.ts';

type Edited = Result<Profile, Refusal>;
const most = 30;

const invalid = (field: string, problem: string) => no({ code: 'INVALID_INPUT', field, problem } as const);

/** Text of a person, made fit to keep. */
const textOf = (field: string, text: string, max: number): Result<string, Refusal> => {
  const safe = safeText(text.trim(), { max });
  return safe === '' ? invalid(field, 'it is empty') : ok(safe);
};

/** In the place of the one with the same name, else behind the others. */
const kept = <T>(all: readonly T[], one: T, same: (other: T) => boolean): readonly T[] | undefined => {
  const at = all.findIndex(same);
  if (at >= 0) return all.with(at, one);
  return all.length < most ? [...all, one] : undefined;
};
/** Without the one that is meant; there must be one. */
const without = <T>(all: readonly T[], isMeant: (one: T) => boolean, what: 'address' | 'card' | 'usual', id: string) => {
  const left = all.filter((one) => !isMeant(one));
  return left.length === all.length ? no({ code: 'NOT_FOUND', what, id } as const) : ok(left);
};
const full = (field: string) => invalid(field, `${most} at most`);

export const withAddress = (profile: Profile, address: SavedAddress, makeDefault: boolean): Edited => {
  const [label, text] = [textOf('label', address.label, 20), textOf('address', address.text, 200)];
  if (!label.ok) return label;
  if (!text.ok) return text;
  const note = safeText((address.note ?? '').trim(), { max: 200 });
  const { location } = address;
  const one: SavedAddress = { label: label.value, text: text.value, ...(location && { location }), ...(note !== '' && { note }) };
  const addresses = kept(profile.addresses, one, (other) => other.label === one.label);
  if (!addresses) return full('address');
  const first = profile.addresses.length === 0;
  return ok({ ...profile, addresses, ...((makeDefault || first) && { defaultAddress: one.label }) });
};

/** The default goes with it; nobody guesses another. */
export const withoutAddress = ({ defaultAddress, ...profile }: Profile, label: string): Edited => {
  const left = without(profile.addresses, (one) => one.label === label, 'address', label);
  if (!left.ok) return left;
  return ok({ ...profile, addresses: left.value, ...(defaultAddress !== undefined && defaultAddress !== label && { defaultAddress }) });
};

export const withDefaultAddress = (profile: Profile, label: string): Edited =>
  profile.addresses.some((one) => one.label === label)
    ? ok({ ...profile, defaultAddress: label })
    : no({ code: 'NOT_FOUND', what: 'address', id: label });

const methodName = /^[A-Za-z0-9_-]{1,64}$/;

export const withMethod = (profile: Profile, { label: given, method }: SavedMethod, makeDefault: boolean): Edited => {
  const label = textOf('label', given, 20);
  if (!label.ok) return label;
  if (!methodName.test(method)) return invalid('method', 'the name of a registered card, never a card number');
  const one: SavedMethod = { label: label.value, method };
  const methods = kept(profile.methods, one, (other) => other.label === one.label);
  if (!methods) return full('method');
  const first = profile.methods.length === 0;
  return ok({ ...profile, methods, ...((makeDefault || first) && { defaultMethod: one.label }) });
};

export const withoutMethod = ({ defaultMethod, ...profile }: Profile, label: string): Edited => {
  const left = without(profile.methods, (one) => one.label === label, 'card', label);
  if (!left.ok) return left;
  return ok({ ...profile, methods: left.value, ...(defaultMethod !== undefined && defaultMethod !== label && { defaultMethod }) });
};

export const withDefaultMethod = (profile: Profile, label: string): Edited =>
  profile.methods.some((one) => one.label === label)
    ? ok({ ...profile, defaultMethod: label })
    : no({ code: 'NOT_FOUND', what: 'card', id: label });

/** An empty text takes the field away. */
export type Person = { readonly lang?: 'ko' | 'en'; readonly name?: string; readonly phone?: string };
export const withPerson = (profile: Profile, person: Person): Edited => {
  const { name: nameBefore, phone: phoneBefore, ...rest } = profile;
  const name = person.name === undefined ? nameBefore : safeText(person.name.trim(), { max: 40 });
  const phone = person.phone === undefined ? phoneBefore : person.phone.trim();
  if (phone && !(/^\+?[0-9-]{3,19}$/.test(phone) && /\d/.test(phone))) return invalid('phone', 'digits, + and - only, 20 at most');
  return ok({ ...rest, ...(person.lang && { lang: person.lang }), ...(name && { name }), ...(phone && { phone }) });
};

/** Remembered for the next time; the very same profile when nothing is new. */
export const withLast = (profile: Profile, last: NonNullable<Profile['last']>): Profile =>
  profile.last?.address === last.address && profile.last.method === last.method ? profile : { ...profile, last };

export const withUsual = (profile: Profile, usual: Usual): Edited => {
  const name = textOf('name', usual.name, 30);
  if (!name.ok) return name;
  if (usual.lines.length === 0) return no({ code: 'REQUIREMENTS_NOT_MET', unmet: [{ kind: 'empty' }] });
  const one: Usual = { ...usual, name: name.value };
  const usuals = kept(profile.usuals, one, (other) => other.name === one.name);
  return usuals ? ok({ ...profile, usuals }) : full('usual');
};

export const withoutUsual = (profile: Profile, name: string): Edited => {
  const left = without(profile.usuals, (one) => one.name === name, 'usual', name);
  return left.ok ? ok({ ...profile, usuals: left.value }) : left;
};

/** Keeps its place in the list. A name that is taken is refused: nobody loses a usual by naming another one. */
export const withUsualNamed = (profile: Profile, from: string, to: string): Edited => {
  const name = textOf('name', to, 30);
  if (!name.ok) return name;
  if (!profile.usuals.some((one) => one.name === from)) return no({ code: 'NOT_FOUND', what: 'usual', id: from });
  if (name.value === from) return ok(profile);
  if (profile.usuals.some((one) => one.name === name.value)) return invalid('name', 'it is taken');
  return ok({ ...profile, usuals: profile.usuals.map((one) => (one.name === from ? { ...one, name: name.value } : one)) });
};
