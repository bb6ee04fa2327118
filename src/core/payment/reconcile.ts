import type { Recorded } from '../events.ts';
import type { BankBooks, BankCharge, BankRefund } from '../invariants/evidence.ts';
import { type OrderId, type PaymentId, parseId } from '../kinds.ts';

/** What the bank says of all the money that went through it. */
export interface BankStatement {
  charges(): Promise<readonly BankCharge[]>;
  refunds(): Promise<readonly BankRefund[]>;
}

/** The payment that an attempt's key was made of. */
export const paymentOfKey = (key: string): PaymentId | undefined => parseId('payment', key.replace(/-\d+$/, ''));

type Money = { readonly key: string; readonly order: string; readonly amount: number; readonly payment?: PaymentId };
/** Where the bank's books and ours say different things. */
export type Discrepancy = Money & {
  readonly kind:
    | 'unknown-charge'
    | 'charged-though-failed'
    | 'not-heard-yet'
    | 'refund-not-recorded'
    | 'charge-missing'
    | 'refund-missing'
    | 'wrong-amount';
  /** What puts it right: the charge is reversed, the order falls, the daemon finds it out by itself, or only a person can tell. */
  readonly remedy: 'void' | 'cancel-order' | 'daemon' | 'person';
};

type Paying = {
  readonly payment: PaymentId;
  readonly order: OrderId;
  amount: number;
  state: 'open' | 'failed' | 'approved';
  refund: 'none' | 'open' | 'refunded' | 'settled';
  refundKey: string | undefined;
  key: string;
};

/** Our books, folded from the events one after the other. */
export type Accounts = {
  readonly payments: Map<PaymentId, Paying>;
  /** Every key that was ever given to the bank. */
  readonly keys: Map<string, PaymentId>;
  readonly completed: Set<OrderId>;
  /** Canceled or rejected: their refund is asked for by the daemon. */
  readonly fallen: Set<OrderId>;
};
export const noAccounts = (): Accounts => ({ payments: new Map(), keys: new Map(), completed: new Set(), fallen: new Set() });

const states = new Map<Recorded['type'], Paying['state']>([
  ['PaymentApproved', 'approved'],
  ['PaymentDeclined', 'failed'],
  ['PaymentVoided', 'failed'],
]);
const refunds = new Map<Recorded['type'], Paying['refund']>([
  ['RefundRequested', 'open'],
  ['Refunded', 'refunded'],
  ['RefundSettledManually', 'settled'],
]);

export const enter = ({ payments, keys, completed, fallen }: Accounts, event: Recorded): void => {
  if (event.type === 'OrderCompleted') completed.add(event.data.order);
  if (event.type === 'OrderCanceled' || event.type === 'OrderRejected') fallen.add(event.data.order);
  if (event.type === 'PaymentRequested') {
    const { payment, order, amount, key } = event.data;
    keys.set(key, payment);
    payments.set(payment, { payment, order, amount, state: 'open', refund: 'none', refundKey: undefined, key });
    return;
  }
  const paying = 'payment' in event.data ? payments.get(event.data.payment) : undefined;
  if (!paying) return;
  paying.state = states.get(event.type) ?? paying.state;
  paying.refund = refunds.get(event.type) ?? paying.refund;
  if (event.type === 'RefundRequested') paying.refundKey = event.data.key;
};

/** With these refunds of it, nothing of the charge is left at the bank. */
export const isGivenBack = (charge: BankCharge, refunds: readonly BankRefund[]): boolean =>
  refunds.reduce((sum, { amount }) => sum + amount, 0) >= charge.amount;

const ofCharge = (charge: BankCharge, { payments, keys }: Accounts, given: readonly BankRefund[]): Discrepancy | undefined => {
  if (charge.state !== 'approved') return undefined;
  const { key, order, amount } = charge;
  const payment = keys.get(key);
  const paying = payment && payments.get(payment);
  // What a restore took out of our books may have been refunded before: the bank has nothing to give back twice.
  if (!paying) return isGivenBack(charge, given) ? undefined : { kind: 'unknown-charge', key, order, amount, remedy: 'void' };
  const about = { key, order, amount, payment: paying.payment };
  // A key of an attempt before this one must not have taken anything.
  if (paying.state === 'failed' || (paying.state === 'approved' && paying.key !== key))
    return { kind: 'charged-though-failed', ...about, remedy: 'void' };
  if (paying.state === 'open') return { kind: 'not-heard-yet', ...about, remedy: 'daemon' };
  return paying.amount === amount ? undefined : { kind: 'wrong-amount', ...about, remedy: 'person' };
};

const ofRefund = (refund: BankRefund, paying: Paying | undefined, { completed, fallen }: Accounts): Discrepancy | undefined => {
  if (!paying || paying.refund === 'refunded') return undefined;
  const { payment, order } = paying;
  const isOurs = refund.key === (paying.refundKey ?? `${payment}-refund`);
  const about = { kind: 'refund-not-recorded', key: refund.key, order, amount: refund.amount, payment } as const;
  if (!isOurs || paying.refund === 'settled' || refund.amount !== paying.amount) return { ...about, remedy: 'person' };
  if (paying.refund === 'open' || fallen.has(order)) return { ...about, remedy: 'daemon' };
  return { ...about, remedy: completed.has(order) ? 'person' : 'cancel-order' };
};

const ofPayment = (paying: Paying, charges: ReadonlyMap<string, BankCharge>, given: ReadonlySet<string>): Discrepancy | undefined => {
  if (paying.state !== 'approved' || paying.amount === 0) return undefined;
  const { key, order, amount, payment } = paying;
  if (charges.get(key)?.state !== 'approved') return { kind: 'charge-missing', key, order, amount, payment, remedy: 'person' };
  const isMissing = paying.refund === 'refunded' && !given.has(paying.refundKey ?? '');
  return isMissing ? { kind: 'refund-missing', key: paying.refundKey ?? key, order, amount, payment, remedy: 'person' } : undefined;
};

const isThere = <T>(one: T | undefined): one is T => one !== undefined;

/** Both books held against each other; nothing when they agree. */
export const reconcile = (accounts: Accounts, { charges, refunds: given }: BankBooks): readonly Discrepancy[] => {
  const byKey = new Map(charges.map((charge) => [charge.key, charge]));
  const payingOf = ({ chargeKey }: BankRefund): Paying | undefined => {
    const payment = accounts.keys.get(chargeKey);
    return payment && accounts.payments.get(payment);
  };
  const givenFor = Map.groupBy(given, ({ chargeKey }) => chargeKey);
  const refundKeys = new Set(given.map(({ key }) => key));
  return [
    ...charges.map((charge) => ofCharge(charge, accounts, givenFor.get(charge.key) ?? [])).filter(isThere),
    ...given.map((refund) => ofRefund(refund, payingOf(refund), accounts)).filter(isThere),
    ...[...accounts.payments.values()].map((paying) => ofPayment(paying, byKey, refundKeys)).filter(isThere),
  ];
};
