import type { OutcomeUnknown } from '../src/sqlite/open.ts';
import { type Chance, createChance, hashText } from './chance.ts';
import type { Counters } from './counters.ts';
import { type Port, type ProcessKind, ports } from './faults.ts';
import type { Injector } from './injector.ts';
import type { Scheduler } from './scheduler.ts';
import type { Trace } from './trace.ts';

/** One run of the program: a command, or a daemon from its start to its end. */
export type Process = {
  readonly name: string;
  readonly kind: ProcessKind;
  readonly chance: Chance;
  readonly mark: number;
  skewMs: number;
  alive: boolean;
  /** Falls at its next step: it was killed after it had heard the answer. */
  falling: boolean;
  calls: number;
  /** Calls under way; when it dies they are never answered. */
  pending: number;
  pausedUntil: number;
  /** After a failed commit this process writes no more. */
  broken: OutcomeUnknown | undefined;
  onDeath: () => void;
};

/** What every call of a port shares: the clock, the trace, the faults. */
export type Engine = {
  readonly scheduler: Scheduler;
  readonly injector: Injector;
  readonly trace: Trace;
  readonly counters: Counters;
  /** Stands for all clocks of this machine. */
  hostMs: number;
  /** Calls that a death left without an answer. */
  abandoned: number;
};

export const portNumbers = Object.fromEntries(ports.map((port, at) => [port, at])) as { readonly [P in Port]: number };

export const lifeOf = {
  command: { started: 'commands started', died: 'commands died', ended: 'commands ended' },
  daemon: { started: 'daemons started', died: 'daemons died', ended: 'daemons ended' },
} as const;

export const startProcess = (engine: Engine, seed: number, name: string, kind: ProcessKind, skewMs: number): Process => {
  engine.counters.add(lifeOf[kind].started);
  return {
    name,
    kind,
    chance: createChance(seed, name),
    mark: hashText(name),
    skewMs,
    alive: true,
    falling: false,
    calls: 0,
    pending: 0,
    pausedUntil: 0,
    broken: undefined,
    onDeath: () => undefined,
  };
};

export const kill = (engine: Engine, process: Process): void => {
  if (!process.alive) return;
  process.alive = false;
  engine.abandoned += process.pending;
  engine.counters.add(lifeOf[process.kind].died);
  process.onDeath();
};

/** Runs when it is this process's turn: not while it is stopped, never after its end. */
export const whenUp = (engine: Engine, process: Process, step: () => undefined | Promise<unknown>) => {
  const go = (): undefined | Promise<unknown> => {
    if (!process.alive) return undefined;
    if (process.pausedUntil > engine.scheduler.now()) {
      engine.scheduler.at(process.pausedUntil, go);
      return undefined;
    }
    return step();
  };
  return go;
};

/** What a process sees on its own clock. */
export const clockOf = (engine: Engine, process: Process): number => engine.scheduler.now() + engine.hostMs + process.skewMs;

export const sleepOf = (engine: Engine, process: Process, ms: number): Promise<void> =>
  new Promise((resolve) => {
    if (process.falling) kill(engine, process);
    if (!process.alive) return;
    const wake = whenUp(engine, process, () => {
      resolve();
      return undefined;
    });
    engine.scheduler.at(engine.scheduler.now() + Math.max(0, Math.ceil(ms)), wake);
  });
