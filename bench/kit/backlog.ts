import { copyFileSync, rmSync } from 'node:fs';
import { drain } from '../../src/core/drain.ts';
import { openDatabase } from '../../src/sqlite/open.ts';
import { placeMany, steps, takeStep } from './order.ts';
import { everyConsumer, newWorld } from './world.ts';

/** Orders on their way whose events nobody but the consumers that move them along has seen. */
export const fillBacklog = async (file: string, orders: number): Promise<void> => {
  const world = await newWorld(file);
  const placed = await placeMany(world, orders, 64);
  const moving = everyConsumer.filter((name) => name !== 'views' && !name.startsWith('notify'));
  const move = async () => {
    while ((await drain(moving, 500, world.tools)).length > 0);
  };
  await move();
  for (const step of steps) {
    await Promise.all(placed.map((order) => takeStep(world, step, order)));
    await move();
  }
  await world.close();
};

/** Closed files only: an open one would lose its locks. */
export const copyDatabase = (from: string, to: string): void => {
  for (const suffix of ['', '-wal', '-shm', '.bell']) rmSync(`${to}${suffix}`, { force: true });
  copyFileSync(from, to);
};

/** From a closed or an open file, by a connection of its own. */
export const countIn = (file: string, sql: string): number => {
  const db = openDatabase(file);
  const count = Number(db.prepare(sql).pluck().get());
  db.close();
  return count;
};
