import { lazyPattern } from './lazy-pattern.ts';

declare const kind: unique symbol;
export type Kind<T, K extends string> = T & { readonly [kind]: K };

export type OrderId = Kind<string, 'OrderId'>;
export type PaymentId = Kind<string, 'PaymentId'>;
export type QuoteId = Kind<string, 'QuoteId'>;
export type ShopId = Kind<string, 'ShopId'>;
export type CustomerId = Kind<string, 'CustomerId'>;
export type RiderId = Kind<string, 'RiderId'>;
export type ItemId = Kind<string, 'ItemId'>;
export type OptionGroupId = Kind<string, 'OptionGroupId'>;
export type ChoiceId = Kind<string, 'ChoiceId'>;

/** Where an event lives: `order/ord_…`, `payment/pay_…`, `ticket/ord_…`, `shop/shop_…`. */
export type StreamId = Kind<string, 'StreamId'>;
/** `<stream>@<version>`: derived, so it is stable over every retry of the write that records it. */
export type EventId = Kind<string, 'EventId'>;
/** The name of a document: `contact/ord_…`, `shop/shop_…`, `breaker/…`. */
export type DocumentKey = Kind<string, 'DocumentKey'>;
/** Somebody else's program that works through the events. */
export type ConsumerName = Kind<string, 'ConsumerName'>;
/** Epoch milliseconds. */
export type Instant = Kind<number, 'Instant'>;

/** What stands before the underscore says what an id names; a gateway takes all of them as they are. */
export const idPrefixes = {
  order: 'ord',
  payment: 'pay',
  quote: 'quo',
  shop: 'shop',
  rider: 'rdr',
  customer: 'cus',
} as const;
export type IdKind = keyof typeof idPrefixes;
export type IdOf = {
  order: OrderId;
  payment: PaymentId;
  quote: QuoteId;
  shop: ShopId;
  rider: RiderId;
  customer: CustomerId;
};

/** The one place where text becomes an id; undefined when it cannot be one. */
export const parseId = <K extends IdKind>(of: K, text: string): IdOf[K] | undefined =>
  text.startsWith(`${idPrefixes[of]}_`) && /^[a-z]+_[a-z0-9_-]{1,60}$/.test(text) && text.length >= 6 && text.length <= 64
    ? (text as IdOf[K])
    : undefined;

const localName = lazyPattern('^[\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,63}$', 'u');
const parseLocal = <T>(text: string): T | undefined => (localName().test(text.normalize('NFC')) ? (text.normalize('NFC') as T) : undefined);
/** Names inside one menu: letters of any script, digits, `_ . -`, at most 64 characters. */
export const parseItemId = (text: string): ItemId | undefined => parseLocal<ItemId>(text);
export const parseOptionGroupId = (text: string): OptionGroupId | undefined => parseLocal<OptionGroupId>(text);
export const parseChoiceId = (text: string): ChoiceId | undefined => parseLocal<ChoiceId>(text);

/** Small letters, digits and `. _ -`, at most 64 characters. */
export const parseConsumerName = (text: string): ConsumerName | undefined =>
  /^[a-z0-9][a-z0-9._-]{0,63}$/.test(text) ? (text as ConsumerName) : undefined;

export const instant = (ms: number): Instant => {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`not whole milliseconds: ${ms}`);
  return ms as Instant;
};
export const later = (at: Instant, ms: number): Instant => instant(at + ms);

export const orderStream = (id: OrderId) => `order/${id}` as StreamId;
export const quoteStream = (id: QuoteId) => `quote/${id}` as StreamId;
export const paymentStream = (id: PaymentId) => `payment/${id}` as StreamId;
export const ticketStream = (id: OrderId) => `ticket/${id}` as StreamId;
export const deliveryStream = (id: OrderId) => `delivery/${id}` as StreamId;
export const shopStream = (id: ShopId) => `shop/${id}` as StreamId;
export const messageStream = (id: OrderId | PaymentId | ShopId, to: string) => `message/${id}/${to}` as StreamId;

export const shopDocument = (id: ShopId) => `shop/${id}` as DocumentKey;
export const contactDocument = (id: OrderId) => `contact/${id}` as DocumentKey;
/** Where a quote is to be brought: latitude and longitude. */
export const placeDocument = (customer: CustomerId, quote: QuoteId) => `place/${customer}/${quote}` as DocumentKey;
/** Ends in a slash: one customer's carts are what stands behind it. */
export const cartsOf = (customer: CustomerId) => `cart/${customer}/`;
export const cartDocument = (customer: CustomerId, shop: ShopId) => `${cartsOf(customer)}${shop}` as DocumentKey;
export const profileDocument = (customer: CustomerId) => `customer/${customer}` as DocumentKey;
/** What the screens of one kitchen share beside the events: which rings were heard, which dishes are done. */
export const kitchenDocument = (shop: ShopId) => `kitchen/${shop}` as DocumentKey;
/** When the screens of a shop were last heard of. */
export const presenceDocument = (shop: ShopId) => `presence/${shop}` as DocumentKey;
/** Where a shop prints its tickets. */
export const printerDocument = (shop: ShopId) => `printer/${shop}` as DocumentKey;
/** Pages that wait for paper, those that came out and those that were given up; each ends in a slash for the shop, `page` names one in it. */
export const printsOf = (shop: ShopId) => `print/${shop}/`;
export const printDocument = (shop: ShopId, page: string) => `${printsOf(shop)}${page}` as DocumentKey;
export const printedOf = (shop: ShopId) => `printed/${shop}/`;
export const printedDocument = (shop: ShopId, page: string) => `${printedOf(shop)}${page}` as DocumentKey;
export const unprintedOf = (shop: ShopId) => `unprinted/${shop}/`;
export const unprintedDocument = (shop: ShopId, page: string) => `${unprintedOf(shop)}${page}` as DocumentKey;
export const keyDocument = (customer: CustomerId, key: string) => `key/${customer}/${key}` as DocumentKey;
/** What the house notes about itself. */
export const houseDocument = (of: 'backup' | 'epochs') => `house/${of}` as DocumentKey;
export const breakerDocument = (gateway: string, operation: string) => `breaker/${gateway}/${operation}` as DocumentKey;
export const cursorDocument = (consumer: ConsumerName) => `cursor/${consumer}` as DocumentKey;

export const eventId = (stream: StreamId, version: number) => `${stream}@${version}` as EventId;
