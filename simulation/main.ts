import { parseArgs } from 'node:util';
import type { Violation } from '../src/core/invariants/evidence.ts';
import { invariants } from '../src/core/invariants/invariants.ts';
import type { OrderId } from '../src/core/kinds.ts';
import { commandOf, parseFaults, parseReplay } from './replay.ts';
import { sometimes } from './required.ts';
import { runPlan, type Simulated, simulate } from './simulate.ts';
import type { StoreKind } from './stores.ts';

const help = `npm run simulate -- [options]
  --orders N        how many customers order (2000)
  --seed S          the one source of chance (1)
  --store KIND      memory or sqlite (memory)
  --faults LIST     only these, e.g. crash,late; none for fair weather
  --world N         orders that share a town (200)
  --full            fail when a fault or a branch was never hit; always so from 20,000 orders on
  --counters        print how often everything was hit
  --replay TEXT     one world, as a failing run prints it; tells the story of the first order that went wrong
  --why ORDER       … or of this one`;

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string', default: 'memory' },
    faults: { type: 'string' },
    world: { type: 'string', default: '200' },
    full: { type: 'boolean', default: false },
    counters: { type: 'boolean', default: false },
    replay: { type: 'string' },
    why: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const say = (text: string) => process.stdout.write(`${text}\n`);
const whole = (name: string, text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${name} wants a whole number, not ${text}`);
  return number;
};
const storeOf = (text: string): StoreKind => {
  if (text === 'memory' || text === 'sqlite') return text;
  throw new Error(`--store is memory or sqlite, not ${text}`);
};

const told = (violations: readonly Violation[]): string =>
  violations
    .slice(0, 12)
    .map(({ invariant, order, what }) => `  ${invariant}: ${order ? `${order}: ` : ''}${what}`)
    .join('\n');

const replay = async (text: string, store: StoreKind): Promise<number> => {
  const plan = parseReplay(text);
  const ran = await runPlan(plan, store);
  say(`world ${plan.seed}: ${ran.orders} orders, ${ran.placed} placed, ${ran.events} events, ${ran.steps} steps, trace ${ran.trace}`);
  say(`faults: ${ran.happened.join(' ') || 'none'}`);
  say(ran.violations.length === 0 ? 'nothing is wrong' : told(ran.violations));
  const order = values.why ?? ran.violations.find((violation) => violation.order)?.order;
  if (order) say((await ran.story(order as OrderId)).join('\n'));
  return ran.violations.length === 0 ? 0 : 1;
};

const count = (n: number): string => n.toLocaleString('en');

type Spent = { readonly seconds: number; readonly processorSeconds: number };

const report = (done: Simulated, { seconds, processorSeconds }: Spent, isFull: boolean): number => {
  const of = (name: string) => count(done.counters.of(name));
  const rate = (each: number) => count(Math.round(done.orders / each));
  say(`${count(done.orders)} orders in ${done.worlds} worlds, ${seconds.toFixed(1)} s`);
  say(`${rate(seconds)} orders a second, ${rate(processorSeconds)} a second of processor time`);
  say(`${count(done.placed)} placed, ${count(done.events)} events, ${count(done.steps)} calls and timers, trace ${done.trace}`);
  say(`${of('commands died')} of ${of('commands started')} commands and ${of('daemons died')} of ${of('daemons started')} daemons died`);
  say(`${of('conflicts')} conflicts, ${of('leases lost')} lost leases, ${of('calls abandoned')} calls abandoned`);
  say(
    `${invariants.length} invariants; ${sometimes.length - done.missed.length} of ${sometimes.length} fault classes, branches and events hit`,
  );
  if (done.missed.length > 0) say(`never hit: ${done.missed.join(' · ')}`);
  if (isFull && done.missed.length > 0) say('A full run must hit all of them.');
  return isFull && done.missed.length > 0 ? 1 : 0;
};

const fail = (done: Simulated, store: StoreKind): void => {
  if (!done.failure) return;
  const { plan, violations, shrunk } = done.failure;
  say(`BROKEN in world ${plan.seed}:\n${told(violations)}`);
  say(
    `Smallest after ${shrunk.tries} runs: ${shrunk.ran.orders} orders, ${shrunk.ran.happened.length} faults\n${told(shrunk.ran.violations)}`,
  );
  say(`Replay it:\n  ${commandOf(shrunk.plan, store)}`);
};

const main = async (): Promise<number> => {
  if (values.help) {
    say(help);
    return 0;
  }
  const store = storeOf(values.store);
  if (values.replay !== undefined) return replay(values.replay, store);
  const orders = whole('orders', values.orders);
  const began = performance.now();
  let saidAt = began;
  const progress = (sofar: number) => {
    if (performance.now() - saidAt < 5000) return;
    saidAt = performance.now();
    process.stderr.write(`${count(sofar)} orders, ${count(Math.round((sofar / (saidAt - began)) * 1000))} a second\n`);
  };
  const simulation = { orders, seed: whole('seed', values.seed), store, ordersAWorld: whole('world', values.world) };
  const done = await simulate({ ...simulation, ...(values.faults !== undefined && { faults: parseFaults(values.faults) }) }, progress);
  const { user, system } = process.cpuUsage();
  const spent = { seconds: (performance.now() - began) / 1000, processorSeconds: (user + system) / 1_000_000 };
  const isFull = !done.failure && values.faults === undefined && (values.full || orders >= 20_000);
  const missing = report(done, spent, isFull);
  if (values.counters) for (const [name, times] of [...done.counters.all()].sort(([a], [b]) => (a < b ? -1 : 1))) say(`${times}\t${name}`);
  fail(done, store);
  return done.failure ? 1 : missing;
};

process.exitCode = await main();
