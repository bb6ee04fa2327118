import { join } from 'node:path';
import { openDatabase } from '../../src/sqlite/open.ts';
import { bareOrders, capture, createBareWriter } from '../kit/capture.ts';
import { insist, type Measure } from '../kit/finding.ts';
import { placeMany, placeOne } from '../kit/order.ts';
import { latencies, seconds } from '../kit/seconds.ts';
import { median, percentile, sum } from '../kit/stats.ts';
import { newWorld, openWorld } from '../kit/world.ts';

const warmUp = 150;
const chunk = 50;
const chunks = 4;
const callers = 64;
const together = 512;

const ordersIn = (file: string): number => {
  const db = openDatabase(file);
  const count = Number(db.prepare('select count(*) from order_view').pluck().get());
  db.close();
  return count;
};

export const place: Measure = {
  name: 'place',
  run: async ({ rounds, folder }) => {
    const captured = await capture(join(folder, 'captured.db'));
    insist(captured.transactions.length === 2, 'an order is two transactions');
    const [real, bare] = [join(folder, 'real.db'), join(folder, 'bare.db')];
    const world = await newWorld(real);
    await (await openWorld(bare)).close();
    const db = openDatabase(bare);
    const write = createBareWriter(db);
    const orders = bareOrders(captured, 0, warmUp + rounds * chunks * chunk);
    let written = 0;
    const bareChunk = (count: number) => {
      for (const order of orders.slice(written, written + count)) write(order);
      written += count;
    };
    bareChunk(warmUp);
    await placeMany(world, warmUp, 1);
    await placeMany(world, together, callers);

    const samples: number[] = [];
    const perRound: { readonly one: number; readonly bare: number; readonly many: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      // Small turns: a machine that slows down slows both.
      const [ours, theirs]: [number[], number[]] = [[], []];
      for (let at = 0; at < chunks; at++) {
        theirs.push(await seconds(() => bareChunk(chunk)));
        const took = await latencies(chunk, () => placeOne(world));
        samples.push(...took);
        ours.push(sum(took) / 1000);
      }
      const many = await seconds(() => placeMany(world, together, callers));
      perRound.push({ one: (chunk * chunks) / sum(ours), bare: (chunk * chunks) / sum(theirs), many: together / many });
    }
    db.close();
    await world.close();
    const expected = warmUp + together + rounds * (chunk * chunks + together);
    insist(ordersIn(real) === expected, `${ordersIn(real)} orders instead of ${expected}`);
    insist(ordersIn(bare) === orders.length, 'the bare statements wrote every order');
    const [one, bareRate, many] = [perRound.map((r) => r.one), perRound.map((r) => r.bare), perRound.map((r) => r.many)];
    return [
      {
        name: 'place',
        about: 'place an order, whole use case, against bare statements',
        unit: '×',
        values: perRound.map((r) => r.one / r.bare),
        reference: bareRate,
        detail: {
          'orders/s': median(one),
          'bare orders/s': median(bareRate),
          'p50 ms': percentile(samples, 0.5),
          'p99 ms': percentile(samples, 0.99),
        },
      },
      {
        name: 'place-together',
        about: `place, ${callers} callers in one process against one at a time`,
        unit: '×',
        values: perRound.map((r) => r.many / r.one),
        reference: one,
        detail: { 'orders/s': median(many) },
      },
    ];
  },
};
