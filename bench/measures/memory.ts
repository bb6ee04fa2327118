import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDaemon } from '../kit/daemon.ts';
import type { Found, Measure } from '../kit/finding.ts';
import { insist } from '../kit/finding.ts';
import { placeMany } from '../kit/order.ts';
import { everyConsumer, newWorld } from '../kit/world.ts';

const wantedEvents = 1_000_000;
const atOnce = 64;
const ordersPerLook = 1000;
const mega = 1024 * 1024;

/** Minutes long, so only with `--full`. */
export const memory: Measure = {
  name: 'memory',
  run: async ({ folder, full }): Promise<Found> => {
    const about = `resident memory of the daemon after ${wantedEvents} events`;
    if (!full) return [{ name: 'memory', about, notMeasured: 'takes minutes; ask with --full' }];
    const file = join(folder, 'memory.db');
    const world = await newWorld(file);
    const daemon = await startDaemon(file);
    const sizes: number[] = [];
    let drained = 0;
    while (drained < wantedEvents) {
      await placeMany(world, ordersPerLook, atOnce);
      // No faster than it drains: a backlog is not what is weighed here.
      for (;;) {
        const due = await world.store.nextDueAt(everyConsumer);
        if (due === undefined || due > Date.now()) break;
        await sleep(50);
      }
      const stats = await daemon.stats();
      insist(stats.failed === 0, `${stats.failed} events failed in the daemon`);
      drained = stats.drained;
      sizes.push(stats.rssBytes / mega);
    }
    await daemon.stop();
    await world.close();
    const last = sizes.slice(-5);
    const quarter = sizes[Math.floor(sizes.length / 4)] ?? Number.NaN;
    return [
      {
        name: 'memory',
        about,
        unit: 'MB',
        values: last,
        detail: { events: drained, 'after a quarter of them MB': quarter, 'growth since': (last[0] ?? Number.NaN) / quarter },
      },
    ];
  },
};
