import type { ShopChange } from './catalog/shop-change.ts';
import type { CustomerId, EventId, Instant, OrderId, PaymentId, QuoteId, RiderId, ShopId, StreamId } from './kinds.ts';
import type { Won } from './money.ts';
import type { IssuedQuote, QuotedLine } from './ordering/quote.ts';
import type { CancelReason, DeliveryFailure, Party, ShopReason } from './reasons.ts';

type Event<T extends string, D> = { readonly type: T; readonly data: Readonly<D> };

/** Who is told by which way. */
export type Recipient = { readonly role: 'customer' | 'owner' | 'rider'; readonly id: string };
export type Channel = 'kakao';

export type OrderPlaced = Event<
  'OrderPlaced',
  {
    order: OrderId;
    quote: QuoteId;
    payment: PaymentId;
    customer: CustomerId;
    shop: ShopId;
    shopName: string;
    lines: readonly QuotedLine[];
    subtotal: Won;
    fee: Won;
    discount: Won;
    total: Won;
    acceptBy: Instant;
  }
>;
export type OrderEvent =
  | Event<'QuoteIssued', IssuedQuote>
  | OrderPlaced
  | Event<'OrderCanceled', { order: OrderId; payment: PaymentId; by: Party; reason: CancelReason; liable: Party | 'rider'; note?: string }>
  | Event<'OrderRejected', { order: OrderId; payment: PaymentId; by: Party; reason: CancelReason; liable: Party }>
  | Event<'OrderCompleted', { order: OrderId }>;

/** Whose money, how much and for what: every payment event says it, so that a view needs no other source. */
export type Charge = {
  readonly payment: PaymentId;
  readonly order: OrderId;
  readonly customer: CustomerId;
  readonly shop: ShopId;
  readonly amount: Won;
};
export type UnknownCause = 'time-out' | 'network' | 'server-error' | 'pending' | 'process-lost' | 'store-failed';
export type PaymentEvent =
  /** Recorded before the gateway is called; `key` is the gateway's idempotency key, new for every attempt. */
  | Event<
      'PaymentRequested',
      Charge & { quote: QuoteId; method: string; attempt: number; key: string; gateway: string; heldUntil: Instant; acceptLeaseMs: number }
    >
  | Event<'PaymentApproved', Charge & { key: string; reference: string }>
  | Event<'PaymentDeclined', Charge & { reason: string }>
  | Event<'PaymentOutcomeUnknown', Charge & { key: string; cause: UnknownCause; knowBy: Instant }>
  | Event<'PaymentDeferred', Charge & { cause: 'breaker-open' | 'overloaded' | 'unreachable'; retryAt: Instant; heldUntil: Instant }>
  /** Decided and stored before the gateway is asked to void: from here on the money can no longer make an order. */
  | Event<'PaymentVoidRequested', Charge & { key: string; reason: string }>
  /** Nothing is charged, and the gateway can no longer charge for this key. */
  | Event<'PaymentVoided', Charge & { key: string; reason: string; tookMoney: boolean }>
  | Event<'RefundRequested', Charge & { key: string; chargeKey: string; reason: CancelReason }>
  | Event<'Refunded', Charge & { key: string; reference: string }>
  | Event<'RefundFailed', Charge & { key: string; cause: string; retryAt: Instant }>
  | Event<'RefundNeedsAttention', Charge & { key: string; cause: string }>
  | Event<'RefundSettledManually', Charge & { key: string; note: string }>;

/** What a kitchen must be told of, whatever it is looking at. */
export type AlarmKind = 'stop-cooking' | 'delivery-failed';

export type TicketEvent =
  | Event<'TicketOpened', { order: OrderId; shop: ShopId; acceptBy: Instant; remindAt: readonly Instant[] }>
  | Event<'OrderAccepted', { order: OrderId; shop: ShopId; readyBy: Instant }>
  | Event<'CookStarted', { order: OrderId }>
  | Event<'CookFinished', { order: OrderId }>
  | Event<'TicketRecalled', { order: OrderId }>
  | Event<'OrderDelayed', { order: OrderId; minutes: number; readyBy: Instant }>
  | Event<'TicketRejected', { order: OrderId; reason: ShopReason }>
  | Event<'TicketCanceled', { order: OrderId; by: Party; reason: CancelReason; from: string }>
  /** Somebody at this shop saw that the order fell, or that its food did not arrive, and took the alarm off the board. */
  | Event<'TicketBumped', { order: OrderId; shop: ShopId; alarm: AlarmKind; screen?: string }>
  /** Nobody did, for so long that it no longer helps anyone. */
  | Event<'AlarmLapsed', { order: OrderId; shop: ShopId; alarm: AlarmKind }>
  | Event<'AcceptanceReminded', { order: OrderId; shop: ShopId; number: number; acceptBy: Instant }>
  | Event<'AcceptanceExpired', { order: OrderId; shop: ShopId; acceptBy: Instant }>;

export type DeliveryEvent =
  | Event<'DeliveryRequested', { order: OrderId; shop: ShopId; readyBy: Instant }>
  | Event<'DeliveryClaimed', { order: OrderId; rider: RiderId }>
  | Event<'DeliveryReleased', { order: OrderId; rider: RiderId }>
  /** The rider picked it up. */
  | Event<'DeliveryStarted', { order: OrderId; rider: RiderId }>
  | Event<'Delivered', { order: OrderId; rider: RiderId }>
  | Event<'DeliveryFailed', { order: OrderId; rider: RiderId; reason: DeliveryFailure }>
  | Event<'DeliveryCanceled', { order: OrderId; rider?: RiderId; reason: CancelReason }>;

export type ShopEvent =
  | Event<'ShopOpened', { shop: ShopId }>
  | Event<'ShopPaused', { shop: ShopId; until: Instant }>
  | Event<'ShopClosed', { shop: ShopId }>
  | Event<'ItemSoldOut', { shop: ShopId; item: string; until: Instant }>
  | Event<'ItemRestored', { shop: ShopId; item: string }>
  /** `changes`: what its file says differently now, as much as fits; `more` of them did not. Without any it is new, or was written whole. */
  | Event<'MenuChanged', { shop: ShopId; changes?: readonly ShopChange[]; more?: number }>;

export type MessageEvent =
  /** The words are what the template makes of the event: both never change, so they are not kept twice. */
  | Event<'MessageSent', { event: EventId; recipient: Recipient; channel: Channel; template: string; lang: 'ko' | 'en'; attempts: number }>
  | Event<
      'MessageFailed',
      {
        event: EventId;
        recipient: Recipient;
        channel: Channel;
        template: string;
        outcome: 'gave-up' | 'expired';
        cause: string;
        attempts: number;
      }
    >;

export type DomainEvent = OrderEvent | PaymentEvent | TicketEvent | DeliveryEvent | ShopEvent | MessageEvent;
export type EventType = DomainEvent['type'];
export type EventOf<T extends EventType> = Extract<DomainEvent, { readonly type: T }>;

export type Role = 'customer' | 'owner' | 'rider' | 'operator' | 'system';
export type Actor = { readonly role: Role; readonly id: string };

/** An event as it is written: where, by whom, why. `schema` counts the shape of `data`. */
export type Unrecorded<E extends DomainEvent = DomainEvent> = E & {
  readonly id: EventId;
  readonly schema: number;
  readonly stream: StreamId;
  readonly version: number;
  readonly at: Instant;
  /** Correlation: the order (placed or still to come) that this is about. */
  readonly order?: OrderId;
  /** The event that this follows from, or `cmd_…` for a person's command. */
  readonly causation: string;
  readonly actor: Actor;
  /** W3C trace-id shaped, given by the caller of a command; follows the events that it causes. */
  readonly trace?: string;
};
/** `position` rises in commit order over all streams. */
export type Recorded<E extends DomainEvent = DomainEvent> = Unrecorded<E> & { readonly position: number };
