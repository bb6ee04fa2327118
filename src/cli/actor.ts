import type { Actor } from '../core/events.ts';
import type { IdKind, ShopId } from '../core/kinds.ts';
import { parseId } from '../core/kinds.ts';
import type { Call } from './call.ts';
import { profileFile } from './paths.ts';
import { readProfile } from './profile.ts';
import { wrongInput, wrongUsage } from './stop.ts';

const kinds = new Map<string, { readonly role: Actor['role']; readonly id: IdKind }>([
  ['customer', { role: 'customer', id: 'customer' }],
  ['owner', { role: 'owner', id: 'shop' }],
  ['rider', { role: 'rider', id: 'rider' }],
]);
const forms = 'customer:cus_…, owner:shop_…, rider:rdr_…, operator';

export const operator: Actor = { role: 'operator', id: 'operator' };

/** `customer:<id>`, `owner:<shop>`, `rider:<id>`, `operator`. */
export const parseActor = (text: string): Actor => {
  if (text === 'operator') return operator;
  const at = text.indexOf(':');
  const kind = kinds.get(text.slice(0, Math.max(0, at)));
  const id = kind && parseId(kind.id, text.slice(at + 1));
  if (kind && id !== undefined) return { role: kind.role, id };
  throw wrongInput('--as', { ko: `'${text}' 대신 이렇게 적으세요: ${forms}`, en: `write one of ${forms}, not '${text}'` });
};

export const actorAsked = ({ values }: Call): Actor | undefined => {
  const text = values.text('as');
  return text === undefined ? undefined : parseActor(text);
};

/** Whoever keeps the house, unless somebody else is named. */
export const operatorOr = (call: Call): Actor => actorAsked(call) ?? operator;

// Nobody has this id: who never ordered owns no order.
const nobody: Actor = { role: 'customer', id: 'cus_nobody' };

/** The customer of this machine's profile. Looks only, writes no profile. */
export const customerOf = (file: string): Actor => {
  const profile = readProfile(file);
  return profile ? { role: 'customer', id: profile.customer } : nobody;
};

export const customerOr = (call: Call): Actor => actorAsked(call) ?? customerOf(profileFile(call.env));

/** Nobody is an owner or a rider by default: it must be said. */
export const demandedActor = (call: Call, role: 'owner' | 'rider'): Actor => {
  const asked = actorAsked(call);
  if (asked) return asked;
  const example = role === 'owner' ? '--as owner:shop_hanki' : '--as rider:rdr_minsu';
  throw wrongUsage({ ko: `누구인지 밝혀 주세요 (예: ${example})`, en: `say who you are, for example ${example}` });
};

/** The shop that an owner speaks for. */
export const shopOfOwner = (actor: Actor): ShopId | undefined => (actor.role === 'owner' ? parseId('shop', actor.id) : undefined);
