import { once } from 'node:events';
import { join } from 'node:path';
import { forkSource } from '../kit/daemon.ts';
import { insist, type Measure } from '../kit/finding.ts';
import { median, percentile, sum } from '../kit/stats.ts';
import { must, newWorld } from '../kit/world.ts';
import type { Wrote } from '../kit/writer.child.ts';

const writers = 4;
const thinkMs = 2;
const forMs = 1500;

const race = async (file: string): Promise<readonly Wrote[]> => {
  const children = Array.from({ length: writers }, () =>
    forkSource(new URL('../kit/writer.child.ts', import.meta.url), [file, String(thinkMs), String(forMs)]),
  );
  await Promise.all(children.map((child) => once(child, 'message')));
  const results = children.map(async (child) => {
    const exited = once(child, 'exit');
    const [wrote]: readonly Wrote[] = await once(child, 'message');
    await exited;
    if (wrote === undefined) throw new Error('a writer told nothing');
    return wrote;
  });
  for (const child of children) child.send('go');
  return Promise.all(results);
};

export const writersAtOnce: Measure = {
  name: 'writers',
  run: async ({ rounds, folder }) => {
    const [fairness, tails, errors, lost, rates, middles]: [number[], number[], number[], number[], number[], number[]] = [
      [],
      [],
      [],
      [],
      [],
      [],
    ];
    for (let round = 0; round < Math.min(rounds, 5); round++) {
      const file = join(folder, `race-${round}.db`);
      const world = await newWorld(file);
      const wrote = await race(file);
      const counts = wrote.map(({ orders }) => orders.length);
      const all = wrote.flatMap(({ latencies }) => latencies);
      const events = await world.store.events({ after: 0, limit: -1 });
      const there = new Set<string>(events.flatMap((event) => (event.type === 'OrderPlaced' ? [event.data.order] : [])));
      const missing = wrote.flatMap(({ orders }) => orders).filter((order) => !there.has(order)).length;
      const chain = await world.store.verifyChain();
      insist(chain.broken.length === 0, 'the chain holds');
      must(await world.operator.outboxState());
      await world.close();
      fairness.push(Math.min(...counts) / Math.max(...counts));
      tails.push(percentile(all, 0.99) / percentile(all, 0.5));
      middles.push(percentile(all, 0.5));
      rates.push((1000 * sum(counts)) / forMs);
      errors.push(sum(wrote.map((one) => one.errors.length)));
      lost.push(missing);
    }
    const detail = { 'orders/s together': median(rates), 'p50 ms': median(middles) };
    return [
      {
        name: 'writers-fairness',
        about: 'four processes, 2 ms think: orders of the slowest against the fastest',
        unit: '×',
        values: fairness,
        detail,
      },
      { name: 'writers-tail', about: 'their p99 against their p50', unit: '×', values: tails },
      { name: 'writers-errors', about: 'errors that a person would see', unit: 'count', values: errors },
      { name: 'writers-lost', about: 'acknowledged orders that are not there', unit: 'count', values: lost },
    ];
  },
};
