import { describe, expect, test } from 'vitest';
import { recorded, table } from '../testing/given.ts';
import type { Fact } from '../testing/story.ts';
import * as story from '../testing/story.ts';
import { foldPayment, isOpenPayment, type PaymentView } from './payment-view.ts';

const asked = [story.quoted(), story.requested()];
const back = [...asked, story.approved(), story.refundAsked()];
const moments: Readonly<Record<string, readonly Fact[]>> = {
  asked,
  'paid at once': [...asked, story.approved()],
  'declined at once': [...asked, story.declined()],
  'not known': [...asked, story.doubted()],
  'not known, then paid': [...asked, story.doubted(), story.approved()],
  'not known, then declined': [...asked, story.doubted(), story.declined()],
  'not known, then undone': [...asked, story.doubted(), story.voided()],
  held: [...asked, story.deferred()],
  'held, asked again': [...asked, story.deferred(), story.requested(2)],
  'held, then paid': [...asked, story.deferred(), story.requested(2), story.approved()],
  'held too long': [...asked, story.deferred(), story.declined('quote-expired')],
  'money asked back': back,
  'money delayed': [...back, story.refundFailed()],
  'a person is called': [...back, story.refundFailed(), story.attention()],
  'money is back': [...back, story.refundFailed(), story.refunded()],
  'paid back by hand': [...back, story.attention(), story.settledManually()],
};

const fold = (facts: readonly Fact[]) => recorded(facts).reduce<PaymentView | undefined>(foldPayment, undefined);

describe('payments that needed, or need, a second look', () => {
  test('have a row from the first trouble on, and are open until it is over', () => {
    const seen = Object.entries(moments).map(([name, facts]) => {
      const view = fold(facts);
      return [name, { state: view?.now.state ?? 'no row', open: view && isOpenPayment(view) ? 'yes' : '' }];
    });
    expect(Object.fromEntries(seen)).toEqual(
      table(`
        | moment                   | state            | open |
        | asked                    | no row           |      |
        | paid at once             | no row           |      |
        | declined at once         | no row           |      |
        | not known                | unknown          | yes  |
        | not known, then paid     | approved         |      |
        | not known, then declined | declined         |      |
        | not known, then undone   | voided           |      |
        | held                     | deferred         | yes  |
        | held, asked again        | requested        |      |
        | held, then paid          | approved         |      |
        | held too long            | declined         |      |
        | money asked back         | refund-pending   | yes  |
        | money delayed            | refund-failed    | yes  |
        | a person is called       | refund-failed    | yes  |
        | money is back            | refunded         |      |
        | paid back by hand        | settled-manually |      |
      `),
    );
  });

  test('look the same when an event is seen twice', () => {
    for (const facts of Object.values(moments)) {
      const once = recorded(facts);
      const twice = once.flatMap((event, index) => [event, ...once.slice(0, index + 1)]);
      expect(twice.reduce<PaymentView | undefined>(foldPayment, undefined)).toEqual(fold(facts));
    }
  });

  test('say whose money it is, and by when it will be known', () => {
    expect(fold([...asked, story.doubted('network')])).toMatchObject({
      ...story.charge,
      now: { state: 'unknown', cause: 'network', knowBy: story.after(45_000) },
    });
  });
});
