import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { machineMs } from '../kit/clock.ts';
import { startDaemon } from '../kit/daemon.ts';
import { insist, type Measure } from '../kit/finding.ts';
import { placeOne } from '../kit/order.ts';
import { percentile } from '../kit/stats.ts';
import { must, newWorld } from '../kit/world.ts';

const perRound = 120;
const pauseMs = 8;
const idleMs = 1500;

/** A database of its own: where orders were placed, their deadlines come due and are work. */
const idleIn = async (file: string, rounds: number): Promise<readonly number[]> => {
  await (await newWorld(file)).close();
  const daemon = await startDaemon(file);
  await sleep(1000);
  const shares: number[] = [];
  let before = await daemon.stats();
  for (let round = 0; round < rounds; round++) {
    await sleep(idleMs);
    const now = await daemon.stats();
    shares.push((100 * (now.cpuMs - before.cpuMs)) / (now.at - before.at));
    before = now;
  }
  await daemon.stop();
  return shares;
};

/** Commits are noted as they become durable, the daemon tells when its view has them. */
export const wake: Measure = {
  name: 'wake',
  run: async ({ rounds, folder }) => {
    const file = join(folder, 'wake.db');
    const committed = new Map<string, number>();
    const viewed = new Map<string, number>();
    const world = await newWorld(file, {
      wrap: (store) => ({
        ...store,
        commit: async (commit) => {
          const done = await store.commit(commit);
          const at = machineMs();
          for (const { event, consumer } of commit.outbox) if (consumer === 'views') committed.set(event, at);
          return done;
        },
      }),
    });
    const daemon = await startDaemon(file, ({ event, at }) => viewed.set(event, at));
    const [middles, tails]: [number[], number[]] = [[], []];
    for (let round = 0; round <= rounds; round++) {
      committed.clear();
      for (let at = 0; at < perRound; at++) {
        await placeOne(world);
        await sleep(pauseMs);
      }
      for (let waited = 0; waited < 5000 && ![...committed.keys()].every((event) => viewed.has(event)); waited += 20) await sleep(20);
      insist(committed.size === 2 * perRound, `${committed.size} events for the views`);
      const late = [...committed].map(([event, at]) => Math.max(0, (viewed.get(event) ?? Number.NaN) - at));
      insist(!late.some(Number.isNaN), 'every event reached its view');
      // The first round warms both processes up.
      if (round > 0) middles.push(percentile(late, 0.5));
      if (round > 0) tails.push(percentile(late, 0.99));
    }
    insist((await daemon.stats()).failed === 0, 'no event failed in the daemon');
    await daemon.stop();
    const { differences } = must(await world.operator.rebuildViews('verify'));
    insist(differences.length === 0, `${differences.length} views are wrong`);
    await world.close();
    return [
      { name: 'wake-p50', about: 'event committed → view updated by the daemon, another process', unit: 'ms', values: middles },
      { name: 'wake-p99', about: 'the same, the slowest of a hundred', unit: 'ms', values: tails },
      { name: 'idle', about: 'processor time of an idle daemon', unit: '%', values: await idleIn(join(folder, 'idle.db'), rounds) },
    ];
  },
};
