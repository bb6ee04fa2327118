import type { BankCharge, Dossier } from './evidence.ts';
import { atMostOne, every, fallOf, first, unless } from './looking.ts';

export const refundedOf = ({ refunds }: Dossier, { key }: BankCharge): number =>
  refunds.filter(({ chargeKey }) => chargeKey === key).reduce((sum, { amount }) => sum + amount, 0);

export const refundsWithin = (dossier: Dossier): readonly string[] => [
  ...unless(
    dossier.charges,
    (charge) => refundedOf(dossier, charge) <= charge.amount,
    (charge) => `${refundedOf(dossier, charge)} came back of ${charge.key}, which took ${charge.amount}`,
  ),
  ...unless(
    dossier.refunds,
    ({ key }) => every(dossier, 'RefundRequested').some(({ data }) => data.key === key),
    ({ key }) => `the bank gave back ${key}, and nobody asked for it`,
  ),
  ...unless(
    every(dossier, 'RefundRequested'),
    ({ data }) => fallOf(dossier)?.data.payment === data.payment,
    ({ id }) => `${id} gives back the money of an order that stands`,
  ),
  ...atMostOne('RefundRequested', every(dossier, 'RefundRequested')),
  ...atMostOne('Refunded', every(dossier, 'Refunded')),
];

export const refundedMeansPaidBack = (dossier: Dossier): readonly string[] =>
  unless(
    every(dossier, 'Refunded').filter(({ data }) => data.amount > 0),
    ({ data }) => dossier.refunds.some((refund) => refund.key === data.key && refund.amount === data.amount),
    ({ id, data }) => `${id} says that ${data.amount} went back, the bank knows nothing of ${data.key}`,
  );

const isOpenRefund = ({ event }: Dossier['waiting'][number]): boolean => event.type === 'RefundRequested';

export const fallsAreRefunded = (dossier: Dossier): readonly string[] => {
  const fall = fallOf(dossier);
  if (!fall) return [];
  const asked = first(dossier, 'RefundRequested');
  if (!asked) return [`${fall.id} ended the order, and no refund was asked for`];
  if (first(dossier, 'Refunded', 'RefundSettledManually')) return [];
  const isVisible = dossier.waiting.some(isOpenRefund) && dossier.payments.some(({ payment }) => payment === asked.data.payment);
  return isVisible ? [] : [`${asked.id} is neither refunded nor open for anybody to see`];
};
