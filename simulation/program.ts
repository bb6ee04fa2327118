import { createApp } from '../src/core/app.ts';
import type { Actor } from '../src/core/events.ts';
import { type IdKind, type IdOf, idPrefixes, instant } from '../src/core/kinds.ts';
import { createPatientMessenger } from '../src/core/notification/patient-messenger.ts';
import type { Env, Upkeep } from '../src/core/ports.ts';
import type { Refusal } from '../src/core/refusal.ts';
import type { Result } from '../src/core/result.ts';
import { isOfTheStore } from '../src/core/store-errors.ts';
import type { AppDeps } from '../src/core/use-cases/deps.ts';
import type { RelayTools } from '../src/daemon/relay.ts';
import { type Chance, createChance, hashText } from './chance.ts';
import type { ProcessKind } from './faults.ts';
import { type OutsideWatch, openGatewayPort, openMessengerPort } from './outside-ports.ts';
import { clockOf, type Engine, kill, lifeOf, type Process, sleepOf, startProcess } from './process.ts';
import { openStorePorts, type StoreWatch } from './store-ports.ts';
import type { World } from './world.ts';

/** How a command ended for the person who gave it. */
export type Outcome<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The program stopped, or said that the file was busy: nobody knows what became of it. */
  | { readonly kind: 'died' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'threw'; readonly error: unknown };

export type App = ReturnType<ReturnType<typeof createApp>['as']>;

/** Every process reads a clock of its own; a fifth of them are up to ten seconds off. */
const skewOf = (world: World, name: string, chance: Chance): number => {
  const off = chance.hit(0.2) ? chance.between(-10_000, 10_000) : 0;
  return off !== 0 && world.engine.injector.befall('skewed-clock', name) ? off : 0;
};

const storeWatch = (world: World): StoreWatch => ({
  committed: (process, commit, result) => {
    const { trace } = world.engine;
    trace.add(result === 'done' ? commit.events.length : -1);
    for (const { id, at } of commit.events) trace.add(hashText(id) ^ at);
    if (result !== 'done') world.engine.counters.add(result === 'conflict' ? 'conflicts' : 'leases lost');
    else for (const watcher of world.watchers.recorded) watcher(commit, process);
  },
  redriven: () => {
    for (const watcher of world.watchers.redriven) watcher();
  },
  poison: (process, what) => world.weather.poison(process, what),
});

const outsideWatch = ({ weather }: World): OutsideWatch => ({
  outage: (operation, about) => weather.outage(operation, about),
  declinesRetry: (process, ask) => weather.declinesRetry(process, ask),
  poison: (process, what) => weather.poison(process, what),
});

const envOf = (engine: Engine, process: Process): Env => {
  let ids = 0;
  return {
    now: () => instant(clockOf(engine, process)),
    newId: <K extends IdKind>(of: K) => `${idPrefixes[of]}_${process.name}-${++ids}` as IdOf[K],
    newCommandId: () => `cmd_${process.name}-${++ids}`,
    digest: (text) => `${hashText(text)}.${hashText(text, 77)}`,
    sleep: (ms) => sleepOf(engine, process, ms),
    random: process.chance.next,
  };
};

/** A program that starts: with the real use cases over ports that may fail it. */
const startProgram = (
  world: World,
  name: string,
  kind: ProcessKind,
  slot: string,
): { readonly process: Process; readonly deps: AppDeps } => {
  const { engine, settings, stores, bank, plan } = world;
  const chance = createChance(plan.seed, `${name} clock`);
  const process = startProcess(engine, plan.seed, name, kind, skewOf(world, name, chance));
  world.processes.add(process);
  const whole = stores.of(slot);
  const { store, reads, outbox } = openStorePorts(engine, process, whole, storeWatch(world), stores.real);
  const gateway = openGatewayPort(engine, process, bank, outsideWatch(world));
  const env = envOf(engine, process);
  const upkeep: Upkeep = whole;
  return { process, deps: { store, reads, outbox, upkeep, gateway, env, settings } };
};

/** A daemon that starts: with the real drain, over the same ports and the messenger. */
export const startDaemon = (world: World, name: string, slot: string): { readonly process: Process; readonly tools: RelayTools } => {
  const { process, deps } = startProgram(world, name, 'daemon', slot);
  const { store, env, settings, gateway, reads } = deps;
  const messenger = createPatientMessenger(openMessengerPort(world.engine, process, world.bank, outsideWatch(world)), { env, settings });
  return { process, tools: { store, env, settings, gateway, messenger, reads, worker: name } };
};

export const endProgram = (world: World, process: Process): void => {
  if (process.falling) kill(world.engine, process);
  if (process.alive) world.engine.counters.add(lifeOf[process.kind].ended);
  process.alive = false;
  world.processes.delete(process);
};

const outcomeOf = <T>(world: World, name: string, result: Result<T, Refusal>): Outcome<T> => {
  if (result.ok) return { kind: 'ok', value: result.value };
  world.engine.counters.add(`refused ${result.error.code}`);
  if (result.error.code === 'MISCONFIGURED') world.faultsOfPrograms.push(`${name}: ${result.error.what}`);
  return { kind: 'refused', refusal: result.error };
};

const failureOf = <T>(world: World, name: string, error: unknown): Outcome<T> => {
  if (isOfTheStore(error)) return { kind: 'busy' };
  // What the simulation itself throws into a port is no fault of the program.
  if (error instanceof Error && error.message.startsWith('poison')) return { kind: 'busy' };
  world.faultsOfPrograms.push(`${name}: ${error instanceof Error ? error.stack : String(error)}`);
  return { kind: 'threw', error };
};

/** The watch on a payment, one slow answer, and some. */
const patienceMs = 60_000;

/** One command line: a process from start to exit. Whoever started it hears how it ended, and nothing when it died. */
export const runCommand = <T>(
  world: World,
  name: string,
  actor: Actor,
  use: (app: App, deps: AppDeps) => Promise<Result<T, Refusal>>,
): Promise<Outcome<T>> =>
  new Promise((hear) => {
    const { process, deps } = startProgram(world, name, 'command', 'people');
    process.onDeath = () => {
      world.processes.delete(process);
      hear({ kind: 'died' });
    };
    const begunAt = world.engine.scheduler.now();
    const exit = (outcome: Outcome<T>) => {
      if (process.falling) kill(world.engine, process);
      if (!process.alive) return;
      endProgram(world, process);
      const tookMs = world.engine.scheduler.now() - begunAt;
      // Who was stopped from outside may be late; nobody else keeps a person waiting.
      if (process.pausedUntil === 0 && tookMs > patienceMs) world.faultsOfPrograms.push(`${name} kept its person waiting for ${tookMs} ms`);
      hear(outcome);
    };
    use(createApp(deps).as({ actor }), deps).then(
      (result) => exit(outcomeOf(world, name, result)),
      (error: unknown) => exit(failureOf(world, name, error)),
    );
  });
