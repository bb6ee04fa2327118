import type { Location, Shop } from '../catalog/shop.ts';
import type { ChoiceId, Instant, ItemId, OrderId, PaymentId, QuoteId, ShopId } from '../kinds.ts';
import { sum, times, type Won } from '../money.ts';
import type { CartLine, QuotedLine } from '../ordering/quote.ts';
import { safeText } from '../safe-text.ts';

/** What somebody wants of a menu: `note` is for the kitchen (덜 맵게). */
export type Wish = CartLine & { readonly note?: string };

/** A line with the names and prices that its customer saw last. */
export type KeptLine = QuotedLine & { readonly note?: string };
/** The id stays, whatever becomes of the lines around it. */
export type SavedLine = KeptLine & { readonly id: number };

/** The payment that is to buy these lines. It is written before the gateway hears of it, so repeating finds it. */
export type Attempt = { readonly payment: PaymentId; readonly order: OrderId; readonly lines: readonly Wish[] };

/** One customer's cart at one shop, as a document: it is changed until it is ordered, and nobody need know how. */
export type SavedCart = {
  readonly shop: ShopId;
  readonly shopName: string;
  readonly lines: readonly SavedLine[];
  /** The highest id that a line has had. */
  readonly lastId: number;
  readonly to?: Location;
  /** What is to be said to the kitchen and to the rider, from the moment in which it is typed. */
  readonly note?: string;
  readonly riderNote?: string;
  readonly updatedAt: Instant;
  /** A quote of exactly these lines; every change of a line forgets it. */
  readonly quoted?: QuoteId;
  readonly attempt?: Attempt;
  /** What this cart became last. */
  readonly ordered?: { readonly order: OrderId; readonly payment: PaymentId; readonly at: Instant };
};

export const emptyCart = ({ id, name }: Pick<Shop, 'id' | 'name'>, now: Instant): SavedCart => ({
  shop: id,
  shopName: name,
  lines: [],
  lastId: 0,
  updatedAt: now,
});

/** What goes along with an order, beside its dishes. */
export type OrderNotes = Pick<SavedCart, 'note' | 'riderNote'>;

const noteAtMost = 100;
const orderNoteAtMost = 200;
const fitToKeep = (note: string | undefined, max: number): string | undefined => safeText((note ?? '').trim(), { max }) || undefined;
/** Of a dish: fit to keep, or none. */
export const cleanNote = (note: string | undefined): string | undefined => fitToKeep(note, noteAtMost);
/** Of the whole order. */
export const cleanOrderNote = (note: string | undefined): string | undefined => fitToKeep(note, orderNoteAtMost);
export const withoutNotes = <C extends OrderNotes>({ note: _note, riderNote: _riderNote, ...rest }: C): Omit<C, keyof OrderNotes> => rest;

const nameOf = (item: ItemId, choices: readonly ChoiceId[], note: string | undefined): string =>
  JSON.stringify([item, [...choices].sort(), note ?? '']);
/** Two wishes of the same name are one line with their quantities added. */
export const wishName = ({ item, choices, note }: Wish): string => nameOf(item, choices, note);
export const lineName = ({ item, choices, note }: KeptLine): string =>
  nameOf(
    item,
    choices.map(({ id }) => id),
    note,
  );

export const wishOf = ({ item, quantity, choices, note }: KeptLine): Wish => ({
  item,
  quantity,
  choices: choices.map(({ id }) => id),
  ...(note !== undefined && { note }),
});

/** One with its options. */
export const eachOf = ({ price, choices }: Pick<QuotedLine, 'price' | 'choices'>): Won => sum([price, ...choices.map((one) => one.price)]);
/** At the price that was seen. */
export const withQuantity = <L extends KeptLine>(line: L, quantity: number): L => ({
  ...line,
  quantity,
  total: times(eachOf(line), quantity),
});
