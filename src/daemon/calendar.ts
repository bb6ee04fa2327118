import cron, { type ScheduledTask } from 'node-cron';
import { instant } from '../core/kinds.ts';
import type { Env, Heartbeat, Upkeep } from '../core/ports.ts';

const day = 24 * 60 * 60 * 1000;

/** How long documents are kept that no standing thing needs. Events and money records stay. */
const retention = [
  { prefix: 'key/', keepMs: 15 * day },
  { prefix: 'contact/', keepMs: 90 * day },
] as const;
const pruneAtOnce = 1000;

export const pruneOld = async (upkeep: Upkeep, env: Pick<Env, 'now'>): Promise<number> => {
  let removed = 0;
  for (const { prefix, keepMs } of retention) {
    let last: number;
    do {
      last = await upkeep.prune(prefix, instant(env.now() - keepMs), pruneAtOnce);
      removed += last;
    } while (last === pruneAtOnce);
  }
  return removed;
};

export type CalendarDeps = {
  readonly upkeep: Upkeep;
  readonly env: Pick<Env, 'now'>;
  /** Deadlines are stored in the outbox; this only has them looked at, whatever the clock did meanwhile. */
  readonly wake: () => void;
  readonly heartbeat: () => Heartbeat;
  readonly trouble: (error: Error) => void;
};

/** What happens by the clock rather than by an event. */
export const startCalendar = ({ upkeep, env, wake, heartbeat, trouble }: CalendarDeps): { readonly stop: () => Promise<void> } => {
  const quietly = (work: () => Promise<unknown>) => async () => {
    try {
      await work();
    } catch (error) {
      trouble(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const tasks: readonly ScheduledTask[] = [
    cron.schedule(
      '*/5 * * * * *',
      quietly(() => upkeep.beat(heartbeat())),
    ),
    cron.schedule('*/15 * * * * *', wake),
    cron.schedule(
      '30 4 * * *',
      quietly(() => pruneOld(upkeep, env)),
    ),
  ];
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy();
    },
  };
};
