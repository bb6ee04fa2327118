import type { Unjudged, Violation } from '../src/core/invariants/evidence.ts';
import { neverJudged } from '../src/core/invariants/runs.ts';
import { hashText, mix } from './chance.ts';
import { type Counters, createCounters } from './counters.ts';
import type { FaultName } from './faults.ts';
import { missedIn } from './required.ts';
import { type Ran, runWorld } from './run-world.ts';
import { type Shrunk, shrink } from './shrink.ts';
import { openStores, type StoreKind } from './stores.ts';
import type { WorldPlan } from './world.ts';

export type Simulation = {
  readonly orders: number;
  readonly seed: number;
  readonly store: StoreKind;
  readonly faults?: ReadonlySet<FaultName>;
  /** How many orders share a town. */
  readonly ordersAWorld?: number;
  /** Runs that may be spent on making a failure smaller. */
  readonly shrinkRuns?: number;
};

export type Failure = { readonly plan: WorldPlan; readonly violations: readonly Violation[]; readonly shrunk: Shrunk };
export type Simulated = {
  readonly orders: number;
  readonly placed: number;
  readonly events: number;
  readonly steps: number;
  readonly worlds: number;
  readonly counters: Counters;
  readonly trace: string;
  /** What should have happened at least once in a run of this length, and did not. */
  readonly missed: readonly string[];
  /** Promises that had the evidence they need in no world. */
  readonly unjudged: readonly Unjudged[];
  readonly failure?: Failure;
};

export const runPlan = async (plan: WorldPlan, store: StoreKind): Promise<Ran> => {
  const stores = await openStores(store);
  try {
    return await runWorld(plan, stores);
  } finally {
    await stores.close();
  }
};

const planOf = ({ seed, orders, ordersAWorld = 200, faults }: Simulation, at: number): WorldPlan => ({
  seed: mix(mix(seed) + at),
  orders: Math.min(ordersAWorld, orders - at * ordersAWorld),
  allowed: faults ? { classes: faults } : {},
});

const failureOf = async (plan: WorldPlan, ran: Ran, { store, shrinkRuns = 300 }: Simulation): Promise<Failure> => {
  const run = (candidate: WorldPlan) => runPlan(candidate, store);
  return { plan, violations: ran.violations, shrunk: await shrink(plan, ran, run, shrinkRuns) };
};

/** World after world until the orders are used up or a promise is broken. */
export const simulate = async (
  simulation: Simulation,
  progress: (orders: number, seconds?: number) => void = () => undefined,
): Promise<Simulated> => {
  const { orders, ordersAWorld = 200, store } = simulation;
  const counters = createCounters();
  const sums = { orders: 0, placed: 0, events: 0, steps: 0, worlds: 0 };
  let trace = 0x811c9dc5;
  let failure: Failure | undefined;
  let unjudged: readonly Unjudged[] | undefined;
  for (let at = 0; at * ordersAWorld < orders && !failure; at++) {
    const plan = planOf(simulation, at);
    const ran = await runPlan(plan, store);
    for (const [name, times] of ran.counters) counters.add(name, times);
    sums.orders += ran.orders;
    sums.placed += ran.placed;
    sums.events += ran.events;
    sums.steps += ran.steps;
    sums.worlds++;
    unjudged = neverJudged(unjudged ? [unjudged, ran.unjudged] : [ran.unjudged]);
    trace = hashText(ran.trace, trace);
    if (ran.violations.length > 0) failure = await failureOf(plan, ran, simulation);
    progress(sums.orders);
  }
  const missed = missedIn(counters);
  return { ...sums, counters, trace: trace.toString(16).padStart(8, '0'), missed, unjudged: unjudged ?? [], ...(failure && { failure }) };
};
