import { instant } from '../../core/kinds.ts';
import { won } from '../../core/money.ts';
import type { Approval, ApproveResult, LookUpResult, VoidResult } from '../../core/payment/gateway.ts';
import { never } from '../../core/result.ts';
import type { ChargeRow, Statements } from './statements.ts';
import { declineReason } from './test-cards.ts';

/** The bank's clock and its next receipt number. */
export type Desk = { readonly at: number; newReference(): string };
export type Arrival = { readonly state: 'coming' | 'pending'; readonly landsAt: number };

const keyReused = (key: string) =>
  ({ kind: 'misconfigured', what: `key-reused: ${key} was used before, for another amount, card or order` }) as const;

const isSameCharge = (row: ChargeRow, ask: Approval): boolean =>
  row.amount === ask.amount && row.method === ask.method && row.order === ask.order;

const enter = (statements: Statements, ask: Approval, desk: Desk, arrival: Arrival | undefined) => {
  const reason = declineReason(ask.method);
  const state = arrival?.state ?? (reason === null ? 'approved' : 'declined');
  statements.addCharge.run({
    key: ask.key,
    amount: ask.amount,
    method: ask.method,
    order: ask.order,
    state,
    reason,
    reference: desk.newReference(),
    askedAt: desk.at,
    landsAt: arrival?.landsAt ?? null,
    approvedAt: state === 'approved' ? desk.at : null,
    voidedAt: null,
  });
};

const answer = (row: ChargeRow): ApproveResult => {
  switch (row.state) {
    case 'approved':
      return { kind: 'approved', amount: won(row.amount), reference: row.reference };
    case 'declined':
      return { kind: 'declined', reason: row.reason ?? 'declined' };
    case 'voided':
      return { kind: 'declined', reason: 'voided' };
    case 'coming':
    case 'pending':
      return { kind: 'pending' };
    default:
      return never(row.state);
  }
};

/** The request is on its way, and lands later unless its key is voided before. A key that the bank knows stays as it is. */
export const send = (statements: Statements, ask: Approval, desk: Desk, arrival: Arrival): void => {
  if (statements.tombstone.get(ask.key) || statements.charge.get(ask.key)) return;
  enter(statements, ask, desk, arrival);
};

/** The request is here: takes the money once per key, and says the same thing ever after. */
export const take = (statements: Statements, ask: Approval, desk: Desk, arrival?: Arrival): ApproveResult => {
  statements.land.run(desk.at);
  if (statements.tombstone.get(ask.key)) return { kind: 'declined', reason: 'voided' };
  const known = statements.charge.get(ask.key);
  if (known && !isSameCharge(known, ask)) return keyReused(ask.key);
  if (known?.state === 'coming') statements.landOne.run(desk.at, ask.key);
  if (!known) enter(statements, ask, desk, arrival);
  const row = statements.charge.get(ask.key);
  if (!row) throw new Error(`the bank lost ${ask.key}`);
  return answer(row);
};

export const lookUp = (statements: Statements, key: string, at: number): LookUpResult => {
  statements.land.run(at);
  if (statements.tombstone.get(key)) return { kind: 'voided' };
  const row = statements.charge.get(key);
  return !row || row.state === 'coming' ? { kind: 'none' } : answer(row);
};

/** Reverses what stands; whatever happened before, nothing can be charged under this key any more. */
export const voidKey = (statements: Statements, key: string, at: number): VoidResult => {
  statements.land.run(at);
  const tombstone = statements.tombstone.get(key);
  if (tombstone) return { kind: 'voided', tookMoney: tombstone.tookMoney === 1 };
  const row = statements.charge.get(key);
  if (row && refundedOf(statements, key) > 0) return { kind: 'misconfigured', what: `${key} was refunded, it cannot be voided` };
  const tookMoney = row?.state === 'approved';
  statements.voidCharge.run(at, key);
  statements.addTombstone.run(key, tookMoney ? 1 : 0, at);
  return { kind: 'voided', tookMoney };
};

export const refundedOf = (statements: Statements, chargeKey: string): number => statements.refundedOf.get(chargeKey)?.amount ?? 0;

/** A charge as the bank's books show it; `coming` ones have not reached the bank yet. */
export const toRecord = (row: ChargeRow) => ({
  key: row.key,
  amount: won(row.amount),
  method: row.method,
  order: row.order,
  state: row.state,
  reference: row.reference,
  askedAt: instant(row.askedAt),
  ...(row.reason === null ? {} : { reason: row.reason }),
  ...(row.landsAt === null ? {} : { landsAt: instant(row.landsAt) }),
  ...(row.approvedAt === null ? {} : { approvedAt: instant(row.approvedAt) }),
  ...(row.voidedAt === null ? {} : { voidedAt: instant(row.voidedAt) }),
});
export type ChargeRecord = ReturnType<typeof toRecord>;
