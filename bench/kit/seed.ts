import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { drainAll } from '../../src/daemon/relay.ts';
import { openDatabase } from '../../src/sqlite/open.ts';
import { placeOne, steps, takeStep } from './order.ts';
import { everyConsumer, newWorld } from './world.ts';

/** How the seeded orders are spread: every hundredth is on its way, the others are delivered. */
export const ordersPerCustomer = 100;
export const seededOrder = (at: number): string => `ord_${at.toString(36).padStart(10, '0')}`;
export const seededCustomer = (at: number): string =>
  `cus_${Math.floor(at / ordersPerCustomer)
    .toString(36)
    .padStart(6, '0')}`;
/** Boards are as long in a large database as in a small one: more shops, not longer queues. */
const ordersPerShop = 5000;
export const seededShop = (at: number): string =>
  `shop_${Math.floor(at / ordersPerShop)
    .toString(36)
    .padStart(4, '0')}`;

type Row = Readonly<Record<string, string | number | null>>;

const templates = async (
  file: string,
): Promise<{ readonly delivered: Row; readonly cooking: Row; readonly contact: Row; readonly event: Row }> => {
  const world = await newWorld(file);
  const [done, cooking] = [await placeOne(world), await placeOne(world)];
  const drainHere = () => drainAll(everyConsumer, world.tools, () => undefined);
  await drainHere();
  for (const step of steps) {
    await takeStep(world, step, done);
    if (step === 'accept' || step === 'cook') await takeStep(world, step, cooking);
    await drainHere();
  }
  await world.close();
  const db = openDatabase(file);
  const row = (sql: string, key: string): Row => {
    const found = db.prepare<[string], Row>(sql).get(key);
    if (!found) throw new Error(`nothing to seed from: ${sql}`);
    return found;
  };
  const view = 'select * from order_view where "order" = ?';
  const found = {
    delivered: row(view, done),
    cooking: row(view, cooking),
    contact: row('select * from documents where key = ?', `contact/${done}`),
    event: row('select * from events where "order" = ? and type = \'OrderPlaced\'', done),
  };
  db.close();
  return found;
};

/** Made once and kept: rows that the real program wrote, under other names. Not durable while it is made, and thrown away when that fails. */
export const seeded = async (cache: string, folder: string, count: number, schema: string): Promise<string> => {
  const file = join(cache, `seed-${count}-${schema}.db`);
  if (existsSync(file)) return file;
  const made = join(folder, `seed-${count}.db`);
  const { delivered, cooking, contact, event } = await templates(made);
  const db = openDatabase(made);
  db.pragma('synchronous = off');
  const insert = (table: string, row: Row) => {
    const names = Object.keys(row);
    return db.prepare(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
    );
  };
  const { position: _position, ...eventRow } = event;
  const [views, documents, events] = [insert('order_view', delivered), insert('documents', contact), insert('events', eventRow)];
  const old = String(delivered['order']);
  db.exec('begin');
  for (let at = 0; at < count; at++) {
    const order = seededOrder(at);
    const from = at % 100 === 0 ? cooking : delivered;
    const placedAt = Number(delivered['placed_at']) + at;
    const body = JSON.stringify({ ...JSON.parse(String(from['body'])), order, customer: seededCustomer(at), shop: seededShop(at) });
    views.run({ ...from, order, customer: seededCustomer(at), shop: seededShop(at), placed_at: placedAt, body });
    documents.run({ ...contact, key: `contact/${order}` });
    events.run({ ...eventRow, order, stream: `order/${order}`, data: String(event['data']).replaceAll(old, order) });
  }
  db.exec('commit');
  db.pragma('synchronous = full');
  db.close();
  rmSync(`${made}.bell`, { force: true });
  renameSync(made, file);
  return file;
};
