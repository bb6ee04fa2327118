import { readOptions } from '../scripts/read-options.ts';
import { beyond } from '../src/core/invariants/runs.ts';
import type { OrderId } from '../src/core/kinds.ts';
import { parseFaults, parseReplay } from './replay.ts';
import { count, failureLines, linesOf, told } from './report.ts';
import { runPlan, simulate } from './simulate.ts';
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

const read = () =>
  readOptions(help, {
    orders: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string', default: 'memory' },
    faults: { type: 'string' },
    world: { type: 'string', default: '200' },
    full: { type: 'boolean', default: false },
    counters: { type: 'boolean', default: false },
    replay: { type: 'string' },
    why: { type: 'string' },
  });
type Options = ReturnType<typeof read>;

const say = (...lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);
const whole = (name: string, text: string): number => {
  const number = Number(text);
  if (text === '' || !Number.isSafeInteger(number) || number < 0) throw new RangeError(`--${name} wants a whole number, not '${text}'`);
  return number;
};
const storeOf = (text: string): StoreKind => {
  if (text === 'memory' || text === 'sqlite') return text;
  throw new RangeError(`--store is memory or sqlite, not '${text}'`);
};

const replay = async (text: string, why: string | undefined, store: StoreKind): Promise<number> => {
  const plan = parseReplay(text);
  const ran = await runPlan(plan, store);
  say(`world ${plan.seed}: ${ran.orders} orders, ${ran.placed} placed, ${ran.events} events, ${ran.steps} steps, trace ${ran.trace}`);
  say(`faults: ${ran.happened.join(' ') || 'none'}`);
  say(ran.violations.length === 0 ? 'nothing is wrong' : told(ran.violations));
  const order = why ?? ran.violations.find((violation) => violation.order)?.order;
  if (order) say(...(await ran.story(order as OrderId)));
  return ran.violations.length === 0 ? 0 : 1;
};

const run = async (options: Options, store: StoreKind): Promise<number> => {
  const orders = whole('orders', options.orders);
  const faults = options.faults === undefined ? {} : { faults: parseFaults(options.faults) };
  const began = performance.now();
  let saidAt = began;
  const progress = (sofar: number) => {
    if (performance.now() - saidAt < 5000) return;
    saidAt = performance.now();
    process.stderr.write(`${count(sofar)} orders, ${count(Math.round((sofar / (saidAt - began)) * 1000))} a second\n`);
  };
  const plan = { orders, seed: whole('seed', options.seed), store, ordersAWorld: whole('world', options.world) };
  const done = await simulate({ ...plan, ...faults }, progress);
  const { user, system } = process.cpuUsage();
  say(...linesOf(done, { seconds: (performance.now() - began) / 1000, processorSeconds: (user + system) / 1_000_000 }));
  if (options.counters) say(...[...done.counters.all()].map(([name, times]) => `${times}\t${name}`).sort());
  if (done.failure) {
    say(...failureLines(done.failure, store));
    return 1;
  }
  const isFull = options.faults === undefined && (options.full || orders >= 20_000);
  if (!isFull) return 0;
  const known = beyond(store === 'memory' ? 'simulate' : 'simulate --store sqlite');
  const isSilent = done.unjudged.some(({ name }) => !known.includes(name));
  if (done.missed.length > 0 || isSilent) say('A full run must hit all of them, and judge all that it can.');
  return done.missed.length > 0 || isSilent ? 1 : 0;
};

const main = async (): Promise<number> => {
  const options = read();
  const store = storeOf(options.store);
  return options.replay === undefined ? run(options, store) : replay(options.replay, options.why, store);
};

// Wrong usage is said in a line; anything else is a fault of the simulator, and its stack helps.
try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof RangeError)) throw error;
  process.stderr.write(`simulate: ${error.message}\n`);
  process.exitCode = 2;
}
