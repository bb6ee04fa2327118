import type { OrderNotes, SavedCart } from '../../../core/cart/cart.ts';
import type { Location } from '../../../core/catalog/shop.ts';
import type { OrderId } from '../../../core/kinds.ts';
import type { Contact } from '../../../core/ordering/contact.ts';
import { type Profile, type SavedAddress, type SavedMethod, usualAddress, usualMethod } from '../../../core/profile/profile.ts';
import type { Lang } from '../../../words/lang.ts';
import { type Edit, editOf } from '../../kit/text-edit.ts';

/** What somebody has said about this one order; what they have not said comes from their profile. */
export type DeliveryDraft = {
  readonly address?: SavedAddress;
  readonly method?: string;
  readonly note?: Edit;
  readonly riderNote?: Edit;
  /** What the cart had become last when the notes were typed: the next cart is another matter. */
  readonly after?: OrderId | undefined;
};

/** Ordered elsewhere meanwhile, the notes went along. */
export const draftFor = (draft: DeliveryDraft, cart: Pick<SavedCart, 'ordered'> | undefined): DeliveryDraft => {
  if (!cart || draft.after === cart.ordered?.order) return draft;
  const { note: _note, riderNote: _riderNote, ...rest } = draft;
  return rest;
};

/** What was typed here, else what lies with the cart since an earlier time. */
export const notesOf = (draft: DeliveryDraft, kept: OrderNotes = {}) => ({
  note: draft.note ?? editOf(kept.note),
  riderNote: draft.riderNote ?? editOf(kept.riderNote),
});

/** Where to and what with. Without an address nothing can be ordered yet. */
export type Delivery = {
  readonly address: SavedAddress | undefined;
  readonly method: string;
  readonly note: string;
  readonly riderNote: string;
};

/** The sandbox's card that works, for who has never named one; the command line starts with it, too. */
export const firstMethod = 'card_ok';

export const deliveryOf = (profile: Profile, draft: DeliveryDraft, kept?: OrderNotes): Delivery => {
  const { note, riderNote } = notesOf(draft, kept);
  const address = draft.address ?? usualAddress(profile);
  return {
    address,
    method: draft.method ?? usualMethod(profile) ?? firstMethod,
    note: note.text.trim(),
    // What the rider is told about an address every time, unless something else is said today.
    riderNote: riderNote.text.trim() || (address?.note ?? ''),
  };
};

export const contactOf = (
  { name, phone, lang }: Profile,
  { address, note, riderNote }: Delivery & { readonly address: SavedAddress },
  spoken: Lang,
): Omit<Contact, 'customer' | 'lineNotes'> => ({
  lang: lang ?? spoken,
  address: address.text,
  ...(name !== undefined && { name }),
  ...(phone !== undefined && { phone }),
  ...(note !== '' && { note }),
  ...(riderNote !== '' && { riderNote }),
});

/** The name that its owner gave the card, before the one that the gateway knows. */
export const methodText = ({ methods }: Profile, method: string, first: string): string =>
  methods.find((one) => one.method === method)?.label ?? (method === firstMethod ? `${first} (${method})` : method);

export const addressText = ({ label, text }: SavedAddress): string => (label === '' ? text : `${label} · ${text}`);

/** Addresses to choose from: the kept ones, and the one that was used last if it is none of them. */
export const addressesOf = ({ addresses, last }: Profile): readonly SavedAddress[] =>
  last === undefined || addresses.some(({ text }) => text === last.address) ? addresses : [...addresses, { label: '', text: last.address }];

/** Cards to choose from; the one that is chosen now is always among them. */
export const methodsOf = ({ methods, last }: Profile, chosen: string): readonly SavedMethod[] => {
  const named = (method: string): SavedMethod => ({ label: method, method });
  const others = [chosen, ...(last ? [last.method] : [])].filter(
    (method, at, all) => all.indexOf(method) === at && !methods.some((one) => one.method === method),
  );
  return [...methods, ...others.map(named)];
};

export const isSamePlace = (a: Location | undefined, b: Location | undefined): boolean =>
  a?.latitude === b?.latitude && a?.longitude === b?.longitude;
