import cron, { type ScheduledTask } from 'node-cron';
import { instant } from '../core/kinds.ts';
import type { Env, Heartbeat, Upkeep } from '../core/ports.ts';
import type { Settings } from '../core/settings.ts';

/** Documents that no standing thing needs are kept for so long. Events and money records stay. */
const retention = ({ keyKeepMs, contactKeepMs }: Retention) => [
  { prefix: 'key/', keepMs: keyKeepMs },
  { prefix: 'contact/', keepMs: contactKeepMs },
  { prefix: 'place/', keepMs: contactKeepMs },
  { prefix: 'cart/', keepMs: contactKeepMs },
  // Said on the board for a day; by then the food is eaten.
  { prefix: 'unprinted/', keepMs: 86_400_000 },
  // For the slip behind a ticket, and for the screen of the day: neither is asked for later.
  { prefix: 'printed/', keepMs: 86_400_000 },
];
const pruneAtOnce = 1000;

export type Retention = Pick<Settings, 'keyKeepMs' | 'contactKeepMs'>;

export const pruneOld = async (upkeep: Upkeep, env: Pick<Env, 'now'>, settings: Retention): Promise<number> => {
  let removed = 0;
  for (const { prefix, keepMs } of retention(settings)) {
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
  readonly settings: Retention;
  /** Deadlines are stored in the outbox; this only has them looked at, whatever the clock did meanwhile. */
  readonly wake: () => void;
  readonly heartbeat: () => Heartbeat;
  readonly trouble: (error: Error) => void;
  /** Every heartbeat that was written says that the loop turns and the file can be written. */
  readonly beaten: () => void;
  /** What is kept outside the database is tidied with it. */
  readonly tidy: () => Promise<void>;
};

/** What happens by the clock rather than by an event. */
export const startCalendar = ({
  upkeep,
  env,
  settings,
  wake,
  heartbeat,
  trouble,
  beaten,
  tidy,
}: CalendarDeps): { readonly stop: () => Promise<void> } => {
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
      quietly(async () => {
        await upkeep.beat(heartbeat());
        beaten();
      }),
    ),
    cron.schedule('*/15 * * * * *', wake),
    cron.schedule(
      '30 4 * * *',
      quietly(async () => {
        await pruneOld(upkeep, env, settings);
        await tidy();
      }),
    ),
  ];
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy();
    },
  };
};
