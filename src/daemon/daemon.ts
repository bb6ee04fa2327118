import type { DrainTools } from '../core/drain.ts';
import { instant } from '../core/kinds.ts';
import { createPatientMessenger } from '../core/notification/patient-messenger.ts';
import type { Heartbeat, Upkeep } from '../core/ports.ts';
import { createAlarm } from './alarm.ts';
import { startCalendar } from './calendar.ts';
import { type Print, runPrinting } from './printing.ts';
import { drainAll, type Report, runRelay } from './relay.ts';

export type DaemonDeps = {
  readonly tools: DrainTools;
  readonly upkeep: Upkeep;
  readonly consumers: readonly string[];
  /** Calls back whenever some process has written; returns how to stop listening. */
  readonly listen: (onRing: () => void) => () => void;
  readonly report: Report;
  readonly trouble: (error: Error) => void;
  readonly pid: number;
  /** Called after every heartbeat that was written. */
  readonly beaten?: () => void;
  /** Every night, after old documents were pruned. */
  readonly tidy?: () => Promise<void>;
  /** Puts waiting tickets on paper; none in a daemon that works for some consumers only. */
  readonly print?: Print;
};

/** Behind the bell, which is only a hint. */
const pollMs = 250;
/** Of the five seconds that a stop may take, the rest is for the farewell. */
const stopWithinMs = 4500;

const within = async (work: Promise<unknown>, ms: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((done) => {
    timer = setTimeout(done, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
};

/** Relay, calendar and heartbeat until `signal` fires; then what was begun is finished, within five seconds. */
export const runDaemon = async (deps: DaemonDeps, signal: AbortSignal): Promise<void> => {
  const { tools, upkeep, consumers, trouble, beaten = () => undefined, tidy = async () => undefined } = deps;
  const alarm = createAlarm(tools.env.now);
  const startedAt = tools.env.now();
  const heartbeat = (): Heartbeat => ({ id: tools.worker, pid: deps.pid, startedAt, beatAt: instant(tools.env.now()), consumers });
  // Another process may hold the file at this moment; the calendar beats again soon.
  await upkeep.beat(heartbeat()).then(beaten, (error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'DatabaseBusy') throw error;
    trouble(error);
  });

  let revision = upkeep.revision();
  const poll = setInterval(() => {
    const seen = upkeep.revision();
    if (seen !== revision) alarm.ring();
    revision = seen;
  }, pollMs);
  const deafen = deps.listen(alarm.ring);
  const calendar = startCalendar({ upkeep, env: tools.env, settings: tools.settings, wake: alarm.ring, heartbeat, trouble, beaten, tidy });

  const stopped = new Promise<void>((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', () => done(), { once: true });
  });
  const relay = Promise.all([
    runRelay(consumers, { ...tools, messenger: createPatientMessenger(tools.messenger, tools) }, alarm, deps.report, trouble),
    ...(deps.print ? [runPrinting(deps.print, alarm, trouble)] : []),
  ]);
  try {
    // A relay that ends by itself has failed, and says so by its error.
    await Promise.race([stopped, relay]);
    alarm.stop();
    await within(relay, stopWithinMs);
  } finally {
    alarm.stop();
    clearInterval(poll);
    deafen();
    await calendar.stop();
  }
  await upkeep.farewell(tools.worker);
};

/** Does what is due now, and ends. */
export const runOnce = async ({
  tools,
  consumers,
  report,
  print,
}: Pick<DaemonDeps, 'tools' | 'consumers' | 'report' | 'print'>): Promise<number> => {
  const drained = await drainAll(consumers, tools, report);
  await print?.();
  return drained;
};
