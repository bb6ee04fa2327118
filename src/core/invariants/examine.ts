import type { OrderId } from '../kinds.ts';
import { type Outside, openDossier, sortOutside } from './dossiers.ts';
import type { Dossier, Invariant, Need, Placed, Unjudged, Violation, Whole, Witness } from './evidence.ts';
import { invariants } from './invariants.ts';
import { type Log, placedIn, readLog } from './read-log.ts';

export type Examined = {
  readonly violations: readonly Violation[];
  readonly orders: number;
  readonly events: number;
  /** Orders for which something was still to be done: of these only what holds at every moment was judged. */
  readonly underWay: number;
  readonly judged: readonly string[];
  /** For want of evidence: nothing is said about these. */
  readonly unjudged: readonly Unjudged[];
};

/** `atRest`: nothing is under way, so that what must have happened is missed, too. `by-order`: that is asked of every order by itself. */
export type Examination = { readonly atRest: boolean | 'by-order'; readonly list?: readonly Invariant[] };

/** Nobody's answers, and answers that nobody gave, prove nothing. */
const evidenceIn = ({ bank, heard, answers = [], isAllAsked, settledTwice, chain }: Witness): ReadonlySet<Need> => {
  const has = { bank, heard, answers: answers[0], asked: isAllAsked, settled: settledTwice, chain, rest: undefined };
  return new Set((Object.keys(has) as Need[]).filter((need) => has[need] !== undefined));
};

const lacking = ({ needs }: Invariant, evidence: ReadonlySet<Need>): readonly Need[] => needs.filter((need) => !evidence.has(need));
const judgeable = (list: readonly Invariant[], evidence: ReadonlySet<Need>) => list.filter((one) => lacking(one, evidence).length === 0);

const isUnderWay = ({ waiting }: Dossier): boolean => waiting.some(({ parked }) => !parked);

const wholeOf = ({ jumps, ours }: Log, placed: readonly Placed[], witness: Witness): Whole => {
  const taken = (witness.bank?.charges ?? []).filter(({ state }) => state === 'approved').reduce((sum, { amount }) => sum + amount, 0);
  const refunded = (witness.bank?.refunds ?? []).reduce((sum, { amount }) => sum + amount, 0);
  return {
    jumps,
    ours,
    bank: { taken, refunded },
    answers: witness.answers ?? [],
    placed,
    settledTwice: witness.settledTwice ?? [],
    broken: witness.chain?.broken ?? [],
  };
};

type Judge = { readonly always: readonly Invariant[]; readonly resting: readonly Invariant[]; readonly atRest: Examination['atRest'] };

/** A check believes events to be whole, as all of the core does. One that stumbles over this order's must not hide the other orders. */
const complaintsOf = (check: () => readonly string[]): readonly string[] => {
  try {
    return check();
  } catch (error) {
    return [`it cannot be judged: ${error instanceof Error ? error.message : String(error)}`];
  }
};

const judgeOrder = (dossier: Dossier, { always, resting, atRest }: Judge): readonly Violation[] => {
  const rests = atRest === 'by-order' ? !isUnderWay(dossier) : atRest;
  const violations: Violation[] = [];
  for (const one of rests ? resting : always) {
    if (one.of !== 'order') continue;
    for (const what of complaintsOf(() => one.check(dossier))) violations.push({ invariant: one.name, order: dossier.order, what });
  }
  return violations;
};

type Orders = { readonly violations: readonly Violation[]; readonly placed: readonly Placed[]; readonly underWay: number };

const judgeOrders = async (orders: Iterable<string>, outside: Outside, witness: Witness, judge: Judge): Promise<Orders> => {
  const violations: Violation[] = [];
  const placed: Placed[] = [];
  let underWay = 0;
  for (const order of orders) {
    const dossier = await openDossier(order as OrderId, outside, witness);
    if (isUnderWay(dossier)) underWay++;
    if (witness.isAllAsked) placed.push(...placedIn(dossier.events));
    violations.push(...judgeOrder(dossier, judge));
  }
  return { violations, placed, underWay };
};

const judgeWhole = (whole: Whole, list: readonly Invariant[]): readonly Violation[] =>
  list.flatMap((one) => (one.of === 'whole' ? one.check(whole).map((what) => ({ invariant: one.name, what })) : []));

/** Holds every promise against the evidence, one order after the other. */
export const examine = async (witness: Witness, { atRest, list = invariants }: Examination): Promise<Examined> => {
  const evidence = evidenceIn(witness);
  const withRest: ReadonlySet<Need> = new Set([...evidence, 'rest']);
  const judge = { always: judgeable(list, evidence), resting: judgeable(list, withRest), atRest };
  const log = await readLog(witness.reads);
  const outside = sortOutside(witness);
  // The bank may know of an order that we never recorded.
  const orders = new Set<string>([...log.orders, ...outside.charges.keys()]);
  const { violations, placed, underWay } = await judgeOrders(orders, outside, witness, judge);
  const ofOrders = atRest === 'by-order' ? underWay < orders.size : atRest;
  const ofWhole = atRest === 'by-order' ? underWay === 0 : atRest;
  const evidenceFor = ({ of }: Invariant) => ((of === 'order' ? ofOrders : ofWhole) ? withRest : evidence);
  const judged = list.filter((one) => lacking(one, evidenceFor(one)).length === 0);
  return {
    violations: [...violations, ...judgeWhole(wholeOf(log, placed, witness), judged)],
    orders: log.orders.size,
    events: log.events,
    underWay,
    judged: judged.map(({ name }) => name),
    unjudged: list.flatMap((one) => {
      const lacks = lacking(one, evidenceFor(one));
      return lacks.length === 0 ? [] : [{ name: one.name, lacks }];
    }),
  };
};
