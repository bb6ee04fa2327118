import { describe, expect, test } from 'vitest';
import type { BankCharge, BankRefund } from '../invariants/evidence.ts';
import { recorded } from '../testing/given.ts';
import * as story from '../testing/story.ts';
import { chargeKey, type Fact, order, payment, refundKey } from '../testing/story.ts';
import { enter, noAccounts, reconcile } from './reconcile.ts';

const booksOf = (...facts: readonly Fact[]) => {
  const accounts = noAccounts();
  for (const event of recorded(facts)) enter(accounts, event);
  return accounts;
};
const charged = (change: Partial<BankCharge> = {}): BankCharge => ({
  key: chargeKey,
  order,
  amount: 20_000,
  state: 'approved',
  ...change,
});
const given = (change: Partial<BankRefund> = {}): BankRefund => ({ key: refundKey, chargeKey, amount: 20_000, ...change });
const paid = [story.quoted(), story.requested(), story.approved(), story.placed()];
const found = (facts: readonly Fact[], charges: readonly BankCharge[], refunds: readonly BankRefund[] = []) =>
  reconcile(booksOf(...facts), { charges, refunds }).map(({ kind, remedy }) => `${kind}: ${remedy}`);

describe('both books agree', () => {
  test.each([
    ['paid', paid, [charged()], []],
    ['paid and given back', [...paid, story.canceled(), story.refundAsked(), story.refunded()], [charged()], [given()]],
    ['declined on both sides', [story.quoted(), story.requested(), story.declined()], [charged({ state: 'declined' })], []],
    [
      'voided on both sides',
      [story.quoted(), story.requested(), story.doubted(), story.voidAsked(), story.voided()],
      [charged({ state: 'voided' })],
      [],
    ],
    ['settled by hand', [...paid, story.canceled(), story.refundAsked(), story.settledManually()], [charged()], []],
    ['nothing happened', [], [], []],
  ] as const)('when it is %s', (_name, facts, charges, refunds) => {
    expect(found(facts, charges, refunds)).toEqual([]);
  });
});

describe('the bank knows more', () => {
  test('a charge that was never asked for in these books is reversed', () => {
    expect(found([], [charged()])).toEqual(['unknown-charge: void']);
    expect(found(paid, [charged(), charged({ key: `${payment}-2` })])).toEqual(['unknown-charge: void']);
  });

  test('a charge that is not in these books and went back whole needs nothing more; a part of it is not enough', () => {
    expect(found([], [charged()], [given()])).toEqual([]);
    expect(found([], [charged()], [given({ amount: 19_999 })])).toEqual(['unknown-charge: void']);
    expect(found([], [charged()], [given({ chargeKey: `${payment}-2` })])).toEqual(['unknown-charge: void']);
  });

  test('a charge of an attempt that these books call failed is reversed', () => {
    expect(found([story.quoted(), story.requested(), story.declined()], [charged()])).toEqual(['charged-though-failed: void']);
  });

  test('a charge that the daemon is about to hear of is left to it', () => {
    expect(found([story.quoted(), story.requested()], [charged()])).toEqual(['not-heard-yet: daemon']);
    expect(found([story.quoted(), story.requested(), story.doubted()], [charged()])).toEqual(['not-heard-yet: daemon']);
  });

  test('an order whose money went back already falls; one that was eaten is for a person', () => {
    expect(found(paid, [charged()], [given()])).toEqual(['refund-not-recorded: cancel-order']);
    expect(found([...paid, story.completed()], [charged()], [given()])).toEqual(['refund-not-recorded: person']);
  });

  test('a refund that was asked for is heard of by the daemon; one by another hand is for a person', () => {
    expect(found([...paid, story.canceled(), story.refundAsked()], [charged()], [given()])).toEqual(['refund-not-recorded: daemon']);
    expect(found([...paid, story.canceled()], [charged()], [given()])).toEqual(['refund-not-recorded: daemon']);
    expect(found(paid, [charged()], [given({ key: 'by-hand' })])).toEqual(['refund-not-recorded: person']);
    expect(found(paid, [charged()], [given({ amount: 5000 })])).toEqual(['refund-not-recorded: person']);
    const settled = [...paid, story.canceled(), story.refundAsked(), story.settledManually()];
    expect(found(settled, [charged()], [given()])).toEqual(['refund-not-recorded: person']);
  });
});

describe('our books know more', () => {
  test('a payment or a refund that the bank does not have is for a person', () => {
    expect(found(paid, [])).toEqual(['charge-missing: person']);
    expect(found(paid, [charged({ state: 'voided' })])).toEqual(['charge-missing: person']);
    expect(found([...paid, story.canceled(), story.refundAsked(), story.refunded()], [charged()])).toEqual(['refund-missing: person']);
  });

  test('another amount is for a person', () => {
    expect(found(paid, [charged({ amount: 19_000 })])).toEqual(['wrong-amount: person']);
  });
});
