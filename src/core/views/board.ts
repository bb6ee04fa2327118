import type { AlarmKind } from '../events.ts';
import type { Instant, OrderId, RiderId, ShopId } from '../kinds.ts';
import type { Contact } from '../ordering/contact.ts';
import type { CancelReason, DeliveryFailure, Party } from '../reasons.ts';
import { isAlarm, type OrderView, type StoppedAt } from './order-view.ts';

/** Something that a kitchen must be told of, until somebody there has said that they know. */
export type Alarm = { readonly since: Instant; readonly stoppedAt: StoppedAt } & (
  | { readonly kind: Extract<AlarmKind, 'stop-cooking'>; readonly by: Party; readonly reason: CancelReason }
  | {
      readonly kind: Extract<AlarmKind, 'delivery-failed'>;
      readonly rider: RiderId | undefined;
      readonly failure: DeliveryFailure | undefined;
    }
);

/** Where the food is between the stove and the rider's bag. */
export type Dispatch = {
  readonly state: 'none' | 'waiting' | 'claimed';
  readonly rider: RiderId | undefined;
  /** Cooked since then, and still here. */
  readonly cookedSince: Instant | undefined;
  readonly isLate: boolean;
};

/** A ticket as the screens of a kitchen show it. */
export type BoardTicket = {
  readonly view: OrderView;
  /** Undefined when it was erased. */
  readonly contact: Contact | undefined;
  /** Waits for acceptance, and no screen of the shop has said that it heard. */
  readonly rings: boolean;
  /** Lines of the order that are done, counted from 0. */
  readonly done: readonly number[];
  readonly dispatch: Dispatch;
};
export type BoardAlarm = Omit<BoardTicket, 'rings' | 'dispatch'> & { readonly alarm: Alarm };

export type KitchenBoard = {
  readonly shop: ShopId;
  /** When it was read. */
  readonly at: Instant;
  /** In the kitchen's hands, in order of arrival. */
  readonly tickets: readonly BoardTicket[];
  /** The oldest first; they stay until they are bumped away. */
  readonly alarms: readonly BoardAlarm[];
  /** There may be more than were asked for. */
  readonly isCut: boolean;
};

const stoppedAtOf = (view: OrderView): StoppedAt => {
  if (view.stoppedAt) return view.stoppedAt;
  // The ticket has not heard of the end yet, so it still says what it is at.
  return view.ticket === 'cooking' || view.ticket === 'cooked' ? view.ticket : 'accepted';
};

export const alarmOf = (view: OrderView): Alarm | undefined => {
  if (!isAlarm(view)) return undefined;
  const stoppedAt = stoppedAtOf(view);
  if (view.delivery === 'failed') {
    const { rider, failure } = view;
    return { kind: 'delivery-failed', since: view.failedAt ?? view.endedAt ?? view.updatedAt, stoppedAt, rider, failure };
  }
  if (!view.ended) return undefined;
  return { kind: 'stop-cooking', since: view.endedAt ?? view.updatedAt, stoppedAt, by: view.ended.by, reason: view.ended.reason };
};

export const dispatchOf = (view: OrderView, now: Instant, lateMs: number): Dispatch => {
  const state = view.delivery === 'waiting' || view.delivery === 'claimed' ? view.delivery : 'none';
  const cookedSince = view.ticket === 'cooked' ? view.cookedAt : undefined;
  return { state, rider: view.rider, cookedSince, isLate: cookedSince !== undefined && now - cookedSince > lateMs };
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byArrival = (a: OrderView, b: OrderView): number => a.placedAt - b.placedAt || byText(a.order, b.order);
/** What was promised to the customer: an answer first, then the food. */
const promisedAt = (view: OrderView): Instant => (view.ticket === 'awaiting' ? view.acceptBy : (view.readyBy ?? view.acceptBy));

export type BoardOrder = 'arrival' | 'promise';
/** Always the same for the same tickets: equal times go by arrival, then by number. */
export const sortTickets = (tickets: readonly BoardTicket[], by: BoardOrder): readonly BoardTicket[] =>
  tickets.toSorted((a, b) => (by === 'promise' ? promisedAt(a.view) - promisedAt(b.view) : 0) || byArrival(a.view, b.view));

/** The orders whose bell is ringing. */
export const ringing = (board: Pick<KitchenBoard, 'tickets'>): readonly OrderId[] =>
  board.tickets.filter(({ rings }) => rings).map(({ view }) => view.order);
