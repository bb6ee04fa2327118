import type { DomainEvent, Recorded } from '../events.ts';
import { messageStream, type PaymentId } from '../kinds.ts';
import { won } from '../money.ts';
import { announceToCustomer, announceToOwner, announceToRider, type Subject } from '../notification/announce.ts';
import { goesToViews } from '../route.ts';
import { recorded } from '../testing/given.ts';
import type { Fact } from '../testing/story.ts';
import * as story from '../testing/story.ts';
import { foldOrder } from '../views/fold-order.ts';
import type { OrderView } from '../views/order-view.ts';
import { foldPayment, type PaymentView } from '../views/payment-view.ts';
import type { BankCharge, BankRefund, Dossier, Heard, Whole } from './evidence.ts';

const subject: Subject = { lang: 'ko', zone: 'Asia/Seoul', shopName: story.quote.shopName, lines: story.quote.lines, total: won(20_000) };
const tellers = [
  ['customer', announceToCustomer],
  ['owner', announceToOwner],
  ['rider', announceToRider],
] as const;

type Told = { readonly fact: Fact; readonly heard: Heard };

const tellAll = (event: Recorded): readonly Told[] =>
  tellers.flatMap(([role, announce]) => {
    const template = announce(event, subject)?.template.code;
    if (template === undefined) return [];
    const data = { event: event.id, recipient: { role, id: role }, channel: 'kakao', template, lang: 'ko', attempts: 1 } as const;
    const sent: DomainEvent = { type: 'MessageSent', data };
    const heard: Heard = { id: `${event.id}:${role}:${template}`, role, template };
    return [{ fact: { stream: messageStream(story.order, role), at: event.at, event: sent }, heard }];
  });

const viewsOf = (events: readonly Recorded[]): Pick<Dossier, 'view' | 'payments'> => {
  let view: OrderView | undefined;
  const payments = new Map<PaymentId, PaymentView>();
  for (const event of events.filter(goesToViews)) {
    view = foldOrder(view, event);
    if (!('payment' in event.data)) continue;
    const payment = foldPayment(payments.get(event.data.payment), event);
    if (payment) payments.set(event.data.payment, payment);
  }
  return { view, payments: [...payments.values()] };
};

const charge: BankCharge = { key: story.chargeKey, order: story.order, amount: 20_000, state: 'approved' };
const refund: BankRefund = { key: story.refundKey, chargeKey: story.chargeKey, amount: 20_000 };

/** A dossier in which everything is as these facts say: rows, money, messages. */
export const dossierOf = (facts: readonly Fact[]): Dossier => {
  const told = recorded(facts).flatMap(tellAll);
  const events = recorded([...facts, ...told.map(({ fact }) => fact)]).map((event, at) =>
    at < facts.length || !('event' in event.data) ? event : { ...event, causation: event.data.event },
  );
  const has = (type: Recorded['type']) => events.some((event) => event.type === type);
  return {
    order: story.order,
    events,
    ...viewsOf(events),
    waiting: [],
    charges: has('PaymentApproved') ? [charge] : [],
    refunds: has('Refunded') ? [refund] : [],
    heard: told.map(({ heard }) => heard),
    answers: [],
  };
};

const { quoted, requested, approved, placed, opened, accepted, rideAsked, canceled, ticketCanceled, rideCanceled, refundAsked, refunded } =
  story;

/** From the quote to the door. */
export const deliveredOrder = (): Dossier => dossierOf(story.stages.completed);
/** Accepted, canceled by the customer, and paid back. */
export const canceledOrder = (): Dossier =>
  dossierOf([
    ...[quoted(), requested(), approved(), placed(), opened(), story.at(2000, accepted()), story.at(3000, rideAsked())],
    ...[canceled(), ticketCanceled('accepted'), rideCanceled(), refundAsked(), refunded()],
  ]);

export const soundWhole = (): Whole => ({
  jumps: [],
  answers: [],
  placed: [],
  settledTwice: [],
  broken: [],
  ours: { taken: 40_000, refunded: 20_000 },
  bank: { taken: 40_000, refunded: 20_000 },
});
