import { describe, expect, test } from 'vitest';
import type { EventType, Recorded } from './events.ts';
import { announceToCustomer, announceToOwner, announceToRider, toldToCustomer, toldToOwner, toldToRider } from './notification/announce.ts';
import { goesToViews, routeEvents } from './route.ts';
import { consumersNamed, saga } from './saga.ts';
import { defaultSettings } from './settings.ts';
import { everyEvent, everyType } from './testing/every-event.ts';
import { recorded, table } from './testing/given.ts';
import type { Fact } from './testing/story.ts';
import * as story from './testing/story.ts';
import { foldOrder } from './views/fold-order.ts';
import { moneyOf, type OrderView, statusOf } from './views/order-view.ts';
import { shownInViews } from './views/shown.ts';

const routed = (event: Recorded): string =>
  routeEvents([event], defaultSettings)
    .map(({ consumer, dueAt }) => (dueAt === event.at ? consumer : `${consumer} +${(dueAt - event.at) / 1000}s`))
    .join(', ');

describe('whenever … then …', () => {
  test('every event goes to these and to nobody else, at these times', () => {
    const rows = everyEvent.map((event) => [event.type, { 'goes to': routed(event) }]);
    expect(Object.fromEntries(rows)).toEqual(
      table(`
        | event                 | goes to                                                                          |
        | QuoteIssued           |                                                                                  |
        | PaymentRequested      | payment.watch +15s                                                               |
        | PaymentApproved       | views                                                                            |
        | PaymentDeclined       | notify.customer, views                                                           |
        | PaymentOutcomeUnknown | payment.settle +1s, notify.customer, views                                       |
        | PaymentDeferred       | payment.hold +600s, notify.customer, notify.payments-back +30s, views            |
        | PaymentVoidRequested  | payment.void                                                                     |
        | PaymentVoided         | notify.customer, views                                                           |
        | RefundRequested       | payment.refund, views                                                            |
        | Refunded              | notify.customer, views                                                           |
        | RefundFailed          | notify.customer, views                                                           |
        | RefundNeedsAttention  | notify.customer, views                                                           |
        | RefundSettledManually | notify.customer, views                                                           |
        | OrderPlaced           | kitchen, ordering.expire +485.001s, notify.customer, views                       |
        | OrderCanceled         | kitchen, delivery, payment, notify.customer, views                               |
        | OrderRejected         | kitchen, delivery, payment, notify.customer, views                               |
        | OrderCompleted        | views                                                                            |
        | TicketOpened          | kitchen.remind +59s, notify.owner, views                                         |
        | OrderAccepted         | delivery, notify.customer, views                                                 |
        | CookStarted           | notify.customer, views                                                           |
        | CookFinished          | notify.customer, views                                                           |
        | TicketRecalled        | notify.customer, views                                                           |
        | OrderDelayed          | notify.customer, views                                                           |
        | TicketRejected        | ordering, views                                                                  |
        | TicketCanceled        | notify.owner, views                                                              |
        | AcceptanceReminded    | notify.owner                                                                     |
        | TicketBumped          | views                                                                            |
        | AlarmLapsed           | notify.owner, views                                                              |
        | AcceptanceExpired     | ordering, notify.owner, views                                                    |
        | DeliveryRequested     | views                                                                            |
        | DeliveryClaimed       | notify.owner, views                                                              |
        | DeliveryReleased      | views                                                                            |
        | DeliveryStarted       | notify.customer, views                                                           |
        | Delivered             | ordering, notify.customer, views                                                 |
        | DeliveryFailed        | ordering, notify.customer, notify.owner, views                                   |
        | DeliveryCanceled      | notify.rider, views                                                              |
        | ShopOpened            |                                                                                  |
        | ShopPaused            |                                                                                  |
        | ShopClosed            |                                                                                  |
        | ItemSoldOut           |                                                                                  |
        | ItemRestored          |                                                                                  |
        | MenuChanged           |                                                                                  |
        | MessageSent           |                                                                                  |
        | MessageFailed         |                                                                                  |
      `),
    );
  });

  test('an alarm is there only for what the kitchen had taken on, and lapses after twelve hours', () => {
    const canceled = (from: string) => recorded([story.ticketCanceled(from)]).map(routed);
    expect(canceled('cooking')).toEqual(['kitchen.alarm +43200s, notify.owner, views']);
    expect(canceled('awaiting')).toEqual(['notify.owner, views']);
  });

  test('what a person is told at the counter needs no message; what is found out later does', () => {
    const [atTheCounter] = recorded([story.declined()]).map((event) => ({
      ...event,
      actor: { role: 'customer', id: story.customer } as const,
    }));
    if (!atTheCounter) throw new Error('no event');
    expect(routed(atTheCounter)).toBe('views');
  });

  test('the first request of a payment shows nothing, a later one ends its being held', () => {
    const views = [1, 2].map((attempt) => recorded([story.requested(attempt)]).some(goesToViews));
    expect(views).toEqual([false, true]);
  });

  test('the events of one order share a line, so that each consumer sees them in their order', () => {
    const rows = routeEvents(recorded([...story.stages.completed, story.doubted()]), defaultSettings);
    expect(new Set(rows.map(({ partition }) => partition))).toEqual(new Set([story.order]));
  });

  test('consumers have names of their own, and a context names all of its consumers', () => {
    const names = saga.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(consumersNamed('kitchen')).toEqual(['kitchen', 'kitchen.remind', 'kitchen.alarm']);
    expect(consumersNamed('notify')).toEqual(['notify.customer', 'notify.owner', 'notify.rider', 'notify.payments-back']);
    expect(consumersNamed('payment')).toEqual([
      'payment',
      'payment.refund',
      'payment.watch',
      'payment.settle',
      'payment.void',
      'payment.hold',
    ]);
    expect(consumersNamed('nobody')).toEqual([]);
  });
});

describe('what can be seen', () => {
  test('every kind of event is shown in a view, or is one of these that nobody looks at', () => {
    const notShown: readonly EventType[] = [
      'QuoteIssued',
      // Until the gateway has confirmed it, the payment is shown as it was: not known.
      'PaymentVoidRequested',
      'AcceptanceReminded',
      'ShopOpened',
      'ShopPaused',
      'ShopClosed',
      'ItemSoldOut',
      'ItemRestored',
      'MenuChanged',
      'MessageSent',
      'MessageFailed',
    ];
    expect([...shownInViews, ...notShown].sort()).toEqual([...everyType].sort());
  });
});

const lives: readonly (readonly Fact[])[] = [
  story.stages.completed,
  [...story.stages.cooked, story.recalled(), story.cooked()],
  [
    ...story.stages.awaiting,
    story.canceled(),
    story.ticketCanceled('awaiting'),
    story.refundAsked(),
    story.refundFailed(),
    story.refunded(),
  ],
  [...story.stages.accepted, story.canceled('shop', 'TOO_BUSY'), story.refundAsked(), story.attention(), story.settledManually()],
  [...story.stages.awaiting, story.ticketRejected(), story.rejected()],
  [...story.stages.awaiting, story.expired(), story.canceled('system', 'ACCEPT_TIMEOUT', 'shop')],
  [...story.stages.placed, story.canceled('system', 'ACCEPT_TIMEOUT', 'shop')],
  [...story.stages.delivering, story.failed(), story.canceled('system', 'DELIVERY_FAILED', 'rider')],
];

describe('what is told', () => {
  test('every change of the food or the money of an order is told to its customer', () => {
    const untold = new Set<EventType>();
    for (const life of lives) {
      let before: OrderView | undefined;
      for (const event of recorded(life)) {
        const now = foldOrder(before, event);
        const looks = (view: OrderView | undefined) => (view ? `${statusOf(view)} ${moneyOf(view)}` : '');
        if (looks(now) !== looks(before) && !toldToCustomer.includes(event.type)) untold.add(event.type);
        before = now;
      }
    }
    // Both are told a moment later, by the end of the order that follows from them.
    expect([...untold].sort()).toEqual(['AcceptanceExpired', 'TicketRejected']);
  });

  const subject = {
    lang: 'ko',
    zone: 'Asia/Seoul',
    shopName: '한끼 김치찌개',
    lines: story.quote.lines,
    total: story.quote.total,
  } as const;
  test.each([
    ['customer', toldToCustomer, announceToCustomer],
    ['owner', toldToOwner, announceToOwner],
    ['rider', toldToRider, announceToRider],
  ] as const)('every event that goes to the %s has words, and no other has', (_role, told, announce) => {
    const spoken = everyEvent.filter((event) => announce(event, subject) !== undefined).map(({ type }) => type);
    expect([...spoken].sort()).toEqual([...told].sort());
  });

  test('the end of an order after a failed ride is not told twice', () => {
    const [ended] = recorded([story.canceled('system', 'DELIVERY_FAILED', 'rider')]);
    expect(ended && announceToCustomer(ended, subject)).toBeUndefined();
  });

  test('an order that nobody answered is told as expired, not as canceled', () => {
    const [ended] = recorded([story.canceled('system', 'ACCEPT_TIMEOUT', 'shop')]);
    expect(ended && announceToCustomer(ended, subject)?.template.code).toBe('order-expired');
  });

  test('a ride that nobody had claimed falls without a word to any rider', () => {
    const [fell] = recorded([story.rideCanceled()]);
    expect(fell && announceToRider(fell, subject)).toBeUndefined();
  });
});
