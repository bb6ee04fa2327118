import type { DomainEvent } from '../core/events.ts';
import { partyWords, paymentReasonWords, reasonWords } from '../core/notification/message-words.ts';
import { exactly, type Page, when, wonText } from './page.ts';

/** What is particular about this one; most types say everything by their name. */
const detail = (event: DomainEvent, page: Page): string => {
  const { lang } = page;
  switch (event.type) {
    case 'QuoteIssued':
    case 'OrderPlaced':
      return wonText(page, event.data.total);
    case 'PaymentRequested':
      return `${wonText(page, event.data.amount)}, ${event.data.method}`;
    case 'PaymentApproved':
    case 'RefundRequested':
    case 'Refunded':
      return wonText(page, event.data.amount);
    case 'PaymentDeclined':
    case 'PaymentVoidRequested':
    case 'PaymentVoided':
      return paymentReasonWords(event.data.reason, lang);
    case 'PaymentDeferred':
      return `${page.words.label.retryAt} ${exactly(page, event.data.retryAt)}`;
    case 'PaymentOutcomeUnknown':
    case 'RefundFailed':
    case 'RefundNeedsAttention':
      return event.data.cause;
    case 'OrderCanceled':
    case 'OrderRejected':
      return `${reasonWords(event.data.reason, lang)}, ${partyWords(event.data.by, lang)}`;
    case 'TicketRejected':
    case 'TicketCanceled':
    case 'DeliveryCanceled':
    case 'DeliveryFailed':
      return reasonWords(event.data.reason, lang);
    case 'TicketBumped':
    case 'AlarmLapsed':
      return page.words.alarm[event.data.alarm];
    case 'OrderAccepted':
    case 'OrderDelayed':
      return `${page.words.label.readyBy} ${when(page, event.data.readyBy)}`;
    case 'DeliveryClaimed':
      return event.data.rider;
    case 'MessageSent':
    case 'MessageFailed':
      return `${page.words.role[event.data.recipient.role]}, ${event.data.template}`;
    default:
      return '';
  }
};

/** An event as people read it: `조리 예정`-like words, and what is particular about it. */
export const eventText = (event: DomainEvent, page: Page): string => {
  const more = detail(event, page);
  return more === '' ? page.words.event[event.type] : `${page.words.event[event.type]}: ${more}`;
};
