import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyDatabase, countIn, fillBacklog } from '../kit/backlog.ts';
import { startDaemon } from '../kit/daemon.ts';
import { insist, type Measure } from '../kit/finding.ts';
import { placeOne } from '../kit/order.ts';
import { median, percentile } from '../kit/stats.ts';
import { openWorld } from '../kit/world.ts';

const orders = 400;
const perRound = 150;
const thinkMs = 4;
const due = 'select count(*) from outbox where due_at <= unixepoch() * 1000';

/** A person who orders every few milliseconds; how long each order took. */
const orderSteadily = async (file: string): Promise<readonly number[]> => {
  const world = await openWorld(file);
  for (let at = 0; at < 20; at++) await placeOne(world);
  const found: number[] = [];
  for (let at = 0; at < perRound; at++) {
    const start = performance.now();
    await placeOne(world);
    found.push(performance.now() - start);
    await sleep(thinkMs);
  }
  await world.close();
  return found;
};

export const beside: Measure = {
  name: 'beside',
  run: async ({ rounds, folder }) => {
    const full = join(folder, 'backlog.db');
    await fillBacklog(full, orders);
    const [ratios, alone, crowded, middles]: [number[], number[], number[], number[]] = [[], [], [], []];
    let rate = 0;
    for (let round = 0; round < rounds; round++) {
      const [quiet, busy] = [join(folder, `quiet-${round}.db`), join(folder, `busy-${round}.db`)];
      copyDatabase(full, quiet);
      copyDatabase(full, busy);
      const without = await orderSteadily(quiet);
      const daemon = await startDaemon(busy);
      const before = await daemon.stats();
      const withDaemon = await orderSteadily(busy);
      const after = await daemon.stats();
      insist(countIn(busy, due) > 0, 'the backlog lasted as long as the person ordered');
      await daemon.stop();
      insist(after.failed === 0, `${after.failed} events failed in the daemon`);
      rate = (1000 * (after.drained - before.drained)) / (after.at - before.at);
      alone.push(percentile(without, 0.99));
      crowded.push(percentile(withDaemon, 0.99));
      middles.push(percentile(withDaemon, 0.5) / percentile(without, 0.5));
      ratios.push(percentile(withDaemon, 0.99) / percentile(without, 0.99));
    }
    return [
      {
        name: 'beside-drain',
        about: 'place p99 while the daemon drains a backlog, against no daemon',
        unit: '×',
        values: ratios,
        reference: alone,
        detail: { 'p99 ms alone': median(alone), 'p99 ms beside': median(crowded), 'p50 ratio': median(middles), 'daemon effects/s': rate },
      },
    ];
  },
};
