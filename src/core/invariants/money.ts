import type { Recorded } from '../events.ts';
import type { BankCharge, Dossier, Invariant } from './evidence.ts';
import { every, fallOf, first, unless } from './looking.ts';
import { fallsAreRefunded, refundedMeansPaidBack, refundedOf, refundsWithin } from './refunds.ts';

const placedWithItsPayment = (dossier: Dossier): readonly string[] =>
  unless(
    every(dossier, 'OrderPlaced'),
    (placed) =>
      every(dossier, 'PaymentApproved').some(
        (paid) =>
          paid.position === placed.position - 1 &&
          paid.causation === placed.causation &&
          paid.at === placed.at &&
          paid.data.payment === placed.data.payment &&
          paid.data.amount === placed.data.total,
      ),
    (placed) => `${placed.id} stands without a PaymentApproved of ${placed.data.total} in its own commit`,
  );

const approvedMeansPlaced = (dossier: Dossier): readonly string[] =>
  unless(
    every(dossier, 'PaymentApproved'),
    (paid) =>
      every(dossier, 'OrderPlaced').some((placed) => placed.data.payment === paid.data.payment && placed.position === paid.position + 1),
    (paid) => `${paid.id} took ${paid.data.amount} and its own commit placed no order`,
  );

const placedMeansCharged = (dossier: Dossier): readonly string[] =>
  unless(
    every(dossier, 'PaymentApproved').filter(({ data }) => data.amount > 0),
    ({ data }) => dossier.charges.some((charge) => charge.key === data.key && charge.state === 'approved' && charge.amount === data.amount),
    ({ data }) => {
      const found = dossier.charges.find(({ key }) => key === data.key);
      return `the order was placed for ${data.key}, but at the bank that is ${found ? `${found.state}, ${found.amount}` : 'nothing'}`;
    },
  );

const hasReason = (dossier: Dossier, charge: BankCharge): boolean => {
  const placed = every(dossier, 'OrderPlaced').some(({ data }) =>
    every(dossier, 'PaymentApproved').some((paid) => paid.data.key === charge.key && paid.data.payment === data.payment),
  );
  if (!placed) return false;
  if (!fallOf(dossier)) return true;
  // Open, and people can see that it is.
  return dossier.waiting.some(({ consumer }) => consumer.startsWith('payment')) || first(dossier, 'RefundSettledManually') !== undefined;
};

const chargeMeansOrder = (dossier: Dossier): readonly string[] =>
  unless(
    dossier.charges.filter((charge) => charge.state === 'approved' && refundedOf(dossier, charge) < charge.amount),
    (charge) => hasReason(dossier, charge),
    (charge) => `the bank keeps ${charge.amount} of ${charge.key}, and no standing order or open refund says why`,
  );

const askedOf = (dossier: Dossier, key: string) => every(dossier, 'PaymentRequested').find(({ data }) => data.key === key);

const chargeWasAsked = (dossier: Dossier): readonly string[] =>
  unless(
    dossier.charges,
    ({ key, amount }) => askedOf(dossier, key)?.data.amount === amount,
    ({ key, amount }) => {
      const asked = askedOf(dossier, key);
      return asked
        ? `the bank was asked for ${amount} under ${key}, stored is ${asked.data.amount}`
        : `the bank knows ${key}, and no request for it is stored`;
    },
  );

const keysAreNew = (dossier: Dossier): readonly string[] => {
  const keys = every(dossier, 'PaymentRequested').map(({ data }) => data.key);
  return unless(
    [...new Set(keys)],
    (key) => keys.filter((other) => other === key).length === 1,
    (key) => `two attempts share the key ${key}`,
  );
};

const isInDoubt = (events: readonly Recorded[]): boolean => {
  const last = events.at(-1)?.type;
  return last === 'PaymentRequested' || last === 'PaymentOutcomeUnknown' || last === 'PaymentDeferred';
};

const nothingInDoubt = (dossier: Dossier): readonly string[] => {
  const streams = [...new Set(every(dossier, 'PaymentRequested').map(({ stream }) => stream))];
  const past = (stream: string) => dossier.events.filter((event) => event.stream === stream);
  return unless(
    streams,
    (stream) => !isInDoubt(past(stream)) || dossier.waiting.some(({ parked, event }) => parked && event.stream === stream),
    (stream) => `${stream} still ends with ${past(stream).at(-1)?.type}, and nothing is under way for it`,
  );
};

export const moneyInvariants: readonly Invariant[] = [
  {
    ids: ['D1', 'D11'],
    name: 'placed-with-its-payment',
    sentence: 'An order is placed only in the commit that records a payment of exactly its total.',
    needs: [],
    of: 'order',
    check: placedWithItsPayment,
  },
  {
    ids: ['D1'],
    name: 'approved-means-placed',
    sentence: 'A payment is recorded as taken only in the commit that places its order.',
    needs: [],
    of: 'order',
    check: approvedMeansPlaced,
  },
  {
    ids: ['I2'],
    name: 'no-order-without-its-charge',
    sentence: 'No order without a charge of the same amount in the books of the bank.',
    needs: ['bank'],
    of: 'order',
    check: placedMeansCharged,
  },
  {
    ids: ['I1'],
    name: 'no-charge-without-order-or-refund',
    sentence: 'The bank keeps no money without a standing order, or an open refund that says why.',
    needs: ['bank', 'rest'],
    of: 'order',
    check: chargeMeansOrder,
  },
  {
    ids: ['D3', 'I3'],
    name: 'asked-before-charged',
    sentence: 'The bank hears of no key, and of no amount, that was not stored before.',
    needs: ['bank'],
    of: 'order',
    check: chargeWasAsked,
  },
  { ids: ['D3'], name: 'a-key-an-attempt', sentence: 'Every attempt has a key of its own.', needs: [], of: 'order', check: keysAreNew },
  {
    ids: ['D5', 'I3'],
    name: 'refunds-within-charges',
    sentence: 'At most one refund a charge, never more than was taken, never for an order that stands.',
    needs: ['bank'],
    of: 'order',
    check: refundsWithin,
  },
  {
    ids: ['D5'],
    name: 'refunded-means-paid-back',
    sentence: 'A refund is said to be done only when the bank has done it.',
    needs: ['bank'],
    of: 'order',
    check: refundedMeansPaidBack,
  },
  {
    ids: ['D5'],
    name: 'fallen-orders-are-refunded',
    sentence: 'Every canceled or rejected order ends refunded, or with an open refund that people can see.',
    needs: ['rest'],
    of: 'order',
    check: fallsAreRefunded,
  },
  {
    ids: ['I11'],
    name: 'no-payment-in-doubt',
    sentence: 'Once the gateway can be reached, no payment stays requested, unknown or held.',
    needs: ['rest'],
    of: 'order',
    check: nothingInDoubt,
  },
];
