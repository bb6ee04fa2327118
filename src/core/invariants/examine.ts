import type { Recorded } from '../events.ts';
import type { OrderId, PaymentId } from '../kinds.ts';
import { saga } from '../saga.ts';
import type { Answer, BankCharge, BankRefund, Dossier, Heard, Invariant, Need, Violation, Whole, Witness } from './evidence.ts';
import { invariants } from './invariants.ts';

export type Examined = {
  readonly violations: readonly Violation[];
  readonly orders: number;
  readonly events: number;
  readonly checked: readonly string[];
  /** For want of evidence. */
  readonly skipped: readonly string[];
};

const atOnce = 1000;
const consumers = saga.map(({ name }) => name);

const groupBy = <T>(all: readonly T[], keyOf: (one: T) => string | undefined): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
};

type Log = {
  readonly log: Whole['log'];
  readonly byOrder: ReadonlyMap<string, readonly Recorded[]>;
  readonly ours: { taken: number; refunded: number };
};

const readLog = async ({ reads }: Witness): Promise<Log> => {
  const events: Recorded[] = [];
  for (let after = 0; ; ) {
    const page = await reads.events({ after, limit: atOnce });
    events.push(...page);
    const last = page.at(-1);
    if (!last) break;
    after = last.position;
  }
  const ours = { taken: 0, refunded: 0 };
  for (const event of events) {
    if (event.type === 'PaymentApproved') ours.taken += event.data.amount;
    if (event.type === 'Refunded') ours.refunded += event.data.amount;
  }
  return { log: events.map(({ position, id }) => ({ position, id })), byOrder: groupBy(events, ({ order }) => order), ours };
};

type Outside = {
  readonly charges: ReadonlyMap<string, readonly BankCharge[]>;
  readonly refunds: ReadonlyMap<string, readonly BankRefund[]>;
  readonly heard: ReadonlyMap<string, readonly Heard[]>;
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
};

const outsideOf = ({ bank, heard, answers }: Witness, { byOrder }: Log): Outside => {
  const orderOfCharge = new Map((bank?.charges ?? []).map(({ key, order }) => [key, order]));
  const orderOfEvent = new Map<string, string>();
  const orderOfPayment = new Map<string, string>();
  if (answers)
    for (const [order, events] of byOrder) for (const { data } of events) if ('payment' in data) orderOfPayment.set(data.payment, order);
  if (heard) for (const [order, events] of byOrder) for (const { id } of events) orderOfEvent.set(id, order);
  return {
    charges: groupBy(bank?.charges ?? [], ({ order }) => order),
    refunds: groupBy(bank?.refunds ?? [], ({ chargeKey }) => orderOfCharge.get(chargeKey)),
    heard: groupBy(heard ?? [], ({ id }) => orderOfEvent.get(id.slice(0, id.indexOf(':')))),
    answers: groupBy(answers ?? [], ({ order, payment }) => order ?? orderOfPayment.get(payment ?? '')),
  };
};

const dossierOf = async (order: OrderId, events: readonly Recorded[], outside: Outside, { reads, outbox }: Witness): Promise<Dossier> => {
  const payments = new Set<PaymentId>();
  for (const { data } of events) if ('payment' in data) payments.add(data.payment);
  const rows = await Promise.all([...payments].map((id) => reads.payment(id)));
  const waiting = await Promise.all(consumers.map((consumer) => outbox.waiting(consumer, [order])));
  return {
    order,
    events,
    view: await reads.order(order),
    payments: rows.filter((row) => row !== undefined),
    waiting: waiting.flat(),
    charges: outside.charges.get(order) ?? [],
    refunds: outside.refunds.get(order) ?? [],
    heard: outside.heard.get(order) ?? [],
    answers: outside.answers.get(order) ?? [],
  };
};

const wholeOf = ({ log, ours }: Log, witness: Witness): Whole => {
  const taken = (witness.bank?.charges ?? []).filter(({ state }) => state === 'approved').reduce((sum, { amount }) => sum + amount, 0);
  const refunded = (witness.bank?.refunds ?? []).reduce((sum, { amount }) => sum + amount, 0);
  return {
    log,
    ours,
    bank: { taken, refunded },
    answers: witness.answers ?? [],
    settledTwice: witness.settledTwice ?? [],
    broken: witness.chain?.broken ?? [],
  };
};

const evidenceFor = ({ bank, heard, answers, settledTwice, chain }: Witness, atRest: boolean): ReadonlySet<Need> => {
  const has = { bank, heard, answers, settled: settledTwice, chain, rest: atRest || undefined };
  return new Set((Object.keys(has) as Need[]).filter((need) => has[need] !== undefined));
};

/** Holds every promise against the evidence. `atRest`: nothing is under way, so that what must have happened is missed, too. */
export const examine = async (
  witness: Witness,
  { atRest, list = invariants }: { readonly atRest: boolean; readonly list?: readonly Invariant[] },
): Promise<Examined> => {
  const evidence = evidenceFor(witness, atRest);
  const [checked, skipped] = [true, false].map((wanted) =>
    list.filter(({ needs }) => needs.every((need) => evidence.has(need)) === wanted),
  );
  const log = await readLog(witness);
  const outside = outsideOf(witness, log);
  const whole = wholeOf(log, witness);
  const violations: Violation[] = [];
  // The bank may know of an order that we never recorded.
  for (const id of new Set([...log.byOrder.keys(), ...outside.charges.keys()])) {
    const order = id as OrderId;
    const dossier = await dossierOf(order, log.byOrder.get(id) ?? [], outside, witness);
    for (const invariant of checked ?? []) {
      if (invariant.of !== 'order') continue;
      for (const what of invariant.check(dossier)) violations.push({ invariant: invariant.name, order, what });
    }
  }
  for (const invariant of checked ?? []) {
    if (invariant.of === 'whole') for (const what of invariant.check(whole)) violations.push({ invariant: invariant.name, what });
  }
  const names = (some: readonly Invariant[] | undefined) => (some ?? []).map(({ name }) => name);
  return { violations, orders: log.byOrder.size, events: log.log.length, checked: names(checked), skipped: names(skipped) };
};
