import type { Recorded } from '../events.ts';
import type { OrderId, PaymentId, StreamId } from '../kinds.ts';
import type { Pending } from '../ports.ts';
import { saga } from '../saga.ts';
import type { PaymentView } from '../views/payment-view.ts';
import type { Answer, BankCharge, BankRefund, Dossier, Heard, Witness } from './evidence.ts';
import { eventsOf, paymentsIn } from './read-log.ts';

const consumers = saga.map(({ name }) => name);

/** Its place among all others is kept: what is gathered from several groups must be in order again. */
type Numbered<T> = { readonly at: number; readonly one: T };
type Groups<T> = ReadonlyMap<string, readonly Numbered<T>[]>;

const groupBy = <T>(all: readonly T[] | undefined, keyOf: (one: T) => string | undefined): Groups<T> => {
  const groups = new Map<string, Numbered<T>[]>();
  for (const [at, one] of (all ?? []).entries()) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push({ at, one });
    else groups.set(key, [{ at, one }]);
  }
  return groups;
};

const gather = <T>(groups: Groups<T>, keys: Iterable<string>): readonly T[] => {
  const found: Numbered<T>[] = [];
  for (const key of new Set(keys)) for (const one of groups.get(key) ?? []) found.push(one);
  return found.sort((a, b) => a.at - b.at).map(({ one }) => one);
};

/** What was seen outside, sorted by what it is about. */
export type Outside = {
  readonly charges: Groups<BankCharge>;
  readonly refunds: Groups<BankRefund>;
  /** By the stream of the event that they tell of. */
  readonly heard: Groups<Heard>;
  readonly answers: Groups<Answer>;
  readonly answersByPayment: Groups<Answer>;
};

const streamOf = ({ id }: Heard): string => id.slice(0, id.indexOf('@'));

export const sortOutside = ({ bank, heard, answers }: Witness): Outside => ({
  charges: groupBy(bank?.charges, ({ order }) => order),
  refunds: groupBy(bank?.refunds, ({ chargeKey }) => chargeKey),
  heard: groupBy(heard, streamOf),
  answers: groupBy(answers, ({ order }) => order),
  answersByPayment: groupBy(answers, ({ order, payment }) => (order === undefined ? payment : undefined)),
});

const waitingFor = async (order: OrderId, { outbox }: Witness): Promise<readonly Pending[]> => {
  const all: Pending[] = [];
  for (const consumer of consumers) all.push(...(await outbox.waiting(consumer, [order])));
  return all;
};

const rowsOf = async (payments: readonly PaymentId[], { reads }: Witness): Promise<readonly PaymentView[]> => {
  const rows: PaymentView[] = [];
  for (const id of payments) {
    const row = await reads.payment(id);
    if (row) rows.push(row);
  }
  return rows;
};

const answersTo = (order: OrderId, payments: readonly string[], { answers, answersByPayment }: Outside): readonly Answer[] =>
  [...(answers.get(order) ?? []), ...payments.flatMap((payment) => answersByPayment.get(payment) ?? [])]
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);

/** Everything that can be known of one order. */
export const openDossier = async (order: OrderId, outside: Outside, witness: Witness): Promise<Dossier> => {
  const { reads } = witness;
  const events: readonly Recorded[] = await eventsOf(reads, order);
  const payments = paymentsIn(events);
  const rows = await rowsOf(payments, witness);
  const streams = new Set<StreamId>(events.map(({ stream }) => stream));
  const charges = gather(outside.charges, [order]);
  return {
    order,
    events,
    view: await reads.order(order),
    payments: rows,
    waiting: await waitingFor(order, witness),
    charges,
    refunds: gather(
      outside.refunds,
      charges.map(({ key }) => key),
    ),
    heard: gather(outside.heard, streams),
    answers: answersTo(order, payments, outside),
  };
};
