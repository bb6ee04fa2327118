import { instant } from '../../core/kinds.ts';
import { won } from '../../core/money.ts';
import type { PaymentGateway, RefundResult } from '../../core/payment/gateway.ts';
import { type Desk, refundedOf } from './charges.ts';
import type { RefundRow, Statements } from './statements.ts';

export type RefundAsk = Parameters<PaymentGateway['refund']>[0];

const refusal = (statements: Statements, ask: RefundAsk): string | undefined => {
  const charge = statements.charge.get(ask.chargeKey);
  if (charge?.state === 'voided' || statements.tombstone.get(ask.chargeKey)) return 'charge-voided';
  if (!charge || charge.state === 'coming') return 'no-such-charge';
  if (charge.state !== 'approved') return 'charge-not-approved';
  if (ask.amount <= 0) return 'no-amount';
  if (refundedOf(statements, ask.chargeKey) + ask.amount > charge.amount) return 'exceeds-charge';
  return undefined;
};

/** Gives back once per refund key, never more than was taken. A refusal is not remembered: the same key may be tried again. */
export const giveBack = (statements: Statements, ask: RefundAsk, desk: Desk): RefundResult => {
  statements.land.run(desk.at);
  const known = statements.refund.get(ask.key);
  if (known && (known.amount !== ask.amount || known.chargeKey !== ask.chargeKey))
    return { kind: 'misconfigured', what: `key-reused: ${ask.key} was used before, for another refund` };
  if (known) return { kind: 'refunded', amount: won(known.amount), reference: known.reference };
  const reason = refusal(statements, ask);
  if (reason) return { kind: 'refused', reason };
  const reference = desk.newReference();
  statements.addRefund.run({ key: ask.key, chargeKey: ask.chargeKey, amount: ask.amount, reference, at: desk.at });
  return { kind: 'refunded', amount: ask.amount, reference };
};

export const toRefundRecord = (row: RefundRow) => ({
  key: row.key,
  chargeKey: row.chargeKey,
  amount: won(row.amount),
  reference: row.reference,
  at: instant(row.at),
});
export type RefundRecord = ReturnType<typeof toRefundRecord>;
