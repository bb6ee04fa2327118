import type { Actor } from '../core/events.ts';
import type { Contact } from '../core/ordering/contact.ts';
import type { Env } from '../core/ports.ts';
import { actorAsked, customerOr } from './actor.ts';
import type { Call } from './call.ts';
import { checkedLang } from './glance.ts';
import { readAddress, readCard, readName, readNote, readPhone } from './ingest.ts';
import { profileFile } from './paths.ts';
import { ensureProfile, keepProfile, type Profile, readProfile } from './profile.ts';
import { wrongUsage } from './stop.ts';

type Delivery = { readonly contact: Omit<Contact, 'customer'>; readonly card: string };

/** Who orders, where it goes, what it is paid with: from the options, else from the profile. */
export type Customer = {
  /** Before it is known that anything will be ordered: makes no profile. */
  readonly looking: () => Actor;
  readonly acting: () => Actor;
  readonly delivery: () => Delivery;
  /** For the next time. */
  readonly remember: (used: { readonly address: string; readonly card: string }) => void;
};

const usualCard = 'card_ok';

/** A named customer leaves the profile alone, unless it is the profile's own. */
const profileFor = (asked: Actor | undefined, file: string): Profile | undefined => {
  const profile = readProfile(file);
  if (!asked) return profile;
  return asked.role === 'customer' && profile?.customer === asked.id ? profile : undefined;
};

const deliveryOf = ({ values, lang }: Call, profile: Profile | undefined): Delivery => {
  const address = values.text('address') ?? profile?.address;
  if (address === undefined) throw wrongUsage({ ko: '배달 주소를 적으세요: --address "…"', en: 'say where to: --address "…"' });
  const [name, phone, note, riderNote] = [values.text('name'), values.text('phone'), values.text('note'), values.text('rider-note')];
  return {
    card: readCard(values.text('pay') ?? profile?.card ?? usualCard),
    contact: {
      // The same order asked for again must be the same, whatever the locale of that shell.
      lang: checkedLang(values.text('lang')) ?? profile?.lang ?? lang,
      address: readAddress(address),
      ...(name !== undefined && { name: readName(name) }),
      ...(phone !== undefined && { phone: readPhone(phone) }),
      ...(note !== undefined && { note: readNote(note, '--note') }),
      ...(riderNote !== undefined && { riderNote: readNote(riderNote, '--rider-note') }),
    },
  };
};

export const customerFor = (call: Call, env: Pick<Env, 'newId'>): Customer => {
  const file = profileFile(call.env);
  const asked = actorAsked(call);
  let profile = profileFor(asked, file);
  return {
    looking: () => customerOr(call),
    acting: () => {
      if (asked) return asked;
      profile = ensureProfile(file, () => ({ customer: env.newId('customer'), lang: call.lang }));
      return { role: 'customer', id: profile.customer };
    },
    delivery: () => deliveryOf(call, profile),
    remember: ({ address, card }) => {
      if (profile && (profile.address !== address || profile.card !== card)) keepProfile(file, { ...profile, address, card });
    },
  };
};
