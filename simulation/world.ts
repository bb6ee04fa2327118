import type { Answer } from '../src/core/invariants/evidence.ts';
import type { Commit } from '../src/core/ports.ts';
import { defaultSettings, type Settings } from '../src/core/settings.ts';
import { createChance } from './chance.ts';
import { createCounters } from './counters.ts';
import { type Allowed, createInjector } from './injector.ts';
import { createMemoryBank } from './memory-bank.ts';
import type { OutsideWatch } from './outside-ports.ts';
import type { Engine, Process } from './process.ts';
import { createScheduler } from './scheduler.ts';
import type { StoreWatch } from './store-ports.ts';
import type { Stores } from './stores.ts';
import { createTrace } from './trace.ts';

export type WorldPlan = {
  readonly seed: number;
  readonly orders: number;
  /** Only these customers come; all when absent. */
  readonly only?: ReadonlySet<number>;
  readonly allowed: Allowed;
};

/** One town for a day: everything that people and daemons of the simulation share. */
export type World = {
  readonly plan: WorldPlan;
  readonly engine: Engine;
  readonly settings: Settings;
  readonly stores: Stores;
  readonly bank: ReturnType<typeof createMemoryBank>;
  readonly answers: Answer[];
  readonly faultsOfPrograms: string[];
  readonly watchers: {
    /** What has just been recorded, with who wrote it. */
    readonly recorded: ((commit: Commit, process: Process) => void)[];
    readonly redriven: (() => void)[];
  };
  readonly weather: { outage: OutsideWatch['outage']; poison: StoreWatch['poison']; declinesRetry: OutsideWatch['declinesRetry'] };
  readonly settledTwice: { readonly consumer: string; readonly event: string }[];
  readonly processes: Set<Process>;
  people: number;
};

const start = Date.UTC(2026, 10, 20, 1);

export const createWorld = (plan: WorldPlan, stores: Stores): World => {
  const chance = createChance(plan.seed, 'world');
  const counters = createCounters();
  const roughness = chance.pick([0, 0.5, 1, 1, 1, 1, 2, 3]);
  const engine: Engine = {
    scheduler: createScheduler(start + chance.below(14 * 24) * 3600_000),
    injector: createInjector(plan.seed, roughness, plan.allowed, counters),
    trace: createTrace(),
    counters,
    hostMs: 0,
    abandoned: 0,
  };
  return {
    plan,
    engine,
    settings: defaultSettings,
    stores,
    bank: createMemoryBank(),
    answers: [],
    faultsOfPrograms: [],
    watchers: { recorded: [], redriven: [] },
    weather: { outage: () => undefined, poison: () => undefined, declinesRetry: () => false },
    settledTwice: [],
    processes: new Set(),
    people: 0,
  };
};

/** People look at their watches together: what they do often falls into the same instant. */
const grid = 50;
export const waitFor = ({ engine: { scheduler } }: World, ms: number): Promise<void> =>
  new Promise((resolve) => {
    const at = Math.ceil((scheduler.now() + Math.max(0, ms)) / grid) * grid;
    scheduler.at(at, () => {
      resolve();
      return undefined;
    });
  });

/** A person who lives until their story is told; the world ends when all are. */
export const live = (world: World, story: () => Promise<void>, fail: (error: unknown) => void): void => {
  world.people++;
  story().then(() => {
    world.people--;
  }, fail);
};
