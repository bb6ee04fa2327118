import type { EventType, Recorded } from '../events.ts';
import type { Instant } from '../kinds.ts';
import { formatWon, type Won } from '../money.ts';
import type { QuotedLine } from '../ordering/quote.ts';
import { clock } from '../time.ts';
import { type Lang, partyWords, paymentReasonWords, reasonWords } from './message-words.ts';
import { type TemplateCode, templates } from './templates.ts';
import type { Template } from './templates-shape.ts';

/** What a message about this event may speak of. */
export type Subject = {
  readonly lang: Lang;
  readonly zone: string;
  readonly shopName: string;
  readonly lines: readonly QuotedLine[];
  readonly total: Won;
};
export type Announcement = { readonly template: Template; readonly variables: Readonly<Record<string, string>> };

type VariablesOf<C extends TemplateCode> = Readonly<Record<(typeof templates)[C]['variables'][number], string>>;
const say = <C extends TemplateCode>(code: C, variables: VariablesOf<C>): Announcement => ({ template: templates[code], variables });

const itemsOf = (lines: readonly QuotedLine[], lang: Lang): string => {
  const [first] = lines;
  if (!first) return '-';
  const others = lines.length - 1;
  const head = `${first.name} ×${first.quantity}`;
  if (others === 0) return head;
  return lang === 'ko' ? `${head} 외 ${others}건` : `${head} and ${others} more`;
};

const wordsFor = ({ lang, zone, lines, total }: Subject) => ({
  at: (time: Instant) => clock(time, zone, lang),
  money: (amount: Won) => formatWon(amount, lang),
  items: itemsOf(lines, lang),
  total: formatWon(total, lang),
});

export const toldToCustomer: readonly EventType[] = [
  'OrderPlaced',
  'OrderAccepted',
  'OrderDelayed',
  'CookStarted',
  'CookFinished',
  'TicketRecalled',
  'DeliveryStarted',
  'Delivered',
  'DeliveryFailed',
  'OrderCanceled',
  'OrderRejected',
  'PaymentOutcomeUnknown',
  'PaymentDeferred',
  'PaymentVoided',
  'PaymentDeclined',
  'Refunded',
  'RefundFailed',
  'RefundNeedsAttention',
  'RefundSettledManually',
];

const aboutFood = (event: Recorded, subject: Subject): Announcement | undefined => {
  const { lang, shopName: shop } = subject;
  const { at, items, total } = wordsFor(subject);
  switch (event.type) {
    case 'OrderPlaced':
      return say('order-placed', { shop, order: event.data.order, items, total, acceptBy: at(event.data.acceptBy) });
    case 'OrderAccepted':
      return say('order-accepted', { shop, order: event.data.order, readyBy: at(event.data.readyBy) });
    case 'OrderDelayed': {
      const delay = lang === 'ko' ? `${event.data.minutes}분` : `${event.data.minutes} min`;
      return say('order-delayed', { shop, order: event.data.order, delay, readyBy: at(event.data.readyBy) });
    }
    case 'CookStarted':
      return say('cook-started', { shop, order: event.data.order });
    case 'CookFinished':
      return say('cook-finished', { shop, order: event.data.order });
    case 'TicketRecalled':
      return say('cook-recalled', { shop, order: event.data.order });
    case 'DeliveryStarted':
      return say('delivery-started', { shop, order: event.data.order });
    case 'Delivered':
      return say('delivered', { shop, order: event.data.order });
    case 'DeliveryFailed':
      return say('delivery-failed', { shop, order: event.data.order, reason: reasonWords(event.data.reason, lang), total });
    case 'OrderCanceled': {
      const { order, by, reason } = event.data;
      // The failed delivery has been told already.
      if (reason === 'DELIVERY_FAILED') return undefined;
      if (reason === 'ACCEPT_TIMEOUT') return say('order-expired', { shop, order, total });
      return say('order-canceled', { shop, order, by: partyWords(by, lang), reason: reasonWords(reason, lang), total });
    }
    case 'OrderRejected':
      return say('order-rejected', { shop, order: event.data.order, reason: reasonWords(event.data.reason, lang), total });
    default:
      return undefined;
  }
};

const aboutMoney = (event: Recorded, subject: Subject): Announcement | undefined => {
  const { lang, shopName: shop } = subject;
  const { at, money } = wordsFor(subject);
  switch (event.type) {
    case 'PaymentOutcomeUnknown':
      return say('payment-unknown', { shop, payment: event.data.payment, total: money(event.data.amount), knowBy: at(event.data.knowBy) });
    case 'PaymentDeferred': {
      const { payment, amount, retryAt, heldUntil } = event.data;
      return say('payment-deferred', { shop, payment, total: money(amount), retryAt: at(retryAt), heldUntil: at(heldUntil) });
    }
    case 'PaymentVoided': {
      const { payment, amount, reason, tookMoney } = event.data;
      if (!tookMoney) return say('payment-voided', { shop, payment, total: money(amount) });
      return say('payment-reversed', { shop, payment, total: money(amount), reason: paymentReasonWords(reason, lang) });
    }
    case 'PaymentDeclined': {
      const { payment, amount, reason } = event.data;
      if (reason === 'quote-expired') return say('payment-hold-expired', { shop, payment, total: money(amount) });
      return say('payment-declined-late', { shop, payment, total: money(amount), reason: paymentReasonWords(reason, lang) });
    }
    case 'Refunded':
      return say('refund-done', { order: event.data.order, total: money(event.data.amount) });
    case 'RefundFailed':
      return say('refund-delayed', { order: event.data.order, total: money(event.data.amount) });
    case 'RefundNeedsAttention':
      return say('refund-attention', { order: event.data.order, total: money(event.data.amount) });
    case 'RefundSettledManually':
      return say('refund-settled', { order: event.data.order, total: money(event.data.amount) });
    default:
      return undefined;
  }
};

export const announceToCustomer = (event: Recorded, subject: Subject): Announcement | undefined =>
  aboutFood(event, subject) ?? aboutMoney(event, subject);

export const toldToOwner: readonly EventType[] = [
  'TicketOpened',
  'TicketCanceled',
  'AcceptanceReminded',
  'AcceptanceExpired',
  'AlarmLapsed',
  'DeliveryClaimed',
  'DeliveryFailed',
];

export const announceToOwner = (event: Recorded, subject: Subject): Announcement | undefined => {
  const { lang } = subject;
  const { at, items, total } = wordsFor(subject);
  switch (event.type) {
    case 'TicketOpened':
      return say('new-order', { order: event.data.order, items, total, acceptBy: at(event.data.acceptBy) });
    case 'TicketCanceled': {
      const { order, by, reason } = event.data;
      return say('order-canceled-owner', { order, items, by: partyWords(by, lang), reason: reasonWords(reason, lang) });
    }
    case 'AcceptanceReminded':
      return say('accept-reminder', { order: event.data.order, items, acceptBy: at(event.data.acceptBy) });
    case 'AcceptanceExpired':
      return say('order-expired-owner', { order: event.data.order, items, acceptBy: at(event.data.acceptBy) });
    case 'AlarmLapsed':
      return say('alarm-lapsed-owner', { order: event.data.order, items });
    case 'DeliveryClaimed':
      return say('rider-claimed-owner', { order: event.data.order, rider: event.data.rider });
    case 'DeliveryFailed':
      return say('delivery-failed-owner', {
        order: event.data.order,
        rider: event.data.rider,
        reason: reasonWords(event.data.reason, lang),
      });
    default:
      return undefined;
  }
};

export const toldToRider: readonly EventType[] = ['DeliveryCanceled'];

export const announceToRider = (event: Recorded, subject: Subject): Announcement | undefined => {
  if (event.type !== 'DeliveryCanceled' || event.data.rider === undefined) return undefined;
  const { order, reason } = event.data;
  return say('ride-canceled', { shop: subject.shopName, order, reason: reasonWords(reason, subject.lang) });
};

/** To a customer whose order is held, when the gateway answers again. */
export const announcePaymentsBack = (event: Recorded, subject: Subject): Announcement | undefined => {
  if (event.type !== 'PaymentDeferred') return undefined;
  const { at, money } = wordsFor(subject);
  const { payment, amount, heldUntil } = event.data;
  return say('payments-back', { shop: subject.shopName, payment, total: money(amount), heldUntil: at(heldUntil) });
};
