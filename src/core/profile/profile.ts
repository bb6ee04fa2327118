import type { KeptLine } from '../cart/cart.ts';
import type { Location } from '../catalog/shop.ts';
import type { ShopId } from '../kinds.ts';

export type SavedAddress = {
  readonly label: string;
  readonly text: string;
  readonly location?: Location;
  /** For the rider, every time. */
  readonly note?: string;
};
/** `method` is the name of a card at the gateway, never a number. */
export type SavedMethod = { readonly label: string; readonly method: string };

/** A cart with a name, kept for another day. */
export type Usual = {
  readonly name: string;
  readonly shop: ShopId;
  readonly shopName: string;
  readonly lines: readonly KeptLine[];
  readonly to?: Location;
};

/** Who a customer is to us: personal, so a document and no event. */
export type Profile = {
  readonly lang?: 'ko' | 'en';
  readonly name?: string;
  readonly phone?: string;
  readonly addresses: readonly SavedAddress[];
  /** The label of the one that is used when none is named. */
  readonly defaultAddress?: string;
  readonly methods: readonly SavedMethod[];
  readonly defaultMethod?: string;
  /** What was used last by somebody who has named no default. */
  readonly last?: { readonly address: string; readonly method: string };
  readonly usuals: readonly Usual[];
};

export const emptyProfile: Profile = { addresses: [], methods: [], usuals: [] };

/** Where to and what with, when nobody says so: the default, else what was used last. */
export const usualAddress = ({ addresses, defaultAddress, last }: Profile): SavedAddress | undefined =>
  addresses.find(({ label }) => label === defaultAddress) ?? (last && { label: '', text: last.address });
export const usualMethod = ({ methods, defaultMethod, last }: Profile): string | undefined =>
  methods.find(({ label }) => label === defaultMethod)?.method ?? last?.method;
