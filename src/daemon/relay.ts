import { setTimeout as sleep } from 'node:timers/promises';
import { type Drained, type DrainTools, drain } from '../core/drain.ts';
import type { Instant } from '../core/kinds.ts';
import type { PatientMessenger } from '../core/notification/patient-messenger.ts';
import { saga } from '../core/saga.ts';
import { isOfTheStore } from '../core/store-errors.ts';
import type { Alarm } from './alarm.ts';

/** Consumers that are drained together. What reaches outside has a lane of its own: its slowness is nobody else's. `tells`: by the messenger. */
export type Lane = { readonly consumers: readonly string[]; readonly limit: number; readonly tells?: true };
export type RelayTools = DrainTools & { readonly messenger: PatientMessenger };

/** Inside: many small commits share a transaction. Outside: as many calls as may be under way at once. */
const insideLimit = 100;
const outsideLimit = 16;

export const lanesOf = (consumers: readonly string[]): readonly Lane[] => {
  const wanted = saga.filter(({ name }) => consumers.includes(name));
  const inside = wanted.filter(({ how }) => how.kind !== 'perform').map(({ name }) => name);
  const outside = wanted
    .filter(({ how }) => how.kind === 'perform')
    .map(({ name }): Lane => ({ consumers: [name], limit: outsideLimit, ...(name.startsWith('notify.') && { tells: true }) }));
  return inside.length > 0 ? [{ consumers: inside, limit: insideLimit }, ...outside] : outside;
};

export type Report = (drained: readonly Drained[]) => void;

/** Between two batches others may write: a drain without pause starves people. */
const yieldMs = 1;
/** After trouble with the file: short, it is usually a lock. */
const troubleMs = 250;

/** How a look at a lane ended: there is more to do at once, or nothing before the next deadline. */
export type Looked = 'more' | { readonly dueAt: Instant | undefined };

/** One look. Whether there is more is asked, not tried: a deadline is read, a claim writes. While nobody can be told, messages are left alone. */
export const look = async ({ consumers, limit, tells }: Lane, tools: RelayTools, report: Report): Promise<Looked> => {
  const passage = tells ? tools.messenger.passage() : undefined;
  if (passage?.kind === 'none') return { dueAt: passage.until };
  const drained = await drain(consumers, passage?.kind === 'one' ? 1 : limit, tools);
  report(drained);
  const dueAt = await tools.store.nextDueAt(consumers);
  return drained.length > 0 && dueAt !== undefined && dueAt <= tools.env.now() ? 'more' : { dueAt };
};

const runLane = async (lane: Lane, tools: RelayTools, alarm: Alarm, report: Report, trouble: (error: Error) => void): Promise<void> => {
  while (!alarm.stopped) {
    const rung = alarm.next();
    try {
      const looked = await look(lane, tools, report);
      if (looked === 'more') await sleep(yieldMs);
      else await alarm.wait(rung, looked.dueAt);
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
  tools: RelayTools,
  alarm: Alarm,
  report: Report,
  trouble: (error: Error) => void,
): Promise<void> => {
  await Promise.all(lanesOf(consumers).map((lane) => runLane(lane, tools, alarm, report, trouble)));
};

/** On a machine so slow that a lease runs out before anything is begun, rows are given back: they are claimed anew, but not for ever. */
const mostInVain = 5;

/** Drains until nothing is due any more. */
export const drainAll = async (consumers: readonly string[], tools: DrainTools, report: Report): Promise<number> => {
  let total = 0;
  for (let inVain = 0; inVain < mostInVain; ) {
    const passes = await Promise.all(lanesOf(consumers).map((lane) => drain(lane.consumers, lane.limit, tools)));
    for (const drained of passes) report(drained);
    const all = passes.flat();
    if (all.length === 0) return total;
    const count = all.filter(({ outcome }) => outcome !== 'release').length;
    total += count;
    inVain = count === 0 ? inVain + 1 : 0;
  }
  return total;
};
