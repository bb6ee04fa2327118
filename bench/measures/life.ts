import { join } from 'node:path';
import type { OrderId } from '../../src/core/kinds.ts';
import { drainAll } from '../../src/daemon/relay.ts';
import { openDatabase } from '../../src/sqlite/open.ts';
import { bareOrders, capture, createBareWriter } from '../kit/capture.ts';
import { insist, type Measure } from '../kit/finding.ts';
import { placeMany, steps, takeStep } from '../kit/order.ts';
import { seconds } from '../kit/seconds.ts';
import { median } from '../kit/stats.ts';
import { everyConsumer, movedEnv, must, newWorld, openWorld, type World } from '../kit/world.ts';

const orders = 60;
const bareCount = 300;
const hour = 3_600_000;

const inTurns = async (ids: readonly OrderId[], callers: number, work: (id: OrderId) => Promise<void>): Promise<void> => {
  const waiting = [...ids];
  const caller = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await work(id);
  };
  await Promise.all(Array.from({ length: callers }, caller));
};

const drainHere = (world: World) =>
  drainAll(everyConsumer, world.tools, (drained) => {
    for (const { error, event } of drained) if (error !== undefined) throw new Error(`${event.type}: ${error}`);
  });

/** Placed, told, accepted, cooked, carried, delivered, completed; every consumer has had every event after each step. */
const live = async (world: World, callers: number): Promise<void> => {
  const ids = await placeMany(world, orders, callers);
  await drainHere(world);
  for (const step of steps) {
    await inTurns(ids, callers, (id) => takeStep(world, step, id));
    await drainHere(world);
  }
};

export const life: Measure = {
  name: 'life',
  run: async ({ rounds, folder }) => {
    let aheadMs = 0;
    const file = join(folder, 'life.db');
    const world = await newWorld(file, { env: movedEnv(() => aheadMs) });
    const captured = await capture(join(folder, 'captured.db'));
    const bare = join(folder, 'bare.db');
    await (await openWorld(bare)).close();
    const db = openDatabase(bare);
    const write = createBareWriter(db);
    const rows = bareOrders(captured, 0, bareCount * (rounds + 1));
    const writeSome = (round: number) => {
      for (const order of rows.slice(round * bareCount, (round + 1) * bareCount)) write(order);
    };
    writeSome(0);
    await live(world, 1);
    await live(world, 16);
    const [base, alone, town]: [number[], number[], number[]] = [[], [], []];
    for (let round = 1; round <= rounds; round++) {
      base.push(bareCount / (await seconds(() => writeSome(round))));
      alone.push(orders / (await seconds(() => live(world, 1))));
      town.push(orders / (await seconds(() => live(world, 16))));
    }
    db.close();

    // The deadlines pass, and their rows with them: what is left is what an order keeps.
    aheadMs = hour;
    await drainHere(world);
    const { pending, scheduled, parked } = must(await world.operator.outboxState());
    insist(pending + scheduled + parked.length === 0, `${pending} + ${scheduled} + ${parked.length} rows still wait`);
    const lived = (rounds + 1) * 2 * orders;
    const { views, differences } = must(await world.operator.rebuildViews('verify'));
    insist(views === lived && differences.length === 0, `${views} of ${lived} views, ${differences.length} differences`);
    insist((await world.store.verifyChain()).broken.length === 0, 'the chain holds');
    await world.close();
    const { bytes, unfinished } = kept(file);
    insist(unfinished === 0, `${unfinished} orders are not delivered`);
    const ratios = (rates: readonly number[]) => rates.map((rate, round) => rate / (base[round] ?? Number.NaN));
    return [
      {
        name: 'life',
        about: 'whole life of an order, people one at a time, every consumer drained after each step, against bare place',
        unit: '×',
        values: ratios(alone),
        reference: base,
        detail: { 'lives/s': median(alone), 'bare orders/s': median(base) },
      },
      {
        name: 'life-together',
        about: 'the same with 16 people at once',
        unit: '×',
        values: ratios(town),
        reference: base,
        detail: { 'lives/s': median(town) },
      },
      {
        name: 'bytes',
        about: 'database bytes per delivered order, nothing waiting in the outbox',
        unit: 'bytes',
        values: [bytes / lived],
        detail: { orders: lived },
      },
    ];
  },
};

/** Pages in use: those that emptied are used again by the next orders. */
const kept = (file: string) => {
  const db = openDatabase(file);
  const number = (sql: string) => Number(db.prepare(sql).pluck().get());
  const pages = number('pragma page_count') - number('pragma freelist_count');
  const found = {
    bytes: pages * number('pragma page_size'),
    unfinished: number('select count(*) from order_view where active = 1'),
  };
  db.close();
  return found;
};
