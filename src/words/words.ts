import type { IntakeNow } from '../core/catalog/hours.ts';
import type { Intake } from '../core/catalog/shop.ts';
import type { Delivery } from '../core/delivery/delivery.ts';
import type { AlarmKind, EventType, Role } from '../core/events.ts';
import type { Ticket } from '../core/kitchen/ticket.ts';
import type { Order } from '../core/ordering/order.ts';
import type { Payment } from '../core/payment/payment.ts';
import type { Refusal } from '../core/refusal.ts';
import type { MoneyStatus, OrderStatus, TicketFacet } from '../core/views/order-view.ts';
import type { PaymentView } from '../core/views/payment-view.ts';
import type { Label } from './label.ts';
import type { Lang } from './lang.ts';

/** Whatever a stream can be in when a command comes at the wrong time. */
export type AnyState = Order['status'] | Payment['status'] | Ticket['status'] | Delivery['status'];
/** What people ask for, as a refusal names it. */
export type Asked =
  | 'accept'
  | 'reject'
  | 'cook'
  | 'finish'
  | 'recall'
  | 'bump'
  | 'mark'
  | 'delay'
  | 'cancel'
  | 'claim'
  | 'release'
  | 'pick'
  | 'deliver'
  | 'fail'
  | 'pay'
  | 'approve'
  | 'decline'
  | 'void'
  | 'settle';
export type NotFound = Extract<Refusal, { readonly code: 'NOT_FOUND' }>['what'];
export type Shut = Extract<IntakeNow, { readonly open: false }>['why'];
/** How a message fares. */
export type MessageStatus = 'queued' | 'failed' | 'sent' | 'gave-up' | 'expired';

/** Every word that the command line shows. A forgotten one is a type error. */
export type Words = {
  readonly lang: Lang;
  readonly status: Readonly<Record<OrderStatus, string>>;
  readonly money: Readonly<Record<MoneyStatus, string>>;
  readonly ticket: Readonly<Record<TicketFacet, string>>;
  readonly payment: Readonly<Record<PaymentView['now']['state'], string>>;
  readonly message: Readonly<Record<MessageStatus, string>>;
  readonly alarm: Readonly<Record<AlarmKind, string>>;
  readonly intake: Readonly<Record<Intake['state'], string>>;
  readonly shut: Readonly<Record<Shut, string>>;
  readonly state: Readonly<Record<AnyState, string>>;
  readonly asked: Readonly<Record<Asked, string>>;
  readonly thing: Readonly<Record<NotFound, string>>;
  readonly role: Readonly<Record<Role, string>>;
  readonly event: Readonly<Record<EventType, string>>;
  readonly label: Readonly<Record<Label, string>>;
};
