import type { App } from '../core/app.ts';
import type { OrderNotes } from '../core/cart/cart.ts';
import type { Location } from '../core/catalog/shop.ts';
import type { Actor } from '../core/events.ts';
import type { Contact } from '../core/ordering/contact.ts';
import type { Env } from '../core/ports.ts';
import { emptyProfile, type Profile as Kept, type SavedAddress, usualAddress, usualMethod } from '../core/profile/profile.ts';
import { isOfTheStore } from '../core/store-errors.ts';
import { actorAsked, customerOr } from './actor.ts';
import type { Call } from './call.ts';
import { checkedLang } from './glance.ts';
import { readAddress, readCard, readLocation, readName, readNote, readPhone } from './ingest.ts';
import { profileFile } from './paths.ts';
import { ensureProfile, type Profile, readProfile, rewriteProfile } from './profile.ts';
import { wrongUsage } from './stop.ts';

export type Delivery = { readonly contact: Omit<Contact, 'customer'>; readonly card: string };

/** Who orders, where it goes, what it is paid with: from the options, else from what they keep. */
export type Customer = {
  /** Before it is known that anything will be ordered: makes no profile. */
  readonly looking: () => Actor;
  readonly acting: () => Actor;
  readonly kept: (app: App) => Promise<Kept>;
  /** `notes`: what was written earlier to go along with this order, where the options say nothing. */
  readonly delivery: (kept: Kept, notes?: OrderNotes) => Delivery;
  /** For the next time. */
  readonly remember: (app: App, used: Delivery) => Promise<void>;
};

const usualCard = 'card_ok';

/** A named customer leaves the profile alone, unless it is the profile's own. */
const profileFor = (asked: Actor | undefined, file: string): Profile | undefined => {
  const profile = readProfile(file);
  if (!asked) return profile;
  return asked.role === 'customer' && profile?.customer === asked.id ? profile : undefined;
};

/** What an earlier baedal wrote beside the database is moved into it: first there, then it goes here. */
const moved = async (app: App, file: string, profile: Profile | undefined): Promise<Kept> => {
  const kept = await app.profile();
  // Who may not order at all hears of it when they do.
  if (!kept.ok) return emptyProfile;
  if (!profile?.old) return kept.value;
  const { address, card = usualCard } = profile.old;
  const known = kept.value.last ? kept : await app.rememberUsed({ address: readAddress(address), method: readCard(card) });
  if (!known.ok) return kept.value;
  rewriteProfile(file, profile);
  return known.value;
};

/** An address as it was written, or the one that is kept under that label, or the usual one. */
const addressAsked = ({ values }: Call, kept: Kept): SavedAddress | undefined => {
  const named = values.text('address')?.normalize('NFC').trim();
  if (named === undefined) return usualAddress(kept);
  return kept.addresses.find(({ label }) => label === named) ?? { label: '', text: readAddress(named) };
};

/** Where to on the map: as it was said, else as it is kept. */
export const placeOf = (call: Call, kept: Kept): Location | undefined => {
  const at = call.values.text('at');
  return at === undefined ? addressAsked(call, kept)?.location : readLocation(at);
};

const cardAsked = ({ values }: Call, kept: Kept): string => {
  const named = values.text('pay')?.normalize('NFC').trim();
  return kept.methods.find(({ label }) => label === named)?.method ?? readCard(named ?? usualMethod(kept) ?? usualCard);
};

const deliveryOf = (call: Call, profile: Profile | undefined, kept: Kept, notes: OrderNotes = {}): Delivery => {
  const { values, lang } = call;
  const address = addressAsked(call, kept);
  if (address === undefined) throw wrongUsage({ ko: '배달 주소를 적으세요: --address "…"', en: 'say where to: --address "…"' });
  const [name, phone, note] = [values.text('name') ?? kept.name, values.text('phone') ?? kept.phone, values.text('note') ?? notes.note];
  const riderNote = values.text('rider-note') ?? notes.riderNote ?? address.note;
  return {
    card: cardAsked(call, kept),
    contact: {
      // The same order asked for again must be the same, whatever the locale of that shell.
      lang: checkedLang(values.text('lang')) ?? profile?.lang ?? lang,
      address: address.text,
      ...(name !== undefined && { name: readName(name) }),
      ...(phone !== undefined && { phone: readPhone(phone) }),
      ...(note !== undefined && { note: readNote(note, '--note') }),
      ...(riderNote !== undefined && { riderNote: readNote(riderNote, '--rider-note') }),
    },
  };
};

/** The order stands already: that its address could not be remembered is no reason to say anything else. */
const remembered = async (app: App, { contact, card }: Delivery): Promise<void> => {
  try {
    await app.rememberUsed({ address: contact.address, method: card });
  } catch (error) {
    if (!isOfTheStore(error)) throw error;
  }
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
    kept: (app) => moved(app, file, profile),
    delivery: (kept, notes) => deliveryOf(call, profile, kept, notes),
    remember: remembered,
  };
};
