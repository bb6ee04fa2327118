import { setTimeout as sleep } from 'node:timers/promises';
import { type Drained, type DrainTools, drain } from '../core/drain.ts';
import { saga } from '../core/saga.ts';
import { isOfTheStore } from '../core/store-errors.ts';
import type { Alarm } from './alarm.ts';

/** Consumers that are drained together. What reaches outside has a lane of its own: its slowness is nobody else's. */
type Lane = { readonly consumers: readonly string[]; readonly limit: number };

/** Inside: many small commits share a transaction. Outside: as many calls as may be under way at once. */
const insideLimit = 100;
const outsideLimit = 16;

export const lanesOf = (consumers: readonly string[]): readonly Lane[] => {
  const wanted = saga.filter(({ name }) => consumers.includes(name));
  const inside = wanted.filter(({ how }) => how.kind !== 'perform').map(({ name }) => name);
  const outside = wanted.filter(({ how }) => how.kind === 'perform').map(({ name }) => ({ consumers: [name], limit: outsideLimit }));
  return inside.length > 0 ? [{ consumers: inside, limit: insideLimit }, ...outside] : outside;
};

export type Report = (drained: readonly Drained[]) => void;

/** Between two batches others may write: a drain without pause starves people. */
const yieldMs = 1;
/** After trouble with the file: short, it is usually a lock. */
const troubleMs = 250;

const runLane = async (lane: Lane, tools: DrainTools, alarm: Alarm, report: Report, trouble: (error: Error) => void): Promise<void> => {
  while (!alarm.stopped) {
    const rung = alarm.next();
    try {
      const drained = await drain(lane.consumers, lane.limit, tools);
      report(drained);
      if (drained.length > 0) await sleep(yieldMs);
      else await alarm.wait(rung, await tools.store.nextDueAt(lane.consumers));
    } catch (error) {
      if (!(error instanceof Error) || !isOfTheStore(error) || error.name !== 'DatabaseBusy') throw error;
      trouble(error);
      await sleep(troubleMs);
    }
  }
};

/** Runs until the alarm is stopped; what has been claimed by then is finished. */
export const runRelay = async (
  consumers: readonly string[],
  tools: DrainTools,
  alarm: Alarm,
  report: Report,
  trouble: (error: Error) => void,
): Promise<void> => {
  await Promise.all(lanesOf(consumers).map((lane) => runLane(lane, tools, alarm, report, trouble)));
};

/** Drains until nothing is due any more. */
export const drainAll = async (consumers: readonly string[], tools: DrainTools, report: Report): Promise<number> => {
  let total = 0;
  for (;;) {
    const passes = await Promise.all(lanesOf(consumers).map((lane) => drain(lane.consumers, lane.limit, tools)));
    for (const drained of passes) report(drained);
    const count = passes.reduce((sum, drained) => sum + drained.filter(({ outcome }) => outcome !== 'release').length, 0);
    if (count === 0) return total;
    total += count;
  }
};
