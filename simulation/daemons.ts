import { saga } from '../src/core/saga.ts';
import { type Lane, lanesOf, look, type Report } from '../src/daemon/relay.ts';
import { hashText, mix } from './chance.ts';
import { clockOf, kill, type Process, sleepOf } from './process.ts';
import { endProgram, startDaemon } from './program.ts';
import type { World } from './world.ts';

const second = 1000;
const lanes = lanesOf(saga.map(({ name }) => name));
const lanesByConsumer = new Map<string, number>(lanes.flatMap(({ consumers }, at) => consumers.map((name) => [name, at] as const)));
/** As in the relay: between two batches, and after trouble with the file. */
const yieldMs = 1;
const troubleMs = 250;
const lateMs = 3000;

/** Where a lane sleeps: until its bell, its next deadline, or a clock that jumps. */
type Bed = { ring: (afterMs: number) => void };

const sleepUntilRung = (world: World, process: Process, dueAt: number | undefined, beds: Set<Bed>, lane: number): Promise<void> =>
  new Promise((resolve) => {
    const { scheduler } = world.engine;
    let wakesAt = Number.POSITIVE_INFINITY;
    const bed: Bed = {
      ring: (afterMs) => {
        const at = scheduler.now() + afterMs;
        if (at >= wakesAt) return;
        wakesAt = at;
        scheduler.at(at, () => {
          if (wakesAt !== at || !process.alive) return undefined;
          wakesAt = Number.NEGATIVE_INFINITY;
          beds.delete(bed);
          resolve();
          return undefined;
        });
      },
    };
    beds.add(bed);
    // Behind a held row the relay looks again in a quarter of a second.
    if (dueAt === undefined) return;
    const at = scheduler.now() + Math.max(troubleMs, dueAt - clockOf(world.engine, process));
    // Up to three seconds late: deadlines of many orders are met together, and daemons meet each other.
    bed.ring(Math.ceil(at / lateMs) * lateMs + lane - scheduler.now());
  });

export type Daemons = {
  ring(): void;
  /** For new rows of the outbox. */
  ringFor(rows: readonly { readonly consumer: string }[], about: string): void;
  kill(slot: number): void;
  jump(slot: number, ms: number): void;
};

type Running = ReturnType<typeof startDaemon>;
type Slot = { readonly name: string; running: Running | undefined; readonly beds: readonly Set<Bed>[]; starts: number; jumpMs: number };

const runLane = async (world: World, slot: Slot, { process, tools }: Running, lane: number): Promise<void> => {
  const of: Lane = lanes[lane] ?? { consumers: [], limit: 1 };
  const beds = slot.beds[lane] ?? new Set<Bed>();
  const report: Report = (drained) => {
    for (const { outcome } of drained) if (outcome !== 'done' && outcome !== 'again') world.engine.counters.add(`rows ${outcome}`);
  };
  for (;;) {
    try {
      const looked = await look(of, tools, report);
      if (looked === 'more') await sleepOf(world.engine, process, yieldMs);
      else await sleepUntilRung(world, process, looked.dueAt, beds, lane);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'DatabaseBusy') throw error;
      await sleepOf(world.engine, process, troubleMs);
    }
  }
};

const isExpected = (error: unknown): boolean => error instanceof Error && error.name === 'OutcomeUnknown';

/** A supervisor starts again whatever ends, a little later. */
const start = (world: World, slot: Slot): void => {
  const { engine } = world;
  const running = startDaemon(world, `${slot.name}.${++slot.starts}`, slot.name);
  const { process } = running;
  slot.running = running;
  process.skewMs += slot.jumpMs;
  const again = () => {
    if (slot.running !== running) return;
    slot.running = undefined;
    for (const beds of slot.beds) beds.clear();
    world.processes.delete(process);
    engine.scheduler.at(engine.scheduler.now() + process.chance.between(second / 2, 5 * second), () => {
      start(world, slot);
      return undefined;
    });
  };
  process.onDeath = again;
  for (const lane of lanes.keys()) {
    runLane(world, slot, running, lane).catch((error: unknown) => {
      if (!process.alive) return;
      if (!isExpected(error)) world.faultsOfPrograms.push(`${process.name}: ${error instanceof Error ? error.stack : String(error)}`);
      engine.counters.add('daemons left after a disk failure');
      endProgram(world, process);
      again();
    });
  }
};

/** Two daemons or more on one store, each with its clock, its crashes and its supervisor. */
export const startDaemons = (world: World, count: number): Daemons => {
  const slots = Array.from({ length: count }, (_, at): Slot => {
    return { name: `daemon${at + 1}`, running: undefined, beds: lanes.map(() => new Set()), starts: 0, jumpMs: 0 };
  });
  for (const slot of slots) start(world, slot);
  const { engine } = world;
  const ringSlot = (slot: Slot | undefined, lane: number, afterMs: number) => {
    for (const bed of slot?.beds[lane] ?? []) bed.ring(afterMs);
  };
  // What comes within a moment is looked at together; mostly by one, sometimes by all in the same instant.
  const ringLane = (lane: number, drawn: number) => {
    const afterMs = 100 + (drawn % 1900);
    if (drawn % 10 < 3) for (const slot of slots) ringSlot(slot, lane, afterMs);
    else ringSlot(slots[(drawn >>> 16) % slots.length], lane, afterMs);
  };
  const ringAll = () => {
    for (const lane of lanes.keys()) for (const slot of slots) ringSlot(slot, lane, 20 + lane);
  };
  return {
    ring: ringAll,
    ringFor: (rows, about) => {
      const drawn = hashText(about, world.plan.seed);
      let wanted = 0;
      for (const { consumer } of rows) wanted |= 1 << (lanesByConsumer.get(consumer) ?? 0);
      for (const lane of lanes.keys()) if (wanted & (1 << lane)) ringLane(lane, mix(drawn + lane));
    },
    kill: (at) => {
      const running = slots[at % slots.length]?.running;
      if (running) kill(engine, running.process);
    },
    jump: (at, ms) => {
      const slot = slots[at % slots.length];
      if (!slot) return;
      slot.jumpMs += ms;
      if (slot.running) slot.running.process.skewMs += ms;
      ringAll();
    },
  };
};
