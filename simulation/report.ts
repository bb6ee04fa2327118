import type { Violation } from '../src/core/invariants/evidence.ts';
import { invariants } from '../src/core/invariants/invariants.ts';
import { sayUnjudged } from '../src/core/invariants/runs.ts';
import { commandOf } from './replay.ts';
import { wantedInAll } from './required.ts';
import type { Failure, Simulated } from './simulate.ts';
import type { StoreKind } from './stores.ts';

export const told = (violations: readonly Violation[]): string =>
  violations
    .slice(0, 12)
    .map(({ invariant, order, what }) => `  ${invariant}: ${order ? `${order}: ` : ''}${what}`)
    .join('\n');

export const count = (n: number): string => n.toLocaleString('en');

export type Spent = { readonly seconds: number; readonly processorSeconds: number };

/** What a run did, line by line. */
export const linesOf = (done: Simulated, { seconds, processorSeconds }: Spent): readonly string[] => {
  const of = (name: string) => count(done.counters.of(name));
  const rate = (each: number) => count(Math.round(done.orders / each));
  const hit = wantedInAll - done.missed.length;
  return [
    `${count(done.orders)} orders in ${done.worlds} worlds, ${seconds.toFixed(1)} s`,
    `${rate(seconds)} orders a second, ${rate(processorSeconds)} a second of processor time`,
    `${count(done.placed)} placed, ${count(done.events)} events, ${count(done.steps)} calls and timers, trace ${done.trace}`,
    `${of('commands died')} of ${of('commands started')} commands and ${of('daemons died')} of ${of('daemons started')} daemons died`,
    `${of('conflicts')} conflicts, ${of('leases lost')} lost leases, ${of('calls abandoned')} calls abandoned`,
    `${invariants.length - done.unjudged.length} of ${invariants.length} invariants judged; ${hit} of ${wantedInAll} fault classes, reactions and events hit`,
    ...(done.unjudged.length > 0 ? [sayUnjudged(done.unjudged)] : []),
    ...(done.missed.length > 0 ? [`never hit: ${done.missed.join(' · ')}`] : []),
  ];
};

/** What broke, how small it became, and how to see it again. */
export const failureLines = ({ plan, violations, shrunk }: Failure, store: StoreKind): readonly string[] => [
  `BROKEN in world ${plan.seed}:`,
  told(violations),
  `Smallest after ${shrunk.tries} runs: ${shrunk.ran.orders} orders, ${shrunk.ran.happened.length} faults`,
  told(shrunk.ran.violations),
  `Replay it:\n  ${commandOf(shrunk.plan, store)}`,
];
